/** The staff of an office and their roles. */
import * as z from "zod";
import * as ids from "../identifiers/ids.ts";

export const staffRoles = ["officer", "supervisor", "trainer"] as const;

export type StaffRole = (typeof staffRoles)[number];

/** A member of staff, known by issuer and subject of the login; what the server believes about a person. */
export const staff = z.object({
  id: ids.staffId,
  issuer: z.string(),
  subject: z.string(),
  officeId: ids.officeId,
  role: z.enum(staffRoles),
  name: z.string().min(1).max(100),
  email: z.email(),
  active: z.boolean(),
});

export type Staff = z.infer<typeof staff>;

/** Whether work may be left with a member of staff. A trainer carries no placements. */
export const mayCarry = ({ active, role }: Staff): boolean => active && role !== "trainer";
