import { routes } from "../../shared/api/routes.ts";
import { recordFollowUp } from "../../shared/commands/follow-ups/record-follow-up.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordFollowUp, recordFollowUp);
