/** Shapes of employers. */
import * as z from "zod";
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
