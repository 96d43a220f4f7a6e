/** Shapes of agreements. */
import * as z from "zod";
import { agreement, agreementFields } from "../domain/agreements/agreement.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { agreementOffers } from "./acts.ts";
import { changesOf } from "./fields.ts";

export const agreementInput = z.strictObject(takenShape(agreementFields));

export const agreementChanges = changesOf(changesShape(agreementFields));

/** An agreement as officers read it. */
export const agreementRecord = agreement.pick({
  id: true,
  employerId: true,
  kind: true,
  title: true,
  number: true,
  scopes: true,
  status: true,
  signedOn: true,
  validFrom: true,
  validTo: true,
  version: true,
});

export const agreementDetail = z.object({
  agreement: agreementRecord,
  employerName: z.string(),
  /** Whether it is in force today. */
  inForce: z.boolean(),
  /** What the asker may do about it. */
  acts: agreementOffers,
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
