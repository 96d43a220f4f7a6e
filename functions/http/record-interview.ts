import { routes } from "../../shared/api/routes.ts";
import { recordInterview } from "../../shared/commands/placements/record-interview.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordInterview, recordInterview);
