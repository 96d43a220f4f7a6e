import { routes } from "../../shared/api/routes.ts";
import { listVacancies } from "../../shared/commands/employers/read-employers.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listVacancies, listVacancies);
