/** Shapes of requests and responses. Messages of issues are codes; their texts stand in the catalogues. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { clientStatuses, consentPurposes, drivingLicences, statusDocument, weekdays, willingness } from "../domain/client.ts";
import { receiptWays } from "../domain/decision.ts";
import { agreementScopes, recordChecks, wageBases } from "../domain/employer.ts";
import { endReasons, followUpStatuses } from "../domain/follow-up/follow-up.ts";
import { postalCodeSchema, rtRwSchema } from "../domain/identifiers/address.ts";
import { certificateNumberSchema } from "../domain/identifiers/certificate-number.ts";
import { certificateRegistrationSchema } from "../domain/identifiers/certificate-registration.ts";
import { competencyUnitSchema } from "../domain/identifiers/competency-unit.ts";
import { industrySchema } from "../domain/identifiers/industry.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { lspLicenceSchema } from "../domain/identifiers/lsp-licence.ts";
import { nibSchema } from "../domain/identifiers/nib.ts";
import { nikSchema } from "../domain/identifiers/nik.ts";
import { npwpSchema } from "../domain/identifiers/npwp.ts";
import { occupationCodeSchema } from "../domain/identifiers/occupation.ts";
import { personNameSchema } from "../domain/identifiers/person-name.ts";
import { phoneSchema } from "../domain/identifiers/phone.ts";
import { knownRegencySchema, liesWithin, villageCodeSchema } from "../domain/identifiers/region.ts";
import { sexSchema } from "../domain/identifiers/sex.ts";
import * as ids from "../domain/ids.ts";
import { staffRoles } from "../domain/office.ts";
import { employerChoice, interviewChoice } from "../domain/placement/link-choices.ts";
import {
  contractTypes,
  entryStates,
  evidenceGrades,
  placementStatuses,
  routes,
  widerRegions,
} from "../domain/placement/placement.ts";
import { tellsOfCorrections } from "../domain/reference/correctional-words.ts";
import { educationLevelSchema } from "../domain/reference/education.ts";
import { senSchema } from "../domain/reference/money.ts";
import { skills } from "../domain/reference/skills.ts";

const skill = z
  .enum(
    skills.map(({ id }) => id),
    "skill.unknown",
  )
  .meta({ description: skills.map(({ id, name }) => `${id}: ${name.id} / ${name.en}`).join("; ") });

/** How somebody's word was taken where it was not given by link. */
export const receiptInput = z.strictObject({
  how: z.enum(receiptWays),
  /** When it was said; not later than now. Absent: now. */
  at: instantSchema.optional(),
  evidence: lineOf(300).optional(),
});

export const page = { cursor: z.string().max(2000).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) };

const domicile = z
  .strictObject({
    regencyCode: knownRegencySchema,
    villageCode: villageCodeSchema.optional(),
    street: lineOf(200).optional(),
    rt: rtRwSchema.optional(),
    rw: rtRwSchema.optional(),
    postalCode: postalCodeSchema.optional(),
  })
  .refine(({ regencyCode, villageCode }) => villageCode === undefined || liesWithin(villageCode, regencyCode), {
    error: "region.village-elsewhere",
    path: ["villageCode"],
  });

/** Nobody who is placed was born earlier; an earlier year is a slip of the pen. */
const earliestBirth = "1900-01-01";

export const clientInput = z.strictObject({
  fullName: personNameSchema,
  sex: sexSchema,
  birthDate: localDateSchema.refine((date) => date >= earliestBirth, "date.early"),
  nik: nikSchema.optional(),
  phone: phoneSchema.optional(),
  domicile,
  education: educationLevelSchema,
  skills: z.array(skill).max(30).default([]),
  interests: z.array(skill).max(30).default([]),
  aptitudes: z.array(skill).max(30).default([]),
  drivingLicences: z.array(z.enum(drivingLicences)).max(5).default([]),
  experienceYears: z.int().min(0).max(60).default(0),
  willingness: z.enum(willingness).default("OWN_REGENCY"),
  statusDocument: statusDocument.extend({ number: lineOf(100) }).optional(),
  reportDay: z.enum(weekdays).optional(),
  supervisionEndsOn: localDateSchema.optional(),
  barredOccupations: z
    .array(z.string().regex(/^\d{1,4}(\.\d{2})?$/, "occupation.format"))
    .max(30)
    .default([]),
});

export const clientSummary = z.object({
  id: ids.clientId,
  fullName: z.string(),
  status: z.enum(clientStatuses),
  regencyCode: z.string(),
  nikLast4: z.string().optional(),
  hasPhone: z.boolean(),
  openPlacement: z.string().optional(),
});

