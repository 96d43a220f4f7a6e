import { routes } from "../../shared/api/routes.ts";
import { requestTransfer } from "../../shared/commands/clients/request-transfer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.requestTransfer, requestTransfer);
