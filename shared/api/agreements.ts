/** Shapes of agreements. */
import * as z from "zod";
import { agreement, agreementFields, agreementStandings } from "../domain/agreements/agreement.ts";
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
  follows: true,
  followedBy: true,
  signedTime: true,
  annexes: true,
  promised: true,
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

/** A party by the name that it bore when the agreement was signed. */
const party = z.object({ id: z.string(), kind: z.enum(["OFFICE", "ORGANISATION", "EMPLOYER"]), name: z.string() });

export const agreementDetail = z.object({
  agreement: agreementRecord,
  /** The first employer among its parties. */
  employerName: z.string().optional(),
  parties: z.array(party),
  /** Whether it is in force today. */
  inForce: z.boolean(),
  standing: z.enum(agreementStandings),
  /** What has come of it, counted from what happened: seats in trainings and jobs are those that somebody has, or had to the end. */
  delivered: z.object({ trainingSeats: z.int(), certificates: z.int(), jobs: z.int() }),
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
  employerId: ids.employerId.optional(),
  employerName: z.string().optional(),
  parties: z.array(party),
  kind: z.string(),
  title: z.string(),
  number: z.string().optional(),
  status: z.string(),
  standing: z.enum(agreementStandings),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});
