/** Offices (Bapas). */
import * as z from "zod";
import { zoneSchema } from "../calendar/zone.ts";
import * as ids from "../identifiers/ids.ts";
import { deadlineSettings } from "./deadline-settings.ts";

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
  /** What the columns of the office's own lists hold, by their folded headings. */
  importColumns: z.record(z.string(), z.string()).optional(),
  version: z.int().min(1),
});

export type Office = z.infer<typeof office>;
