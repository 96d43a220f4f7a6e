import { routes } from "../../shared/api/routes.ts";
import { confirmByLink } from "../../shared/commands/links/answer-link.ts";
import { linkHandler } from "../../shared/runtime/http.ts";

export const handler = linkHandler(routes.confirmByLink, confirmByLink);
