import { routes } from "../../shared/api/routes.ts";
import { closeVacancy } from "../../shared/commands/vacancies/close-vacancy.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.closeVacancy, closeVacancy);
