/** Vacancies: what a post demands and offers, and how many seats of it are free. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { weekdays } from "../calendar/weekdays.ts";
import * as ids from "../identifiers/ids.ts";
import { educationLevelSchema } from "../reference/education.ts";
import { senSchema } from "../reference/money.ts";

export const contractTypes = ["PKWT", "PKWTT", "DAILY", "APPRENTICE"] as const;
export const wageBases = ["MONTHLY", "DAILY", "PIECE", "SHARE", "ALLOWANCE"] as const;

export const recordChecks = ["NOT_ASKED", "BEFORE", "AFTER_OFFER", "UNKNOWN"] as const;

export const vacancy = z.object({
  id: ids.vacancyId,
  employerId: ids.employerId,
  /** The employer's name as it is shown to staff; copied, so that a list needs one read. */
  employerName: z.string(),
  officeId: ids.officeId,
  agreementId: ids.agreementId.optional(),
  title: z.string().min(1).max(150),
  kbji: z.string().optional(),
  provinceCode: z.string(),
  regencyCode: z.string(),
  seats: z.int().min(1).max(999),
  seatsFree: z.int().min(0),
  /** In sen (hundredths of a rupiah); absent where the employer named none. */
  wage: z.object({ amount: senSchema, basis: z.enum(wageBases) }).optional(),
  /** Days of the week on which the shifts of the post fall. */
  workDays: z.array(z.enum(weekdays)),
  /** Whether one day a week or month can be kept free for reporting. */
  reportDayFree: z.boolean(),
  contractType: z.enum(contractTypes),
  requirements: z.object({
    minEducation: educationLevelSchema.optional(),
    certificateRequired: z.boolean(),
    /** Schemes of which one will do where a certificate is demanded; none: any that proves one of the skills. */
    schemes: z.array(z.string()).max(10).default([]),
    /** The least KKNI level of that certificate; 0 for any. */
    minLevel: z.int().min(0).max(9).default(0),
    skills: z.array(z.string()).max(30),
    units: z.array(z.string()).max(60),
    minExperienceYears: z.int().min(0).max(40),
  }),
  recordCheck: z.enum(recordChecks),
  /** What the source declared and no rule reads: sex, age, condition. Kept for the report to Kemnaker, with its flags. */
  flags: z.array(z.string()),
  validUntil: localDateSchema,
  karirhubRef: z.string().optional(),
  status: z.enum(["OPEN", "CLOSED"]),
  openedAt: instantSchema,
  version: z.int().min(1),
});

export type Vacancy = z.infer<typeof vacancy>;
