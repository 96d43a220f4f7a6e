/** Shapes of agreements. */
import * as z from "zod";
import { agreementFields } from "../domain/agreements/agreement.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { takenShape } from "../domain/record/fields.ts";

export const agreementInput = z.strictObject(takenShape(agreementFields));

export const agreementSummary = z.object({
  id: ids.agreementId,
  employerId: ids.employerId,
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  status: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
});
