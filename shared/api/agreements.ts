/** Shapes of agreements. */
import * as z from "zod";
import { agreementScopes } from "../domain/agreements/agreement.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";

export const agreementInput = z.strictObject({
  employerId: ids.employerId,
  kind: z.enum(["PKS", "MOU"]),
  title: lineOf(300),
  number: lineOf(100),
  scopes: z.array(z.enum(agreementScopes)).min(1).max(3),
  status: z.enum(["PLANNED", "SIGNED"]),
  signedOn: localDateSchema.optional(),
  validFrom: localDateSchema,
  validTo: localDateSchema,
});

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
