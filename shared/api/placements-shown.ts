/** Shapes of placements as they are read: apart from those of requests, on which they would weigh. */
import * as z from "zod";
import { type AskName, asks } from "../domain/asks.ts";
import { instantSchema } from "../domain/calendar/instant.ts";
import { callReasons } from "../domain/employers/contact.ts";
import { lostWork, saidBySides } from "../domain/follow-ups/follow-up.ts";
import { followUpStatuses } from "../domain/follow-ups/statuses.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { appointment, movingSides } from "../domain/placements/appointment.ts";
import { evidenceGrades, routes } from "../domain/placements/placement.ts";
import { closingReasons } from "../domain/placements/reasons.ts";
import { approvalWords, entryStates } from "../domain/placements/shortlist.ts";
import { placementStatuses } from "../domain/placements/statuses.ts";
import { awaited } from "../domain/process/status.ts";
import { contractTypes } from "../domain/vacancies/vacancy.ts";
import { processActs, processOffers } from "./acts.ts";
import { contactWays } from "./employers.ts";
import { words } from "./fields.ts";
import { proposal } from "./matching.ts";

const isAskName = (name: string): name is AskName => name in asks;
const askNames = Object.keys(asks).filter(isAskName);

/** The deadline was counted without the year's decree of holidays, which is not published yet: it may still move further away. */
const deadlineProvisional = z.literal(true).optional();

const pending = z.object({ action: z.string(), effectiveAt: instantSchema });

const needsCall = z.object({ since: instantSchema, why: z.enum(callReasons) });
/** Whom to call at the employer, and every number as it is dialled. */
const called = { name: z.string().optional(), numbers: z.array(z.string()).optional() };

export const placementSummary = z.object({
  id: z.string(),
  /** The placement that it is, or follows up: what acts and pages are addressed by. */
  placementId: ids.placementId,
  /** What an employer, and the morning's digest, see in place of a name. */
  pseudonym: z.string(),
  kind: z.enum(["PLACEMENT", "FOLLOW_UP"]),
  clientId: ids.clientId,
  clientName: z.string().optional(),
  /** Where the client is spoken to now, and has a phone. */
  clientPhone: z.string().optional(),
  officerId: ids.staffId,
  /** Absent where the officer belongs to another office by now. */
  officerName: z.string().optional(),
  /** The employer whose turn it is, or where the client works. */
  employerId: z.string().optional(),
  employerName: z.string().optional(),
  vacancyId: z.string().optional(),
  vacancyTitle: z.string().optional(),
  /** How many proposals lie before the officer, or are still alive on the shortlist. */
  proposals: z.int().optional(),
  status: z.union([z.enum(placementStatuses), z.enum(followUpStatuses)]),
  reason: z.string().optional(),
  stage: z.int(),
  /** Whom or what it waits for now; nobody, where it has ended or a task is at work. */
  waitingFor: z.array(z.enum(awaited)),
  /** The open wait, as acts name the one that they are meant for. */
  waitNo: z.int(),
  openedAt: instantSchema.optional(),
  deadline: instantSchema.optional(),
  deadlineProvisional,
  /** An answer by link that has not taken effect yet. */
  pending: pending.optional(),
  /** What it asks of the officer now, in words. */
  ask: z.object({ name: z.enum(askNames), words }).optional(),
  /** Who has to be reached for it, with every number that is known, the first one first. */
  reach: z.array(z.object({ side: z.enum(["CLIENT", "EMPLOYER"]), name: z.string(), numbers: z.array(z.string()) })).optional(),
  /** Somebody has to be called: nothing reaches them by mail. */
  needsCall: needsCall.extend(called).optional(),
  /** When the interview is that is waited for, where an hour stands. */
  interviewAt: instantSchema.optional(),
  /** One member of staff alone has recorded it: it waits for a second person. */
  unverified: z.literal(true).optional(),
  version: z.int(),
  /** What the asker can do now. */
  acts: processActs,
});

/** Counted so far and no further: this number says "as many, or more". */
export const mostCounted = 100;
const counted = z.int().min(0).max(mostCounted);

