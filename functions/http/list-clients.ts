import { routes } from "../../shared/api/routes.ts";
import { listClients } from "../../shared/commands/people/read-people.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listClients, listClients);
