import { routes } from "../../shared/api/routes.ts";
import { readOrganisationHistory } from "../../shared/commands/organisations/read-organisation-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readOrganisationHistory, readOrganisationHistory);
