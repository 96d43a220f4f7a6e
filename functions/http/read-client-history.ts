import { routes } from "../../shared/api/routes.ts";
import { readClientHistory } from "../../shared/commands/clients/read-client-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readClientHistory, readClientHistory);
