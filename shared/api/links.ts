/** Shapes of what is sent and shown by link. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import * as ids from "../domain/identifiers/ids.ts";

export const credentials = { linkId: ids.linkId, secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "link.secret") };

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
