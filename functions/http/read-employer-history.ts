import { routes } from "../../shared/api/routes.ts";
import { readEmployerHistory } from "../../shared/commands/employers/read-employer-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readEmployerHistory, readEmployerHistory);
