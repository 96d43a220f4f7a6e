import { routes } from "../../shared/api/routes.ts";
import { registerEmployer } from "../../shared/commands/employers/register-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.registerEmployer, registerEmployer);
