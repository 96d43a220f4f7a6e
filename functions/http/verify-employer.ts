import { routes } from "../../shared/api/routes.ts";
import { verifyEmployer } from "../../shared/commands/employers/verify-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.verifyEmployer, verifyEmployer);
