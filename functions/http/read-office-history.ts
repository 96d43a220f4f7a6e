import { routes } from "../../shared/api/routes.ts";
import { readOfficeHistory } from "../../shared/commands/offices/read-office-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readOfficeHistory, readOfficeHistory);
