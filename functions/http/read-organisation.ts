import { routes } from "../../shared/api/routes.ts";
import { readOrganisation } from "../../shared/commands/organisations/read-organisation.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readOrganisation, readOrganisation);
