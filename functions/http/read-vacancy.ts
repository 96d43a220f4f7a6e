import { routes } from "../../shared/api/routes.ts";
import { readVacancy } from "../../shared/commands/vacancies/read-vacancy.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readVacancy, readVacancy);
