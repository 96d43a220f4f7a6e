/** Why somebody has to decide about a placement, and why one was closed, in both languages. */
import { reasonsInIndonesian } from "./reasons-id.ts";
import type { Text } from "./text.ts";

const english: Readonly<Record<keyof typeof reasonsInIndonesian, string>> = {
  NO_CERTIFICATE: "There is no valid certificate",
  NO_VACANCY: "There is no vacancy that fits",
  NOT_APPROVED: "The proposals were not approved in time",
  PROPOSALS_REJECTED: "None of the proposals was approved",
  CLIENT_SILENT: "The client has not answered",
  CLIENT_DECLINED_ALL: "The client said no to every employer",
  EMPLOYERS_EXHAUSTED: "All employers have been asked",
  EMPLOYERS_UNREACHED: "Some employers could not be reached, and the others were asked",
  RECALLED: "The proposals were recalled",
  WITHDRAWN: "The client withdrew",
  NO_DECISION: "Nobody decided before the deadline",
  CLOSED_BY_OFFICER: "Closed by the officer",
};
const texts: Readonly<Record<string, string>> = english;

export const reasonWords: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(reasonsInIndonesian).map(([reason, id]) => [reason, { id, en: texts[reason] ?? id }]),
);
