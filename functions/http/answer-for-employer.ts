import { routes } from "../../shared/api/routes.ts";
import { answerForEmployer } from "../../shared/commands/placements/answer-for-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.answerForEmployer, answerForEmployer);
