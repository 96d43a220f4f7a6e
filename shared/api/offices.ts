/** Shapes of offices and their staff. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { actions } from "../domain/offices/access-policy.ts";
import { office, officeFields } from "../domain/offices/office.ts";
import { staffRoles } from "../domain/offices/roles.ts";
import { cover, mostCovers } from "../domain/offices/staff.ts";
import { changesShape } from "../domain/record/fields.ts";
import { changesOf } from "./fields.ts";

export const staffSummary = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  active: z.boolean(),
  covers: z.array(cover),
  coversVersion: z.int(),
});

/** A colleague: how to reach them, who stands in for them, and how much is with them. */
export const staffDetail = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  active: z.boolean(),
  office: z.object({ id: ids.officeId, name: z.string() }),
  email: z.string(),
  phone: z.string().optional(),
  covers: z.array(cover.extend({ name: z.string().optional() })),
  coversVersion: z.int(),
  /** How many clients of the office are theirs. */
  clients: z.int().min(0),
});

/** All covers of a member of staff, in the place of those that were there: none takes them back. */
export const coversInput = z.strictObject({
  /** How often they had been set when they were seen; absent: never. */
  version: z.int().min(0).max(1_000_000).default(0),
  covers: z.array(z.strictObject(cover.shape)).max(mostCovers),
});

/** Who stands in for a member of staff, as it was set last. */
export const coversShown = z.object({ id: ids.staffId, covers: z.array(cover), version: z.int() });

export const handOverInput = z.strictObject({ to: ids.staffId });

/** An office with the settings that it chose. */
export const officeRecord = office.pick({
  id: true,
  name: true,
  provinceCode: true,
  regencyCode: true,
  zone: true,
  deadlines: true,
  agreementRequired: true,
  mailHours: true,
  replyTo: true,
  telephone: true,
  version: true,
});

/** What the office itself may set; everything else of it an operator registers. */
export const officeChanges = changesOf(changesShape(officeFields));

const person = z.object({ id: ids.staffId, name: z.string() });

/** Who asks, with what they may do and whom they stand in for. */
export const me = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  /** What the role may ever do; on whose records, each act says itself. */
  actions: z.array(z.enum(actions)),
  office: officeRecord,
  /** Who stands in for the asker, from when to when. */
  covers: z.array(cover.extend({ name: z.string().optional() })),
  /** Whose work the asker sees to today besides their own. */
  standsInFor: z.array(person),
  /** Now, by the clock that deadlines go by. */
  now: instantSchema,
});
