import { routes } from "../../shared/api/routes.ts";
import { listOrganisations } from "../../shared/commands/organisations/list-organisations.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listOrganisations, listOrganisations);
