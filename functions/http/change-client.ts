import { routes } from "../../shared/api/routes.ts";
import { changeClient } from "../../shared/commands/clients/change-client.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeClient, changeClient);
