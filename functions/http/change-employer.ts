import { routes } from "../../shared/api/routes.ts";
import { changeEmployer } from "../../shared/commands/employers/change-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeEmployer, changeEmployer);