export const consentInput = z.strictObject({
  purpose: z.enum(consentPurposes),
  action: z.enum(["GIVEN", "WITHDRAWN"]),
  /** The employer, for sharing; an employer is asked for one by one. */
  employerId: ids.employerId.optional(),
  receipt: receiptInput,
});

export const certificateInput = z.strictObject({
  kind: z.enum(["COMPETENCE", "TRAINING"]),
  number: certificateNumberSchema,
  registration: certificateRegistrationSchema.optional(),
  lspLicence: lspLicenceSchema.optional(),
  scheme: lineOf(200),
  units: z.array(competencyUnitSchema).max(60).default([]),
  skills: z.array(skill).max(30).default([]),
  kkniLevel: z.int().min(1).max(9).optional(),
  result: z.enum(["COMPETENT", "NOT_YET_COMPETENT"]),
  issuedOn: localDateSchema,
  /** Absent: three years after the issue. */
  expiresOn: localDateSchema.optional(),
});

/** The verifier has seen the original or its scan and says so. */
export const verificationInput = z.strictObject({ seen: z.literal(true) });

export const employerInput = z.strictObject({
  type: z.enum(["COMPANY", "INDIVIDUAL", "COOPERATIVE"]),
  size: z.enum(["MICRO", "SMALL", "MEDIUM", "LARGE"]),
  legalName: lineOf(150),
  npwp: npwpSchema.optional(),
  nib: nibSchema.optional(),
  industry: z.array(industrySchema).max(20).default([]),
  regencyCode: knownRegencySchema,
  /** Without an address the officer asks by phone. */
  contact: z.strictObject({ name: personNameSchema, email: z.email("email.format").optional(), phone: phoneSchema.optional() }),
  karirhubRef: lineOf(80).optional(),
});

export const employerSummary = z.object({
  id: ids.employerId,
  type: z.string(),
  size: z.string(),
  legalName: z.string(),
  regencyCode: z.string(),
  optOut: z.boolean(),
});

export const agreementInput = z.strictObject({
  employerId: ids.employerId,
  kind: z.enum(["PKS", "MOU"]),
  title: lineOf(300),
  number: lineOf(100),
  scopes: z.array(z.enum(agreementScopes)).min(1).max(3),
  status: z.enum(["PLANNED", "SIGNED"]),
  signedOn: localDateSchema.optional(),
  validFrom: localDateSchema,
  validTo: localDateSchema,
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

/** The deadline was counted without the year's decree of holidays, which is not published yet: it may still move further away. */
const deadlineProvisional = z.literal(true).optional();

export const placementSummary = z.object({
  id: z.string(),
  kind: z.enum(["PLACEMENT", "FOLLOW_UP"]),
  clientId: ids.clientId,
  officerId: ids.staffId,
  status: z.union([z.enum(placementStatuses), z.enum(followUpStatuses)]),
  reason: z.string().optional(),
  stage: z.int(),
  deadline: instantSchema.optional(),
  deadlineProvisional,
  version: z.int(),
});

export const proposal = z.object({
  vacancyId: ids.vacancyId,
  employerId: ids.employerId,
  title: z.string(),
  employerName: z.string(),
  recordCheck: z.string(),
  /** What a person should look at before it is used. */
  flags: z.array(z.string()),
  points: z.int(),
  reasons: z.array(z.object({ source: z.string(), points: z.int() })),
});

export const placementDetail = z.object({
  id: ids.placementId,
  clientId: ids.clientId,
  clientName: z.string(),
  pseudonym: z.string(),
  officerId: ids.staffId,
  route: z.enum(routes),
  attempt: z.int(),
  status: z.enum(placementStatuses),
  reason: z.string().optional(),
  stage: z.int(),
  version: z.int(),
  waitNo: z.int(),
  deadline: instantSchema.optional(),
  deadlineProvisional,
  proposals: z.array(proposal),
  /** How many employers were asked in this attempt; five at most. */
  employersAsked: z.int(),
  /** How many vacancies each rule refused in the newest ranking. */
  refused: z.record(z.string(), z.int()),
  shortlist: z.array(
    z.object({
      vacancyId: z.string(),
      employerId: z.string(),
      state: z.enum(entryStates),
      discloseBapas: z.boolean(),
      declineReason: z.string().optional(),
    }),
  ),
  interview: z.object({ proposed: z.array(instantSchema), agreedAt: instantSchema.optional() }).optional(),
  /** An answer by link that has not taken effect yet. */
  pending: z.object({ action: z.string(), effectiveAt: instantSchema }).optional(),
  confirmedBy: z.array(z.string()),
  startedOn: z.string().optional(),
  milestones: z.record(z.string(), z.string()),
  timeline: z.array(
    z.object({
      waitNo: z.int(),
      kind: z.string(),
      openedAt: instantSchema,
      deadline: instantSchema,
      outcome: z.string().optional(),
    }),
  ),
  followUp: z
    .object({
      id: ids.followUpId,
      status: z.enum(followUpStatuses),
      day: z.int(),
      deadline: instantSchema.optional(),
      days: z.array(z.object({ day: z.int(), outcome: z.string(), at: instantSchema })),
      asked: z.array(z.string()),
      reason: z.string().optional(),
    })
    .optional(),
});

export const startInput = z.strictObject({ clientId: ids.clientId, withoutCertificate: z.boolean().default(false) });

/** `DECIDE` on what stands before the officer: go on without a certificate, widen the region, approve, or approve none. */
export const approvalInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("APPROVE"), order: z.array(ids.vacancyId).min(1).max(5), reason: lineOf(500).optional() }),
  z.strictObject({ decision: z.literal("APPROVE_NONE") }),
]);

