import { routes } from "../../shared/api/routes.ts";
import { registerClient } from "../../shared/commands/clients/register-client.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.registerClient, registerClient);
