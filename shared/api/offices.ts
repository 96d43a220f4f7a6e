/** Shapes of offices and their staff. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
import { office } from "../domain/offices/office.ts";
import { cover, mostCovers, staffRoles } from "../domain/offices/staff.ts";

export const staffSummary = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  active: z.boolean(),
  covers: z.array(cover),
});

/** All covers of a member of staff, in the place of those that were there: none takes them back. */
export const coversInput = z.strictObject({
  covers: z.array(z.strictObject(cover.shape)).max(mostCovers),
});

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
  replyTo: true,
  telephone: true,
  version: true,
});

export const me = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  office: z.object({ id: ids.officeId, name: z.string(), zone: z.string() }),
});
