import { routes } from "../../shared/api/routes.ts";
import { confirmStart } from "../../shared/commands/placements/confirm-start.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.confirmStart, confirmStart);
