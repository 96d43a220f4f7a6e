/** Shapes of offices and their staff. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
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

export const me = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  office: z.object({ id: ids.officeId, name: z.string(), zone: z.string() }),
});
