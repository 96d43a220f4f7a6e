import { routes } from "../../shared/api/routes.ts";
import { changeAgreement } from "../../shared/commands/agreements/change-agreement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeAgreement, changeAgreement);
