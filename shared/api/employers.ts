/** Shapes of employers. */
import * as z from "zod";
import { contact } from "../domain/employers/contact.ts";
import { employerFields } from "../domain/employers/employer.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { takenShape } from "../domain/record/fields.ts";

export const employerInput = z.strictObject(takenShape(employerFields));

export const employerSummary = z.object({
  id: ids.employerId,
  type: z.string(),
  size: z.string(),
  legalName: z.string(),
  regencyCode: z.string(),
  optOut: z.boolean(),
  unverified: z.literal(true).optional(),
});

/** The person to ask at an employer, and every way to reach that person. */
export const contactWays = contact.extend({
  /** Every number as it is dialled, with the extension in words. */
  numbers: z.array(z.string()).readonly(),
});
