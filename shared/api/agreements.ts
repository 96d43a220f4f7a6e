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
  /** What was promised under it, seat by seat, and what is filled of it: its vacancies, as far as the office sees them. */
  vacancies: z.array(
    z.object({
      id: ids.vacancyId,
      title: z.string(),
      status: z.string(),
      seats: z.int(),
      seatsFree: z.int(),
      validUntil: z.string(),
    }),
  ),
  /** What the asker may do about it. */
  acts: agreementOffers,
});

export const agreementSummary = z.object({
  id: ids.agreementId,
  employerId: ids.employerId,
  employerName: z.string().optional(),
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  status: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
});
