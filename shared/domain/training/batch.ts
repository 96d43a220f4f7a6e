/** A batch: one run of a training, with its seats, its days and who takes part. One record, so that an act on twelve is one act. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema, paperDateSchema } from "../calendar/local-date.ts";
import { competencyUnitSchema } from "../identifiers/competency-unit.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf } from "../identifiers/line.ts";
import { knownRegencySchema } from "../identifiers/region.ts";
import { fixed, given, kept, keptShape, later } from "../record/fields.ts";
import { skillSchema } from "../reference/skills.ts";
import { batchStatuses, instructorSources, mostSeats, participantStates, trainingSiteKinds } from "./kinds.ts";

/** Nobody leaves this list: who left, and when, is part of what the batch was. */
const mostParticipants = 3 * mostSeats;
/** As many days of attendance as a year of training has. */
const mostDays = 260;

export const participant = z.object({
  clientId: ids.clientId,
  state: z.enum(participantStates),
  /** Since when it is so; those who wait move up in this order. */
  since: instantSchema,
  /** The certificate that came of it. */
  certificateId: ids.certificateId.optional(),
});
export type Participant = z.infer<typeof participant>;

/** Who was absent on a day; all others who were enrolled were there. */
const attendanceDay = z.object({ day: localDateSchema, absent: z.array(ids.clientId).max(mostSeats) });

export const batchFields = {
  id: kept(ids.batchId),
  officeId: kept(ids.officeId),
  /** The programme, as its certificate names it. */
  title: given(z.string().min(1).max(200), lineOf(200)),
  /** Whose material is taught, where it has a name. */
  module: given(z.string().optional(), lineOf(200).optional()),
  /** The scheme of the certification, where the training leads to one. */
  scheme: given(z.string().optional(), lineOf(200).optional()),
  /** SKKNI units that are taught. */
  units: given(z.array(z.string()).max(60), z.array(competencyUnitSchema).max(60).default([])),
  /** Skill codes that it teaches. */
  skills: given(z.array(z.string()).max(30), z.array(skillSchema).max(30).default([])),
  hours: given(z.int().min(1).max(2000).optional()),
  instructorFrom: given(z.enum(instructorSources)),
  siteKind: given(z.enum(trainingSiteKinds)),
  regencyCode: given(z.string(), knownRegencySchema),
  /** The centre, unit or service that holds it. */
  organisationId: given(ids.organisationId.optional()),
  /** Whose workshop it is, or for whom people are trained. */
  employerId: given(ids.employerId.optional()),
  /** Under which agreement. */
  agreementId: fixed(ids.agreementId.optional()),
  seats: given(z.int().min(1).max(mostSeats)),
  startsOn: given(localDateSchema, paperDateSchema),
  endsOn: given(localDateSchema, paperDateSchema),
  cancelled: later(z.boolean()),
  status: kept(z.enum(batchStatuses)),
  participants: kept(z.array(participant).max(mostParticipants)),
  attendance: kept(z.array(attendanceDay).max(mostDays)),
  openedBy: kept(ids.staffId),
  openedAt: kept(instantSchema),
  version: kept(z.int().min(1)),
};

export const batch = z.object(keptShape(batchFields));
export type Batch = z.infer<typeof batch>;

/** It is over once everybody who had a seat has a result, and never by the calendar: results come when the centre sends them. */
export function statusOf({ cancelled, participants }: Pick<Batch, "cancelled" | "participants">): Batch["status"] {
  if (cancelled) return "CANCELLED";
  const hasResult = participants.some(({ state }) => state === "COMPLETED" || state === "NOT_COMPLETED");
  return hasResult && !participants.some(({ state }) => state === "ENROLLED") ? "COMPLETED" : "OPEN";
}
