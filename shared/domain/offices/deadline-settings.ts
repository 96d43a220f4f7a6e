/** How long each kind of wait lasts, in working days of the office: its own setting, within limits. */
import * as z from "zod";
import { changesShape, keptShape, later } from "../record/fields.ts";

/** Working days, with the limits within which an office may set them. */
const days = (least: number, most: number, usual: number) => later(z.int().min(least).max(most).default(usual));

const deadlineFields = {
  certificate: days(5, 60, 30),
  vacancy: days(5, 30, 10),
  approval: days(1, 10, 5),
  client: days(3, 10, 5),
  /** For a client without a phone of their own: until the next report day, at most this. */
  clientWithoutPhone: days(5, 15, 10),
  employer: days(3, 10, 5),
  /** After the last agreed or proposed interview time. */
  interview: days(1, 10, 3),
  confirmation: days(3, 15, 7),
  review: days(3, 10, 5),
  /** For the answers to a follow-up, and again for the visit. */
  followUp: days(3, 10, 5),
};

export const deadlineSettings = z.object(keptShape(deadlineFields));

export type DeadlineSettings = z.infer<typeof deadlineSettings>;

/** Some of them, as they are set anew: those that are not named stay. */
export const deadlineChanges = z.strictObject(changesShape(deadlineFields));
