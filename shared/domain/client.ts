/** The client (klien pemasyarakatan): who is carried. Nothing of the offence stands here or anywhere near. */
import * as z from "zod";
import { instantSchema } from "./calendar/instant.ts";
import { localDateSchema } from "./calendar/local-date.ts";
import { receiptWays } from "./decision.ts";
import * as ids from "./ids.ts";
import { educationLevelSchema } from "./reference/education.ts";
import { sealedNumber } from "./sealed-number.ts";

/** How the person came to be supervised outside (UU 22/2022). Recorded from the decree, never computed. */
export const statusDocumentKinds = [
  "ASSIMILATION",
  "PAROLE",
  "CONDITIONAL_LEAVE",
  "PRE_RELEASE_LEAVE",
  "FULL_RELEASE",
  "COMMUNITY_SERVICE",
  "SUPERVISION_SENTENCE",
] as const;

export const clientStatuses = ["REGISTERED", "CONSENTED", "CERTIFIED"] as const;
/** How far from home a client is willing to work, nearest first; each takes in the one before. */
export const willingness = ["OWN_REGENCY", "PROVINCE", "NEIGHBOURING_PROVINCES", "ANYWHERE"] as const;
export const drivingLicences = ["A", "B1", "B2", "C", "D"] as const;
export const weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;

export type Weekday = (typeof weekdays)[number];

export const statusDocument = z.object({
  kind: z.enum(statusDocumentKinds),
  number: z.string().min(1).max(100),
  date: localDateSchema,
  /** The first day on which work outside is permitted. */
  outsideWorkFrom: localDateSchema,
});

export const client = z.object({
  id: ids.clientId,
  officeId: ids.officeId,
  officerId: ids.staffId,
  fullName: z.string().min(1).max(100),
  sex: z.enum(["MALE", "FEMALE"]),
  birthDate: localDateSchema,
  nik: sealedNumber.optional(),
  phone: z.string().optional(),
  domicile: z.object({
    regencyCode: z.string(),
    villageCode: z.string().optional(),
    street: z.string().optional(),
    rt: z.string().optional(),
    rw: z.string().optional(),
    postalCode: z.string().optional(),
  }),
  education: educationLevelSchema,
  /** Codes of the skill taxonomy (`shared/domain/reference`). */
  skills: z.array(z.string()).max(30),
  interests: z.array(z.string()).max(30),
  /** Skills for which training or a test found an aptitude. */
  aptitudes: z.array(z.string()).max(30).default([]),
  drivingLicences: z.array(z.enum(drivingLicences)),
  experienceYears: z.int().min(0).max(60),
  willingness: z.enum(willingness),
  statusDocument: statusDocument.optional(),
  /** The day of the week on which the client reports to the office; shifts must leave it free. */
  reportDay: z.enum(weekdays).optional(),
  supervisionEndsOn: localDateSchema.optional(),
  /** KBJI codes (or their beginnings) that the client's own conditions bar. */
  barredOccupations: z.array(z.string()).max(30),
  status: z.enum(clientStatuses),
  suspended: z.boolean(),
  /** The placement that is under way; its absence is the condition of a new start. */
  openPlacement: ids.placementId.optional(),
  attempts: z.int().min(0),
  version: z.int().min(1),
  registeredAt: instantSchema,
});
export type Client = z.infer<typeof client>;

export const consentPurposes = ["PROFILING", "EMPLOYER_SHARING", "EMPLOYER_CONTACT"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** One receipt: given or withdrawn, in which words, how it was taken (UU 27/2022 art. 22–24). The newest one holds. */
export const consent = z.object({
  id: z.string(),
  clientId: ids.clientId,
  purpose: z.enum(consentPurposes),
  /** The employer it is about; `-` where it is about none. */
  recipient: z.string(),
  action: z.enum(["GIVEN", "WITHDRAWN"]),
  textVersion: z.string(),
  how: z.enum(receiptWays),
  at: instantSchema,
  evidence: z.string().optional(),
  recordedBy: z.string(),
  discloseBapas: z.boolean().optional(),
});
export type Consent = z.infer<typeof consent>;

/** Whether the newest receipt of a purpose (and recipient) is a yes. */
export function hasConsent(receipts: readonly Consent[], purpose: ConsentPurpose, recipient = "-"): boolean {
  return newestOf(receipts, purpose, recipient)?.action === "GIVEN";
}

/** Whether the client took back that an employer is told of the client, or is contacted, or all of it. */
export const barsContactWith = (receipts: readonly Consent[], employerId: string): boolean =>
  [
    newestOf(receipts, "PROFILING", "-"),
    newestOf(receipts, "EMPLOYER_SHARING", employerId),
    newestOf(receipts, "EMPLOYER_CONTACT", employerId),
    newestOf(receipts, "EMPLOYER_CONTACT", "-"),
  ].some((newest) => newest?.action === "WITHDRAWN");

function newestOf(receipts: readonly Consent[], purpose: ConsentPurpose, recipient: string): Consent | undefined {
  const about = receipts.filter((one) => one.purpose === purpose && one.recipient === recipient);
  return about.reduce<Consent | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined);
}

/** The version of the consent texts that are read out today (`shared/messages`). */
export const consentTextVersion = "2026-03";
