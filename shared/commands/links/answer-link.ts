/** The link's calls that change something. */
import type { routes } from "../../api/routes.ts";
import type { OpenCommand } from "../request.ts";
import { answerByLink, undoByLink } from "./use-link.ts";

export const answerLink: OpenCommand<typeof routes.answerLink> = (deps, { body, idempotency }) =>
  answerByLink(deps, body, body.choice, ["ANSWER", "INTERVIEW_RESULT", "FOLLOW_UP"], idempotency);

export const confirmByLink: OpenCommand<typeof routes.confirmByLink> = (deps, { body, idempotency }) =>
  answerByLink(deps, body, body.choice, ["CONFIRMATION"], idempotency);

export const undoLink: OpenCommand<typeof routes.undoLink> = (deps, { body, idempotency }) => undoByLink(deps, body, idempotency);
