/** The client (klien pemasyarakatan): who is carried. Nothing of the offence stands here or anywhere near. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { weekdays } from "../calendar/weekdays.ts";
import { postalCodeSchema, rtRwSchema } from "../identifiers/address.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf } from "../identifiers/line.ts";
import { nikSchema } from "../identifiers/nik.ts";
import { personNameSchema } from "../identifiers/person-name.ts";
import { phoneSchema } from "../identifiers/phone.ts";
import { knownRegencySchema, villageCodeSchema } from "../identifiers/region.ts";
import { liesWithin } from "../identifiers/region-code.ts";
import { registerNumberSchema } from "../identifiers/register-number.ts";
import { sealedNumber, sealedText } from "../identifiers/sealed-number.ts";
import { sexSchema } from "../identifiers/sex.ts";
import { given, kept, keptShape, later, takenShape } from "../record/fields.ts";
import { drivingLicences } from "../reference/driving-licences.ts";
import { educationLevelSchema } from "../reference/education.ts";
import { willingness } from "../reference/reach.ts";
import { skillSchema } from "../reference/skills.ts";
import { reporting, reportingInput } from "./reporting.ts";

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

const statusDocumentFields = {
  kind: given(z.enum(statusDocumentKinds)),
  number: given(z.string().min(1).max(100), lineOf(100)),
  date: given(localDateSchema),
  /** The first day on which work outside is permitted. */
  outsideWorkFrom: given(localDateSchema),
};

const plainDocument = z.object(keptShape(statusDocumentFields));
export type StatusDocument = z.infer<typeof plainDocument>;

/** How somebody came to be supervised is nobody's business but theirs: sealed, but for the day that a gate of law reads. */
const sealedDocument = z.object({ sealed: sealedText, outsideWorkFrom: localDateSchema });

/** Whether a document is kept in the clear, as all were before they were sealed. */
export const isPlain = (document: NonNullable<Client["statusDocument"]>): document is StatusDocument => "number" in document;

const domicileFields = {
  regencyCode: given(z.string(), knownRegencySchema),
  villageCode: given(z.string().optional(), villageCodeSchema.optional()),
  street: given(z.string().optional(), lineOf(200).optional()),
  rt: given(z.string().optional(), rtRwSchema.optional()),
  rw: given(z.string().optional(), rtRwSchema.optional()),
  postalCode: given(z.string().optional(), postalCodeSchema.optional()),
};

const domicileInput = z
  .strictObject(takenShape(domicileFields))
  .refine(({ regencyCode, villageCode }) => villageCode === undefined || liesWithin(villageCode, regencyCode), {
    error: "region.village-elsewhere",
    path: ["villageCode"],
  });

/** Nobody who is placed was born earlier; an earlier year is a slip of the pen. */
const earliestBirth = "1900-01-01";

const skillsKept = z.array(z.string()).max(30);
const skillsTaken = z.array(skillSchema).max(30).default([]);
const occupationBeginning = z.string().regex(/^\d{1,4}(\.\d{2})?$/, "occupation.format");

export const clientFields = {
  id: kept(ids.clientId),
  officeId: kept(ids.officeId),
  officerId: kept(ids.staffId),
  /** Since when the client is with that officer, where another one had it before: an older order to hand over is past it. */
  officerSince: kept(instantSchema.optional()),
  fullName: given(z.string().min(1).max(100), personNameSchema),
  sex: given(sexSchema),
  birthDate: given(
    localDateSchema,
    localDateSchema.refine((date) => date >= earliestBirth, "date.early"),
  ),
  /** The number of the office's own register: one client an office. */
  registerNumber: given(z.string().optional(), registerNumberSchema.optional()),
  nik: given(sealedNumber.optional(), nikSchema.optional()),
  /** The keyed hash of name and birth date: who has the same may be the same person. Absent where it was registered before. */
  likeness: kept(z.array(z.string()).optional()),
  /** By what the client is found, as it stands in the tables; absent where it was registered before there was a search. */
  searchWords: kept(z.array(z.string()).optional()),
  phone: given(z.string().optional(), phoneSchema.optional()),
  domicile: given(z.object(keptShape(domicileFields)), domicileInput),
  education: given(educationLevelSchema),
  /** Codes of the skill taxonomy (`shared/domain/reference`). */
  skills: given(skillsKept, skillsTaken),
  interests: given(skillsKept, skillsTaken),
  /** Skills for which training or a test found an aptitude. */
  aptitudes: given(skillsKept.default([]), skillsTaken),
  drivingLicences: given(z.array(z.enum(drivingLicences)), z.array(z.enum(drivingLicences)).max(5).default([])),
  experienceYears: given(z.int().min(0).max(60), z.int().min(0).max(60).default(0)),
  willingness: given(z.enum(willingness), z.enum(willingness).default("OWN_REGENCY")),
  statusDocument: given(
    z.union([sealedDocument, plainDocument]).optional(),
    z.object(takenShape(statusDocumentFields)).optional(),
  ),
  /** When the client reports to the office; shifts must be able to leave such a day free. */
  reporting: given(reporting.optional(), reportingInput.optional()),
  /** What older requests give in its place: a day of each week. */
  reportDay: given(z.enum(weekdays).optional()),
  supervisionEndsOn: given(localDateSchema.optional()),
  /** KBJI codes (or their beginnings) that the client's own conditions bar. */
  barredOccupations: given(z.array(z.string()).max(30), z.array(occupationBeginning).max(30).default([])),
  status: kept(z.enum(clientStatuses)),
  /** No attempt starts while it is so. */
  suspended: later(z.boolean()),
  /** The placement that is under way; its absence is the condition of a new start. */
  openPlacement: kept(ids.placementId.optional()),
  attempts: kept(z.int().min(0)),
  version: kept(z.int().min(1)),
  registeredAt: kept(instantSchema),
  /** When the client said no to being matched, as long as that holds: who has said no is not asked again and again. */
  refusedMatchingAt: kept(instantSchema.optional()),
};

export const client = z.object(keptShape(clientFields));

export type Client = z.infer<typeof client>;
