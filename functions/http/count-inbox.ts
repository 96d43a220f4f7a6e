import { routes } from "../../shared/api/routes.ts";
import { countInbox } from "../../shared/commands/placements/count-inbox.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.countInbox, countInbox);
