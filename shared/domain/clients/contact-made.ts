/** A contact that an officer had, or tried to have, with a client: coded, so that nothing of a case can be written down with it. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";

export const contactWays = ["PHONE", "WHATSAPP", "IN_PERSON", "VISIT"] as const;
export const contactedPeople = ["CLIENT", "FAMILY", "OTHER"] as const;
/** `OPENED`: a chat with them was opened; whether anything was sent, let alone read, is known to nobody. */
export const contactOutcomes = ["REACHED", "NO_ANSWER", "CALL_BACK", "NUMBER_WRONG", "DECLINED", "OPENED"] as const;

export const contactMade = z.object({
  id: z.string(),
  clientId: ids.clientId,
  at: instantSchema,
  how: z.enum(contactWays),
  who: z.enum(contactedPeople),
  outcome: z.enum(contactOutcomes),
  recordedBy: ids.staffId,
});

export type ContactMade = z.infer<typeof contactMade>;
