import { routes } from "../../shared/api/routes.ts";
import { listPlacements } from "../../shared/commands/placements/list-placements.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listPlacements, listPlacements);
