import { routes } from "../../shared/api/routes.ts";
import { readOffice } from "../../shared/commands/offices/read-office.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readOffice, readOffice);
