import { routes } from "../../shared/api/routes.ts";
import { registerOrganisation } from "../../shared/commands/organisations/register-organisation.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.registerOrganisation, registerOrganisation);
