import { routes } from "../../shared/api/routes.ts";
import { listVacancies } from "../../shared/commands/vacancies/list-vacancies.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listVacancies, listVacancies);
