import { routes } from "../../shared/api/routes.ts";
import { readClient } from "../../shared/commands/clients/read-client.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readClient, readClient);
