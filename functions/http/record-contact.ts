import { routes } from "../../shared/api/routes.ts";
import { recordContact } from "../../shared/commands/clients/record-contact.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordContact, recordContact);
