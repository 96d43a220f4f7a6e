import { routes } from "../../shared/api/routes.ts";
import { importClients } from "../../shared/commands/clients/import-clients.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.importClients, importClients);
