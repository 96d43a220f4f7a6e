import { routes } from "../../shared/api/routes.ts";
import { listClients } from "../../shared/commands/clients/list-clients.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listClients, listClients);
