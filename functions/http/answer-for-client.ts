import { routes } from "../../shared/api/routes.ts";
import { answerForClient } from "../../shared/commands/placements/answer-for-client.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.answerForClient, answerForClient);
