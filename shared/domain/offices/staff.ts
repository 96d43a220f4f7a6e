/** The staff of an office and their roles. */
import * as z from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";
import { carries, staffRoles } from "./roles.ts";

/** Somebody stands in for a member of staff from one day to another, both included, as the office counts its days. */
export const cover = z.object({ by: ids.staffId, from: localDateSchema, to: localDateSchema });
export type Cover = z.infer<typeof cover>;

/** As many covers are kept of a member of staff at once. */
export const mostCovers = 12;

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
  /** The number that employers and clients may call. */
  phone: z.string().max(40).optional(),
  /** Who stands in for them, and when. */
  covers: z.array(cover).max(mostCovers).optional(),
  /** How often these were set: whoever sets them again has seen that many. */
  coversVersion: z.int().optional(),
});

export type Staff = z.infer<typeof staff>;

/** Whether work may be left with a member of staff. */
export const mayCarry = ({ active, role }: Staff): boolean => active && carries[role];
