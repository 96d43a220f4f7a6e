/** Employers, their agreements with an office, and their vacancies. */
import * as z from "zod";
import { instantSchema } from "./calendar/instant.ts";
import { localDateSchema } from "./calendar/local-date.ts";
import { weekdays } from "./client.ts";
import * as ids from "./ids.ts";
import { contractTypes } from "./placement/placement.ts";
import { educationLevelSchema } from "./reference/education.ts";
import { senSchema } from "./reference/money.ts";
import { sealedNumber } from "./sealed-number.ts";

export const contact = z.object({
  id: ids.contactId,
  name: z.string().min(1).max(100),
  /** Absent: the officer asks by phone. */
  email: z.email().optional(),
  phone: z.string().optional(),
});
export const employer = z.object({
  id: ids.employerId,
  type: z.enum(["COMPANY", "INDIVIDUAL", "COOPERATIVE"]),
  /** Micro and small are exempt from the minimum wage within PP 36/2021 art. 36. */
  size: z.enum(["MICRO", "SMALL", "MEDIUM", "LARGE"]),
  legalName: z.string().min(1).max(150),
  /** Sealed whoever employs: the NPWP of a person is the NIK. */
  npwp: sealedNumber.optional(),
  nib: z.string().optional(),
  industry: z.array(z.object({ scheme: z.enum(["KBLI2020", "KBLI2025"]), code: z.string() })).max(20),
  provinceCode: z.string(),
  regencyCode: z.string(),
  contact,
  /** Wants no proposals. */
  optOut: z.boolean(),
  karirhubRef: z.string().optional(),
  registeredBy: z.string(),
  version: z.int().min(1),
});
export type Employer = z.infer<typeof employer>;

export const agreementScopes = ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"] as const;

/** A cooperation agreement (PKS, or the umbrella MoU) between an office and an employer. */
export const agreement = z.object({
  id: ids.agreementId,
  officeId: ids.officeId,
  employerId: ids.employerId,
  kind: z.enum(["PKS", "MOU"]),
  title: z.string().min(1).max(300),
  number: z.string().min(1).max(100),
  scopes: z.array(z.enum(agreementScopes)).min(1),
  signedOn: localDateSchema.optional(),
  validFrom: localDateSchema,
  validTo: localDateSchema,
  status: z.enum(["PLANNED", "SIGNED", "TERMINATED"]),
  version: z.int().min(1),
});
export type Agreement = z.infer<typeof agreement>;

/** Whether an agreement is in force on a day. Expiry only stops new proposals; it recalls nothing. */
export const isInForce = (one: Agreement, today: string): boolean =>
  one.status === "SIGNED" && one.validFrom <= today && today <= one.validTo;

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
