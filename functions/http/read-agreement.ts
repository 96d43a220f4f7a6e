import { routes } from "../../shared/api/routes.ts";
import { readAgreement } from "../../shared/commands/agreements/read-agreement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readAgreement, readAgreement);
