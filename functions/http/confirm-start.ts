import { routes } from "../../shared/api/routes.ts";
import { confirmStart } from "../../shared/commands/placements/decide-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.confirmStart, confirmStart);
