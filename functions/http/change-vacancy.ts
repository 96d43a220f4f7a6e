import { routes } from "../../shared/api/routes.ts";
import { changeVacancy } from "../../shared/commands/vacancies/change-vacancy.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeVacancy, changeVacancy);
