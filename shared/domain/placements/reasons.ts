/** Why an officer has to look at a placement, and why one was closed. */

export const reviewReasons = [
  "NO_CERTIFICATE",
  "NO_VACANCY",
  "NOT_APPROVED",
  "PROPOSALS_REJECTED",
  "CLIENT_SILENT",
  "CLIENT_DECLINED_ALL",
  "EMPLOYERS_EXHAUSTED",
  "EMPLOYERS_UNREACHED",
  "RECALLED",
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const closeReasons = ["WITHDRAWN", "NO_DECISION", "CLOSED_BY_OFFICER"] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Why the officer closed a placement after a review: coded, so that it can be counted and never holds prose about a person. */
export const closingReasons = [
  "FOUND_WORK",
  "NOT_REACHED",
  "NOT_READY",
  "MOVED_AWAY",
  "NO_FITTING_WORK",
  "TRAINING_FIRST",
  "BY_MISTAKE",
  "OTHER",
] as const;
export type ClosingReason = (typeof closingReasons)[number];
