import { routes } from "../../shared/api/routes.ts";
import { terminateAgreement } from "../../shared/commands/employers/record-employers.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.terminateAgreement, terminateAgreement);
