import { routes } from "../../shared/api/routes.ts";
import { readPlacement } from "../../shared/commands/placements/read-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readPlacement, readPlacement);
