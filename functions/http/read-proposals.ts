import { routes } from "../../shared/api/routes.ts";
import { readProposals } from "../../shared/commands/matching/read-proposals.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readProposals, readProposals);
