import { routes } from "../../shared/api/routes.ts";
import { readEmployer } from "../../shared/commands/employers/read-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readEmployer, readEmployer);
