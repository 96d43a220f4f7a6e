import { routes } from "../../shared/api/routes.ts";
import { readAgreementHistory } from "../../shared/commands/agreements/read-agreement-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readAgreementHistory, readAgreementHistory);
