/** The link's calls that change something. */
import type { routes } from "../../api/routes.ts";
import type { OpenCommand } from "../request.ts";
import { answerByLink, undoByLink } from "./use-link.ts";

export const answerLink: OpenCommand<typeof routes.answerLink> = (deps, { body, ...by }) =>
  answerByLink(deps, body, body.choice, ["ANSWER", "INTERVIEW_RESULT", "FOLLOW_UP"], by);

export const confirmByLink: OpenCommand<typeof routes.confirmByLink> = (deps, { body, ...by }) =>
  answerByLink(deps, body, body.choice, ["CONFIRMATION"], by);

export const undoLink: OpenCommand<typeof routes.undoLink> = (deps, { body, ...by }) => undoByLink(deps, body, by);
