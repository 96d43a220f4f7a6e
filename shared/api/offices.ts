/** Shapes of offices and their staff. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
import { staffRoles } from "../domain/offices/staff.ts";

export const me = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  office: z.object({ id: ids.officeId, name: z.string(), zone: z.string() }),
});
