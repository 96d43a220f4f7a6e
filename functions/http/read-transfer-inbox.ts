import { routes } from "../../shared/api/routes.ts";
import { readTransferInbox } from "../../shared/commands/clients/read-transfer-inbox.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readTransferInbox, readTransferInbox);
