import { routes } from "../../shared/api/routes.ts";
import { recordResults } from "../../shared/commands/training/record-results.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordResults, recordResults);
