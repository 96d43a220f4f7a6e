import { routes } from "../../shared/api/routes.ts";
import { recordAgreement } from "../../shared/commands/agreements/record-agreement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordAgreement, recordAgreement);
