/** Shapes of trainings. */
import * as z from "zod";
import { localDateSchema, paperDateSchema } from "../domain/calendar/local-date.ts";
import { certificateFields } from "../domain/certificates/certificate.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { batch, batchFields } from "../domain/training/batch.ts";
import { batchStatuses, mostResults, mostSeats, participantStates } from "../domain/training/kinds.ts";
import { batchOffers } from "./acts.ts";
import { changesOf, page } from "./fields.ts";

export const batchInput = z.strictObject(takenShape(batchFields));

export const batchChanges = changesOf(changesShape(batchFields));

export const batchesQuery = z.strictObject({ ...page, status: z.enum(batchStatuses).default("OPEN") });

export const batchSummary = z.object({
  id: ids.batchId,
  title: z.string(),
  siteKind: batch.shape.siteKind,
  regencyCode: z.string(),
  seats: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  status: z.enum(batchStatuses),
  /** How many have a seat, and how many wait for one. */
  seated: z.int(),
  waiting: z.int(),
});

/** A batch as staff read it: who takes part stands apart, by name. */
export const batchRecord = batch.omit({ participants: true, attendance: true });

export const batchDetail = z.object({
  batch: batchRecord,
  organisationName: z.string().optional(),
  employerName: z.string().optional(),
  /** A trainer reads nothing else of a client. */
  participants: z.array(
    z.object({
      clientId: ids.clientId,
      fullName: z.string(),
      registerNumber: z.string().optional(),
      state: z.enum(participantStates),
      since: z.string(),
      /** On how many of the recorded days they were there. */
      present: z.int(),
      certificateId: ids.certificateId.optional(),
    }),
  ),
  attendance: z.array(z.object({ day: z.string(), absent: z.array(ids.clientId) })),
  seatsFree: z.int(),
  /** What the asker may do about it. */
  acts: batchOffers,
});

const clientIds = z.array(ids.clientId).max(mostSeats);

/** Whom to enrol, in the order in which they get the seats, and who leaves. */
export const participantsInput = z
  .strictObject({ enrol: clientIds.default([]), leave: clientIds.default([]) })
  .refine(({ enrol, leave }) => enrol.length + leave.length > 0, "changes.none");

/** Who was absent on a day; all others who have a seat were there. */
export const attendanceInput = z.strictObject({ day: localDateSchema, absent: clientIds });

const { result, kind, lspLicence } = certificateFields;

/** What came of it, for up to twelve at once. What all certificates have in common is said once. */
export const resultsInput = z.strictObject({
  certificate: z
    .strictObject({
      kind: kind.taken,
      lspLicence: lspLicence.taken,
      issuedOn: paperDateSchema,
      expiresOn: localDateSchema.optional(),
    })
    .optional(),
  results: z
    .array(
      z.strictObject({
        clientId: ids.clientId,
        completed: z.boolean(),
        /** What the assessor found; competent unless said. */
        result: result.taken.default("COMPETENT"),
        /** The number of the certificate; none where there is none. */
        number: certificateFields.number.taken.optional(),
      }),
    )
    .min(1)
    .max(mostResults),
});
