import { routes } from "../../shared/api/routes.ts";
import { listAgreements } from "../../shared/commands/agreements/list-agreements.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listAgreements, listAgreements);
