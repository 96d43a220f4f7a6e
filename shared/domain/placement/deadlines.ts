/** How long each status waits, in working days of the office's region: a setting of the office within limits. */
import * as z from "zod";
import type { PlacementStatus } from "./placement.ts";

/** Working days, with the limits within which an office may set them. */
export const deadlineSettings = z.object({
  certificate: z.int().min(5).max(60).default(30),
  vacancy: z.int().min(5).max(30).default(10),
  approval: z.int().min(1).max(10).default(5),
  client: z.int().min(3).max(10).default(5),
  /** For a client without an own phone: until the next report day, at most this. */
  clientWithoutPhone: z.int().min(5).max(15).default(10),
  employer: z.int().min(3).max(10).default(5),
  /** After the last agreed or proposed interview time. */
  interview: z.int().min(1).max(10).default(3),
  confirmation: z.int().min(3).max(15).default(7),
  review: z.int().min(3).max(10).default(5),
  /** For the answers to a follow-up, and again for the visit. */
  followUp: z.int().min(3).max(10).default(5),
});
export type DeadlineSettings = z.infer<typeof deadlineSettings>;

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

/** After how many calendar days a placement is followed up. */
export const followUpDays = [30, 90, 180] as const;
