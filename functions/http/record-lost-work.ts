import { routes } from "../../shared/api/routes.ts";
import { recordLostWork } from "../../shared/commands/follow-ups/record-lost-work.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordLostWork, recordLostWork);
