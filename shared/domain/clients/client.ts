/** The client (klien pemasyarakatan): who is carried. Nothing of the offence stands here or anywhere near. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { weekdays } from "../calendar/weekdays.ts";
import * as ids from "../identifiers/ids.ts";
import { sealedNumber } from "../identifiers/sealed-number.ts";
import { educationLevelSchema } from "../reference/education.ts";
import { willingness } from "../reference/reach.ts";

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

export const drivingLicences = ["A", "B1", "B2", "C", "D"] as const;

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
