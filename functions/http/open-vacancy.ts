import { routes } from "../../shared/api/routes.ts";
import { openVacancy } from "../../shared/commands/vacancies/open-vacancy.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.openVacancy, openVacancy);
