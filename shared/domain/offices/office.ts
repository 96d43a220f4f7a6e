/** Offices (Bapas). */
import * as z from "zod";
import { sendingHours, sendingHoursInput } from "../calendar/sending-hours.ts";
import { zoneSchema } from "../calendar/zone.ts";
import { emailSchema } from "../identifiers/email.ts";
import * as ids from "../identifiers/ids.ts";
import { anyPhoneSchema } from "../identifiers/landline.ts";
import { given, kept, keptShape, later } from "../record/fields.ts";
import { deadlineChanges, deadlineSettings } from "./deadline-settings.ts";

/** Whether an address tells of prisons or probation. */
const namesOffice = (email: string): boolean =>
  /bapas|lapas|rutan|lpka|pemasyarakatan|ditjenpas|kemenimipas|kemenkumham|napi|griya/i.test(email);

/** What an operator registers is kept; what the office itself may set is given. */
export const officeFields = {
  id: kept(ids.officeId),
  name: kept(z.string().min(3).max(120)),
  provinceCode: kept(z.string().regex(/^\d{2}$/)),
  regencyCode: kept(z.string().regex(/^\d{2}\.\d{2}$/)),
  zone: kept(zoneSchema),
  deadlines: given(deadlineSettings, deadlineChanges),
  /** Whether proposals need an agreement in force with the employer. */
  agreementRequired: later(z.boolean().default(false)),
  /** When its mails go out; daytime on weekdays and Saturdays unless said. */
  mailHours: given(sendingHours.optional(), sendingHoursInput.optional()),
  /**
   * Where replies to its mails are read. Without one nobody reads them, and the mails say so. Employers see it: it must not say by
   * whom their candidate is looked after.
   */
  replyTo: given(z.email().optional(), emailSchema.refine((email) => !namesOffice(email), "reply-to.names-office").optional()),
  /** The number under which the office is reached where the officer has none. */
  telephone: given(z.string().max(40).optional(), anyPhoneSchema.optional()),
  /** What the columns of the office's own lists hold, by their folded headings. */
  importColumns: kept(z.record(z.string(), z.string()).optional()),
  version: kept(z.int().min(1)),
};

/** A probation office (Balai Pemasyarakatan) with the settings that it chose. */
export const office = z.object(keptShape(officeFields));

export type Office = z.infer<typeof office>;
