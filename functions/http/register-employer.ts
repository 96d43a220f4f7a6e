import { routes } from "../../shared/api/routes.ts";
import { registerEmployer } from "../../shared/commands/employers/record-employers.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.registerEmployer, registerEmployer);
