import { routes } from "../../shared/api/routes.ts";
import { openByCode } from "../../shared/commands/links/short-code.ts";
import { linkHandler } from "../../shared/runtime/http.ts";

export const handler = linkHandler(routes.openByCode, openByCode);
