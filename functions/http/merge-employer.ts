import { routes } from "../../shared/api/routes.ts";
import { mergeEmployer } from "../../shared/commands/employers/merge-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.mergeEmployer, mergeEmployer);
