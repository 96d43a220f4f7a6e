import { routes } from "../../shared/api/routes.ts";
import { terminateAgreement } from "../../shared/commands/agreements/terminate-agreement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.terminateAgreement, terminateAgreement);