/** How much there is to do, each number at most `most`. */
export const inboxCounts = z.object({
  now: instantSchema,
  most: z.literal(mostCounted),
  /** What waits for the asker: past its deadline, due on this day of the office, later, and what has none. */
  late: counted,
  today: counted,
  later: counted,
  /** Those among them for which somebody has to be called. */
  calls: counted,
  /** Those among them that were escalated, or recorded by one person alone. */
  escalated: counted,
  /** What is under way with the asker and waits for somebody else. */
  others: counted,
  /** Certificates for which the asker may be the second person. */
  certificates: counted,
  /** Employers of the province for which the asker may be the second person. */
  employers: counted.optional(),
  /** Clients whom other offices ask for; for supervisors. */
  transfers: counted.optional(),
});

export const placementDetail = z.object({
  id: ids.placementId,
  clientId: ids.clientId,
  clientName: z.string(),
  pseudonym: z.string(),
  officerId: ids.staffId,
  route: z.enum(routes),
  attempt: z.int(),
  /** Whether it goes on without a certificate. */
  withoutCertificate: z.boolean(),
  status: z.enum(placementStatuses),
  reason: z.string().optional(),
  /** Why the officer closed it after a review. */
  closedBecause: z.enum(closingReasons).optional(),
  stage: z.int(),
  version: z.int(),
  waitNo: z.int(),
  waitingFor: z.array(z.enum(awaited)),
  deadline: instantSchema.optional(),
  deadlineProvisional,
  /** What the asker may do on it, and on what follows it up. */
  acts: processOffers,
  proposals: z.array(proposal),
  /** How many employers were asked in this attempt; five at most. */
  employersAsked: z.int(),
  /** How many vacancies each rule refused in the newest ranking. */
  refused: z.record(z.string(), z.int()),
  shortlist: z.array(
    z.object({
      vacancyId: z.string(),
      employerId: z.string(),
      /** As they are called now; absent where the vacancy is gone. */
      title: z.string().optional(),
      employerName: z.string().optional(),
      state: z.enum(entryStates),
      discloseBapas: z.boolean(),
      declineReason: z.string().optional(),
      ...approvalWords,
      absent: z.enum(movingSides).optional(),
    }),
  ),
  /** The person to ask at the employer whose turn it is, with the ways to reach that person. */
  contact: contactWays.optional(),
  /** The client's own number, where there is one. */
  clientPhone: z.string().optional(),
  interview: appointment.optional(),
  /** The contact has to be called, since when and why, and what can be read out. */
  needsCall: needsCall.extend({ text: z.string() }).optional(),
  /** What can be read out to the employer that is asked, whenever somebody calls it. */
  readOut: z.string().optional(),
  /** An answer by link that has not taken effect yet. */
  pending: pending.optional(),
  confirmedBy: z.array(z.string()),
  startedOn: z.string().optional(),
  /** On what the officer's confirmation rests. */
  evidence: z.enum(evidenceGrades).optional(),
  writtenContract: z.boolean().optional(),
  contractType: z.enum(contractTypes).optional(),
  unverified: z.literal(true).optional(),
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
      stage: z.int(),
      /** Its open wait, as news of it names the one that it is meant for. */
      waitNo: z.int(),
      day: z.int(),
      deadline: instantSchema.optional(),
      days: z.array(z.object({ day: z.int(), outcome: z.string(), at: instantSchema, said: saidBySides.optional() })),
      asked: z.array(z.string()),
      /** What the sides have said of the day that is asked about, in full. */
      said: saidBySides,
      lostWork: lostWork.optional(),
      reason: z.string().optional(),
    })
    .optional(),
});

/** A mail as it was sent; where its link and code stood is `[…]`. */
export const messageShown = z.object({
  id: z.string(),
  at: instantSchema,
  to: z.enum(["employer", "officer", "supervisor"]),
  /** Whom it went to. */
  name: z.string(),
  message: z.string(),
  mailSubject: z.string(),
  text: z.string(),
  /** That it came back, was unwanted or is late: what, and since when that is known. */
  heard: z.object({ at: instantSchema, what: z.string() }).optional(),
});
