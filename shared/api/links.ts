/** Shapes of what is sent and shown by link. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { emailSchema } from "../domain/identifiers/email.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { anyPhoneSchema } from "../domain/identifiers/landline.ts";
import { personNameSchema } from "../domain/identifiers/person-name.ts";
import { shortCodeSchema } from "../domain/identifiers/short-code.ts";

export const credentials = { linkId: ids.linkId, secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "link.secret") };

/** What stands in the mail beside the link. */
export const codeInput = z.strictObject({ code: shortCodeSchema });
export const linkOfCode = z.object(credentials);

/** Who is in charge instead: by mail or by phone. */
export const colleagueInput = z
  .strictObject({
    ...credentials,
    name: personNameSchema,
    email: emailSchema.optional(),
    phone: anyPhoneSchema.optional(),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, { error: "colleague.way", path: ["phone"] });

export const colleagueNoted = z.object({ noted: z.literal(true) });

export const linkView = z.object({
  action: z.string(),
  open: z.boolean(),
  /** Why it is not open, where it is not: LINK_USED, SEAT_TAKEN, LINK_EXPIRED. */
  closedBecause: z.string().optional(),
  undoUntil: instantSchema.optional(),
  /** What was answered by this link, as it was chosen; not once it has been taken back. */
  given: z.record(z.string(), z.unknown()).optional(),
  zone: z.enum(["WIB", "WITA", "WIT"]),
  deadline: instantSchema.optional(),
  asker: z.string(),
  /** The number under which the asker, or else the office, is reached. */
  askerNumber: z.string().optional(),
  employer: z.string(),
  vacancy: z.string(),
  candidate: z.string(),
  /** Only once the employer has chosen an interview or accepted. */
  identity: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  /** Only where the client allowed it. */
  accompaniedBy: z.string().optional(),
  competences: z.array(z.string()),
  reasons: z.array(z.object({ source: z.string(), points: z.int() })),
  day: z.int().optional(),
  /** The interview that is awaited, and whether this employer may still move it. */
  interview: z
    .object({
      at: instantSchema.optional(),
      place: z.string().optional(),
      number: z.string().optional(),
      askFor: z.string().optional(),
      mayMove: z.boolean(),
    })
    .optional(),
  now: instantSchema,
});
