import { routes } from "../../shared/api/routes.ts";
import { listEmployers } from "../../shared/commands/employers/list-employers.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listEmployers, listEmployers);
