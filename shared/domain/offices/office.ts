/** Offices (Bapas). */
import * as z from "zod";
import { sendingHours } from "../calendar/sending-hours.ts";
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
  /** When its mails go out; daytime on weekdays and Saturdays unless said. */
  mailHours: sendingHours.optional(),
  /** Where replies to its mails are read. Without one nobody reads them, and the mails say so. */
  replyTo: z.email().optional(),
  /** The number under which the office is reached where the officer has none. */
  telephone: z.string().max(40).optional(),
  /** What the columns of the office's own lists hold, by their folded headings. */
  importColumns: z.record(z.string(), z.string()).optional(),
  version: z.int().min(1),
});

export type Office = z.infer<typeof office>;
