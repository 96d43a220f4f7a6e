import { routes } from "../../shared/api/routes.ts";
import { changeOffice } from "../../shared/commands/offices/change-office.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeOffice, changeOffice);
