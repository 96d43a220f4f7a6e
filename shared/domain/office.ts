/** Offices (Bapas) and the staff who work there. */
import * as z from "zod";
import { zoneSchema } from "./calendar/zone.ts";
import * as ids from "./ids.ts";
import { deadlineSettings } from "./placement/deadlines.ts";

/** A probation office (Balai Pemasyarakatan) with the settings that it chose. */
export const office = z.object({
  id: ids.officeId,
  name: z.string().min(3).max(120),
  provinceCode: z.string().regex(/^\d{2}$/),
  regencyCode: z.string().regex(/^\d{2}\.\d{2}$/),
  zone: zoneSchema,
  deadlines: deadlineSettings,
  /** Whether proposals need an agreement in force with the employer. */
  agreementRequired: z.boolean().default(false),
  version: z.int().min(1),
});
export type Office = z.infer<typeof office>;

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
export const mayCarry = (one: Staff): boolean => one.active && one.role !== "trainer";
