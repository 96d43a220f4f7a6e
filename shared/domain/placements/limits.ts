/** The limits of one attempt that no office sets. */
import type { DeadlineSettings } from "../offices/deadline-settings.ts";
import type { PlacementStatus } from "./placement.ts";

/** Which setting times a status. */
export const deadlineOf = {
  AWAITING_CERTIFICATE: "certificate",
  AWAITING_VACANCY: "vacancy",
  AWAITING_APPROVAL: "approval",
  AWAITING_CLIENT: "client",
  AWAITING_EMPLOYER: "employer",
  INTERVIEW: "interview",
  AWAITING_CONFIRMATION: "confirmation",
  AWAITING_REVIEW: "review",
} as const satisfies Partial<Record<PlacementStatus, keyof DeadlineSettings>>;

/** On which working days after the question the employer is reminded. */
export const employerReminders = [2, 4] as const;

/** How long an answer by link can be undone, in milliseconds. */
export const undoWindow = 10 * 60_000;

/** How many employers one attempt asks at most. */
export const mostEmployers = 5;
