import { routes } from "../../shared/api/routes.ts";
import { recordConsent } from "../../shared/commands/clients/record-consent.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordConsent, recordConsent);
