/** An appointment that does not take place. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";

/** What the calendar of somebody who was told of an interview needs, where the interview does not take place. */
export const calledOff = z.object({
  no: z.int(),
  sequence: z.int(),
  at: instantSchema,
  cause: z.enum(["CLIENT_UNAVAILABLE", "VACANCY_CLOSED", "AGREEMENT_ENDED", "SEAT_TAKEN", "EMPLOYER_DECIDED"]),
});

export type CalledOff = z.infer<typeof calledOff>;
