import { routes } from "../../shared/api/routes.ts";
import { nameColleague } from "../../shared/commands/links/name-colleague.ts";
import { linkHandler } from "../../shared/runtime/http.ts";

export const handler = linkHandler(routes.nameColleague, nameColleague);
