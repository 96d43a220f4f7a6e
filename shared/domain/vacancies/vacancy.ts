/** Vacancies: what a post demands and offers, and how many seats of it are free. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { weekdays } from "../calendar/weekdays.ts";
import { competencyUnitSchema } from "../identifiers/competency-unit.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf, textOf } from "../identifiers/line.ts";
import { occupationCodeSchema } from "../identifiers/occupation.ts";
import { knownRegencySchema } from "../identifiers/region.ts";
import { fixed, given, kept, keptShape, takenShape } from "../record/fields.ts";
import { mentionsCorrections } from "../reference/correctional-words.ts";
import { drivingLicences } from "../reference/driving-licences.ts";
import { educationLevelSchema } from "../reference/education.ts";
import { senSchema } from "../reference/money.ts";
import { skillSchema } from "../reference/skills.ts";

export const contractTypes = ["PKWT", "PKWTT", "DAILY", "APPRENTICE"] as const;
export const wageBases = ["MONTHLY", "DAILY", "PIECE", "SHARE", "ALLOWANCE"] as const;

export const recordChecks = ["NOT_ASKED", "BEFORE", "AFTER_OFFER", "UNKNOWN"] as const;

const wageFields = { amount: given(senSchema), basis: given(z.enum(wageBases)) };

const requirementFields = {
  minEducation: given(educationLevelSchema.optional()),
  certificateRequired: given(z.boolean(), z.boolean().default(false)),
  /** Schemes of which one will do where a certificate is demanded; none: any that proves one of the skills. */
  schemes: given(z.array(z.string()).max(10).default([]), z.array(lineOf(200)).max(10).default([])),
  /** The least KKNI level of that certificate; 0 for any. */
  minLevel: given(z.int().min(0).max(9).default(0)),
  skills: given(z.array(z.string()).max(30), z.array(skillSchema).max(30).default([])),
  units: given(z.array(z.string()).max(60), z.array(competencyUnitSchema).max(60).default([])),
  minExperienceYears: given(z.int().min(0).max(40), z.int().min(0).max(40).default(0)),
  /** Driving licences that the employer names; no rule reads them. */
  licences: given(z.array(z.enum(drivingLicences)).optional(), z.array(z.enum(drivingLicences)).max(5).optional()),
};

/** Why a vacancy is closed: by a person's word, or because of what became of the posting that it follows. */
export const closeCauses = ["OFFICER", "SOURCE_CLOSED", "SOURCE_FULL", "EXPIRED"] as const;

export const vacancyFields = {
  id: kept(ids.vacancyId),
  employerId: fixed(ids.employerId),
  /** The employer's name as it is shown to staff; copied, so that a list needs one read. */
  employerName: kept(z.string()),
  officeId: kept(ids.officeId),
  agreementId: given(ids.agreementId.optional()),
  /** Employers read it, and may know nothing by it of the candidates. */
  title: given(
    z.string().min(1).max(150),
    lineOf(150).refine((title) => !mentionsCorrections(title), "text.corrections"),
  ),
  kbji: given(z.string().optional(), occupationCodeSchema.optional()),
  provinceCode: kept(z.string()),
  regencyCode: given(z.string(), knownRegencySchema),
  seats: given(z.int().min(1).max(999)),
  seatsFree: kept(z.int().min(0)),
  /** In sen (hundredths of a rupiah); absent where the employer named none. */
  wage: given(z.object(keptShape(wageFields)).optional(), z.strictObject(takenShape(wageFields)).optional()),
  /** Days of the week on which the shifts of the post fall; empty where the employer has not said. */
  workDays: given(z.array(z.enum(weekdays)), z.array(z.enum(weekdays)).max(7)),
  /** Whether one day a week or month can be kept free for reporting. */
  reportDayFree: given(z.boolean()),
  /** Absent where the employer named none. */
  contractType: given(z.enum(contractTypes).optional()),
  partTime: given(z.boolean().optional()),
  /** The employer says that people with a disability are welcome. */
  openToDisabled: given(z.boolean().optional()),
  /** The work and what it takes, in the employer's words: for staff. */
  description: given(z.string().optional(), textOf(10_000).optional()),
  /** The field of work as the source calls it. */
  jobFunction: given(z.string().optional(), lineOf(100).optional()),
  /** Where the post can be read at its source. */
  sourceUrl: given(
    z.string().optional(),
    lineOf(500)
      .refine((address) => /^https?:\/\/\S+$/i.test(address), "url.format")
      .optional(),
  ),
  requirements: given(z.object(keptShape(requirementFields)), z.strictObject(takenShape(requirementFields))),
  recordCheck: given(z.enum(recordChecks), z.enum(recordChecks).default("UNKNOWN")),
  /** What the source declared and no rule reads: sex, age, condition. Kept for the report to Kemnaker, with its flags. */
  flags: given(z.array(z.string()), z.array(lineOf(60)).max(20).default([])),
  /** What the source leaves open or declares, and nobody has to act upon. */
  notes: given(z.array(z.string()).optional(), z.array(lineOf(60)).max(20).optional()),
  validUntil: given(localDateSchema),
  karirhubRef: fixed(z.string().optional(), lineOf(80).optional()),
  /** Its employer has not been verified by a second person: no other office sees it, or proposes it. */
  withinOffice: kept(z.literal(true).optional()),
  /** What the posting that it follows said last, as a print of each field: what was changed here since stays. */
  imported: kept(z.record(z.string(), z.string()).optional()),
  /** Words by which it is found; absent where its last version was written before that was so. */
  searchWords: kept(z.array(z.string()).optional()),
  status: kept(z.enum(["OPEN", "CLOSED"])),
  /** Absent while it is open, and where it was closed before this was recorded. */
  closedBecause: kept(z.enum(closeCauses).optional()),
  openedAt: kept(instantSchema),
  /** Who of the office opened it, and is told before it runs out. Absent where it was opened before that was recorded. */
  openedBy: kept(z.string().optional()),
  version: kept(z.int().min(1)),
};

export const vacancy = z.object(keptShape(vacancyFields));

export type Vacancy = z.infer<typeof vacancy>;

/** Whether somebody may still get a seat: one that has run out is put to nobody new, but who was asked in time may say yes. */
export const hasSeat = ({ status, closedBecause, seatsFree }: Pick<Vacancy, "status" | "closedBecause" | "seatsFree">): boolean =>
  seatsFree > 0 && (status === "OPEN" || closedBecause === "EXPIRED");

/** Whether a vacancy is there for an office. */
export const isSeenBy = ({ withinOffice, officeId }: Pick<Vacancy, "withinOffice" | "officeId">, office: string): boolean =>
  !withinOffice || officeId === office;

/** What staff should know of what an employer wrote: only they read it, and it says what they must not pass on. */
export const textWarnings = ({ description = "" }: Pick<Vacancy, "description">): readonly string[] =>
  mentionsCorrections(description) ? ["description.corrections"] : [];
