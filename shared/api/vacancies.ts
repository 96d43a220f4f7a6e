/** Shapes of vacancies. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { vacancy, vacancyFields } from "../domain/vacancies/vacancy.ts";
import { vacancyOffers } from "./acts.ts";
import { employerRecord } from "./employers.ts";
import { changesOf, page } from "./fields.ts";

export const vacancyInput = z.strictObject(takenShape(vacancyFields));

export const vacancyChanges = changesOf(changesShape(vacancyFields));

/** A vacancy as staff read it. */
export const vacancyRecord = vacancy.pick({
  id: true,
  employerId: true,
  employerName: true,
  agreementId: true,
  title: true,
  kbji: true,
  regencyCode: true,
  seats: true,
  seatsFree: true,
  wage: true,
  workDays: true,
  reportDayFree: true,
  contractType: true,
  requirements: true,
  recordCheck: true,
  flags: true,
  validUntil: true,
  karirhubRef: true,
  withinOffice: true,
  status: true,
  openedAt: true,
  version: true,
});

/** One vacancy with whom to ask about it. */
export const vacancyDetail = z.object({
  vacancy: vacancyRecord,
  employer: employerRecord,
  /** What the asker may do about it. */
  acts: vacancyOffers,
});

/** `q`: words of the title and of the employer's name, as they are typed. */
export const listQuery = z.strictObject({ ...page, q: lineOf(80).optional() });

export const vacancySummary = z.object({
  id: ids.vacancyId,
  employerId: ids.employerId,
  employerName: z.string(),
  title: z.string(),
  regencyCode: z.string(),
  seats: z.int(),
  seatsFree: z.int(),
  wage: z.object({ amount: z.int(), basis: z.string() }).optional(),
  contractType: z.string().optional(),
  partTime: z.boolean().optional(),
  openToDisabled: z.boolean().optional(),
  kbji: z.string().optional(),
  jobFunction: z.string().optional(),
  description: z.string().optional(),
  sourceUrl: z.string().optional(),
  notes: z.array(z.string()).optional(),
  validUntil: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
  withinOffice: z.literal(true).optional(),
});
