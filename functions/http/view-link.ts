import { routes } from "../../shared/api/routes.ts";
import { viewLink } from "../../shared/commands/links/view-link.ts";
import { linkHandler } from "../../shared/runtime/http.ts";

export const handler = linkHandler(routes.viewLink, viewLink);
