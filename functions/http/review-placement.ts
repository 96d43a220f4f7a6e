import { routes } from "../../shared/api/routes.ts";
import { reviewPlacement } from "../../shared/commands/placements/review-placement.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.reviewPlacement, reviewPlacement);
