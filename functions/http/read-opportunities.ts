import { routes } from "../../shared/api/routes.ts";
import { readOpportunities } from "../../shared/commands/matching/read-opportunities.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readOpportunities, readOpportunities);
