/** Shapes of vacancies. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
import { takenShape } from "../domain/record/fields.ts";
import { vacancyFields } from "../domain/vacancies/vacancy.ts";

export const vacancyInput = z.strictObject(takenShape(vacancyFields));

export const vacancySummary = z.object({
  id: ids.vacancyId,
  employerId: ids.employerId,
  employerName: z.string(),
  title: z.string(),
  regencyCode: z.string(),
  seats: z.int(),
  seatsFree: z.int(),
  wage: z.object({ amount: z.int(), basis: z.string() }).optional(),
  contractType: z.string(),
  validUntil: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
  withinOffice: z.literal(true).optional(),
});
