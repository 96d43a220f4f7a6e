import { routes } from "../../shared/api/routes.ts";
import { recordInterview } from "../../shared/commands/placements/decide-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordInterview, recordInterview);
