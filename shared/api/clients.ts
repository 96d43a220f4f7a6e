/** Shapes of clients and their consents. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { client, clientFields, clientStatuses } from "../domain/clients/client.ts";
import { consentActions, consentPurposes } from "../domain/clients/consent.ts";
import { contactMade } from "../domain/clients/contact-made.ts";
import { clientNeeds } from "../domain/clients/missing.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { nikSchema } from "../domain/identifiers/nik.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { receiptWays } from "../domain/record/receipt.ts";
import { participantStates } from "../domain/training/kinds.ts";
import { clientOffers } from "./acts.ts";
import { certificateSummary } from "./certificates.ts";
import { changesOf, page, receiptInput, words } from "./fields.ts";

export const clientInput = z.strictObject(takenShape(clientFields));

export const clientChanges = changesOf(changesShape(clientFields));

/** A client as officers read it: numbers by their last digits, and how somebody came to be supervised by its dates alone. */
export const clientRecord = client
  .pick({
    id: true,
    officerId: true,
    fullName: true,
    registerNumber: true,
    sex: true,
    birthDate: true,
    phone: true,
    domicile: true,
    education: true,
    skills: true,
    interests: true,
    aptitudes: true,
    drivingLicences: true,
    experienceYears: true,
    willingness: true,
    reporting: true,
    reportDay: true,
    supervisionEndsOn: true,
    barredOccupations: true,
    status: true,
    suspended: true,
    openPlacement: true,
    attempts: true,
    registeredAt: true,
    version: true,
  })
  .extend({ nikLast4: z.string().optional(), outsideWorkFrom: z.string().optional() });

/** A contact with a client, or one that was tried: codes alone. */
export const contactMadeInput = z.strictObject({
  /** When it was; not later than now. Absent: now. */
  at: instantSchema.optional(),
  how: contactMade.shape.how,
  who: contactMade.shape.who,
  outcome: contactMade.shape.outcome,
});

/** One client with all that an officer needs before acting. */
export const clientDetail = z.object({
  client: clientRecord,
  /** What the asker may do about the client. */
  acts: clientOffers,
  /** The newest word to each purpose and employer. */
  consents: z.array(
    z.object({
      purpose: z.enum(consentPurposes),
      words,
      employerId: ids.employerId.optional(),
      employerName: z.string().optional(),
      action: z.enum(consentActions),
      how: z.enum(receiptWays),
      at: z.string(),
      textVersion: z.string(),
      textHash: z.string().optional(),
      recordedBy: z.string(),
    }),
  ),
  certificates: z.array(certificateSummary),
  /** The batches in which the client has, waits for, or had a seat, the newest first. */
  trainings: z.array(
    z.object({
      id: ids.batchId,
      title: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      state: z.enum(participantStates),
    }),
  ),
  /** The newest first. */
  contacts: z.array(contactMade.omit({ clientId: true })),
  /** What is not recorded yet and will be asked for, in that order. */
  missing: z.array(z.enum(clientNeeds)),
  /** What stands in the way of a start now. */
  blockers: z.array(z.object({ code: z.string(), words })),
  attempts: z.array(
    z.object({
      id: ids.placementId,
      attempt: z.int(),
      status: z.string(),
      words,
      reason: z.string().optional(),
      startedAt: z.string(),
      endedAt: z.string().optional(),
    }),
  ),
});

/** What is read out before a consent. */
export const consentTexts = z.object({
  version: z.string(),
  texts: z.array(
    z.object({
      purpose: z.enum(consentPurposes),
      title: words,
      id: z.array(z.string()),
      en: z.array(z.string()),
      /** SHA-256 of the Indonesian text, hex, as receipts carry it. */
      sha256: z.string(),
    }),
  ),
});

export const clientSummary = z.object({
  id: ids.clientId,
  registerNumber: z.string().optional(),
  fullName: z.string(),
  officerId: ids.staffId,
  /** Absent where the officer belongs to another office by now. */
  officerName: z.string().optional(),
  status: z.enum(clientStatuses),
  suspended: z.boolean(),
  regencyCode: z.string(),
  nikLast4: z.string().optional(),
  hasPhone: z.boolean(),
  openPlacement: z.string().optional(),
  /** When the client said no to being matched, as long as that holds. */
  refusedMatchingAt: instantSchema.optional(),
  /** What is not recorded yet and will be asked for. */
  missing: z.array(z.enum(clientNeeds)),
});

/** Said where nobody is found by what was typed: those who are listed have a name that is it but for a slip of one letter. */
export const near = z.literal(true).optional();

/** Which clients are listed; what is named holds together. Where few of many fit, a page may be short: its cursor goes on. */
export const clientsQuery = z.strictObject({
  ...page,
  /** The beginnings of words of the name, however it is spelled, of the register number, or the last four digits of the NIK. */
  q: lineOf(80).optional(),
  officer: ids.staffId.optional(),
  status: z.enum(clientStatuses).optional(),
  missing: z.enum(clientNeeds).optional(),
  /** By name, or by status and by name within each. What is searched for comes in the order of its words. */
  sort: z.enum(["status", "name"]).default("status"),
});

/** How somebody came to be supervised. */
export const statusDocumentOpened = z.object({
  kind: z.string(),
  number: z.string(),
  date: z.string(),
  outsideWorkFrom: z.string(),
});

export const transferInput = z.strictObject({ nik: nikSchema });

/** Another office asks for a client; whom to speak to there. */
export const transferSummary = z.object({
  id: ids.transferId,
  clientId: ids.clientId,
  fullName: z.string(),
  askedByOffice: z.string(),
  askedBy: z.object({ name: z.string(), email: z.string() }).optional(),
  askedAt: instantSchema,
});

export const consentInput = z.strictObject({
  purpose: z.enum(consentPurposes),
  action: z.enum(consentActions),
  /** The employer, for sharing; an employer is asked for one by one. */
  employerId: ids.employerId.optional(),
  receipt: receiptInput,
});
