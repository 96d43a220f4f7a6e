import { routes } from "../../shared/api/routes.ts";
import { readInbox } from "../../shared/commands/placements/read-inbox.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readInbox, readInbox);
