import { routes } from "../../shared/api/routes.ts";
import { withdrawPlacement } from "../../shared/commands/placements/withdraw-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.withdrawPlacement, withdrawPlacement);
