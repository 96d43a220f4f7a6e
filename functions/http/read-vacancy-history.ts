import { routes } from "../../shared/api/routes.ts";
import { readVacancyHistory } from "../../shared/commands/vacancies/read-vacancy-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readVacancyHistory, readVacancyHistory);
