/** Shapes of vacancies. */
import * as z from "zod";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { weekdays } from "../domain/calendar/weekdays.ts";
import { competencyUnitSchema } from "../domain/identifiers/competency-unit.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { occupationCodeSchema } from "../domain/identifiers/occupation.ts";
import { knownRegencySchema } from "../domain/identifiers/region.ts";
import { tellsOfCorrections } from "../domain/reference/correctional-words.ts";
import { educationLevelSchema } from "../domain/reference/education.ts";
import { senSchema } from "../domain/reference/money.ts";
import { contractTypes, recordChecks, wageBases } from "../domain/vacancies/vacancy.ts";
import { skill } from "./fields.ts";

export const vacancyInput = z.strictObject({
  employerId: ids.employerId,
  agreementId: ids.agreementId.optional(),
  /** Employers read it, and may know nothing by it of the candidates. */
  title: lineOf(150).refine((title) => !tellsOfCorrections(title), "text.corrections"),
  kbji: occupationCodeSchema.optional(),
  regencyCode: knownRegencySchema,
  seats: z.int().min(1).max(999),
  wage: z.strictObject({ amount: senSchema, basis: z.enum(wageBases) }).optional(),
  /** Empty where the employer has not said. */
  workDays: z.array(z.enum(weekdays)).max(7),
  reportDayFree: z.boolean(),
  contractType: z.enum(contractTypes),
  requirements: z.strictObject({
    minEducation: educationLevelSchema.optional(),
    certificateRequired: z.boolean().default(false),
    /** Where a certificate is demanded: schemes of which one will do, and the least KKNI level. */
    schemes: z.array(lineOf(200)).max(10).default([]),
    minLevel: z.int().min(0).max(9).default(0),
    skills: z.array(skill).max(30).default([]),
    units: z.array(competencyUnitSchema).max(60).default([]),
    minExperienceYears: z.int().min(0).max(40).default(0),
  }),
  recordCheck: z.enum(recordChecks).default("UNKNOWN"),
  flags: z.array(lineOf(60)).max(20).default([]),
  validUntil: localDateSchema,
  karirhubRef: lineOf(80).optional(),
});

export const vacancySummary = z.object({
  id: ids.vacancyId,
  employerId: ids.employerId,
  employerName: z.string(),
  title: z.string(),
  regencyCode: z.string(),
  seats: z.int(),
  seatsFree: z.int(),
  wage: z.object({ amount: z.int(), basis: z.string() }).optional(),
  contractType: z.string(),
  validUntil: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
});
