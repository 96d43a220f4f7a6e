import { routes } from "../../shared/api/routes.ts";
import { readCandidates } from "../../shared/commands/matching/read-candidates.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readCandidates, readCandidates);
