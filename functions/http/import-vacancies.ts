import { routes } from "../../shared/api/routes.ts";
import { importVacancies } from "../../shared/commands/vacancies/import-vacancies.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.importVacancies, importVacancies);
