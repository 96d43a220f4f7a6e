import { routes } from "../../shared/api/routes.ts";
import { readStatusDocument } from "../../shared/commands/clients/read-status-document.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readStatusDocument, readStatusDocument);