export const clientAnswerInput = z.strictObject({
  answers: z
    .array(z.strictObject({ vacancyId: ids.vacancyId, accepts: z.boolean(), discloseBapas: z.boolean().default(false) }))
    .min(1)
    .max(5),
  receipt: receiptInput,
});

/** Which vacancy a word is about; refused where another one is being asked by now. Absent: the one that is asked when it comes. */
const about = { vacancyId: ids.vacancyId.optional() };

export const employerAnswerInput = z.strictObject({ ...about, answer: employerChoice, receipt: receiptInput });

export const interviewInput = z.discriminatedUnion("kind", [
  z.strictObject({ ...about, kind: z.literal("AGREED"), at: instantSchema }),
  z.strictObject({ ...about, kind: z.literal("RESULT"), ...interviewChoice.shape, receipt: receiptInput }),
]);

export const officerConfirmationInput = z.discriminatedUnion("started", [
  z.strictObject({
    started: z.literal(true),
    startedOn: localDateSchema,
    evidence: z.enum(evidenceGrades),
    writtenContract: z.boolean(),
    contractType: z.enum(contractTypes),
    /** The client's own word; with it, a start without a written contract needs no employer's confirmation. */
    client: receiptInput.optional(),
    /** The employer's word, given by phone, WhatsApp or visit. */
    employer: receiptInput.optional(),
    /** The vacancy whose employer is meant, as the screen shows it; refused where it is another one's turn. */
    vacancyId: ids.vacancyId.optional(),
  }),
  z.strictObject({ started: z.literal(false), receipt: receiptInput, vacancyId: ids.vacancyId.optional() }),
]);

export const withdrawalInput = z.strictObject({ receipt: receiptInput });

export const reviewInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("RANK_AGAIN") }),
  z.strictObject({ decision: z.literal("GO_ON_WITHOUT") }),
  z.strictObject({ decision: z.literal("WIDEN"), to: z.enum(widerRegions) }),
  z.strictObject({ decision: z.literal("CLOSE") }),
]);

export const followUpInput = z.strictObject({
  from: z.enum(["EMPLOYER", "CLIENT", "VISIT"]),
  stillThere: z.boolean(),
  paidAsAgreed: z.boolean().optional(),
  safe: z.boolean().optional(),
  reason: z.enum(endReasons).optional(),
  receipt: receiptInput,
});

export const credentials = { linkId: ids.linkId, secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "link.secret") };

export const linkView = z.object({
  action: z.string(),
  open: z.boolean(),
  /** Why it is not open, where it is not: LINK_USED, SEAT_TAKEN, LINK_EXPIRED. */
  closedBecause: z.string().optional(),
  undoUntil: instantSchema.optional(),
  zone: z.enum(["WIB", "WITA", "WIT"]),
  deadline: instantSchema.optional(),
  asker: z.string(),
  employer: z.string(),
  vacancy: z.string(),
  candidate: z.string(),
  /** Only once the employer has chosen an interview or accepted. */
  identity: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  /** Only where the client allowed it. */
  accompaniedBy: z.string().optional(),
  competences: z.array(z.string()),
  reasons: z.array(z.object({ source: z.string(), points: z.int() })),
  day: z.int().optional(),
  now: instantSchema,
});

export const me = z.object({
  id: ids.staffId,
  name: z.string(),
  role: z.enum(staffRoles),
  office: z.object({ id: ids.officeId, name: z.string(), zone: z.string() }),
});
