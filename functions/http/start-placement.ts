import { routes } from "../../shared/api/routes.ts";
import { startPlacement } from "../../shared/commands/placements/start-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.startPlacement, startPlacement);
