import { routes } from "../../shared/api/routes.ts";
import { changeOrganisation } from "../../shared/commands/organisations/change-organisation.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeOrganisation, changeOrganisation);
