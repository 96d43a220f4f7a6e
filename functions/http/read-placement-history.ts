import { routes } from "../../shared/api/routes.ts";
import { readPlacementHistory } from "../../shared/commands/placements/read-placement-history.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readPlacementHistory, readPlacementHistory);
