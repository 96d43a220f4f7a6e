/** How long each kind of wait lasts, in working days of the office: its own setting, within limits. */
import * as z from "zod";

/** Working days, with the limits within which an office may set them. */
export const deadlineSettings = z.object({
  certificate: z.int().min(5).max(60).default(30),
  vacancy: z.int().min(5).max(30).default(10),
  approval: z.int().min(1).max(10).default(5),
  client: z.int().min(3).max(10).default(5),
  /** For a client without a phone of their own: until the next report day, at most this. */
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
