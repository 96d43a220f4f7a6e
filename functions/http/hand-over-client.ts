import { routes } from "../../shared/api/routes.ts";
import { handOverClient } from "../../shared/commands/clients/hand-over-client.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.handOverClient, handOverClient);
