import { routes } from "../../shared/api/routes.ts";
import { verifyPlacement } from "../../shared/commands/placements/verify-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.verifyPlacement, verifyPlacement);
