import { routes } from "../../shared/api/routes.ts";
import { readMessages } from "../../shared/commands/placements/read-messages.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readMessages, readMessages);
