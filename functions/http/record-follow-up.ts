import { routes } from "../../shared/api/routes.ts";
import { recordFollowUp } from "../../shared/commands/placements/decide-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordFollowUp, recordFollowUp);
