import { routes } from "../../shared/api/routes.ts";
import { readConsentTexts } from "../../shared/commands/clients/read-consent-texts.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readConsentTexts, readConsentTexts);
