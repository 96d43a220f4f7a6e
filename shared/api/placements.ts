/** Shapes of placements and of what is decided on them. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { callReasons } from "../domain/employers/contact.ts";
import { lostWork, saidBySides } from "../domain/follow-ups/follow-up.ts";
import { followUpStatuses } from "../domain/follow-ups/statuses.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { appointment, movingSides, whereabouts } from "../domain/placements/appointment.ts";
import { employerChoice, interviewChoice } from "../domain/placements/link-choices.ts";
import { evidenceGrades, routes, widerRegions } from "../domain/placements/placement.ts";
import { approvalWords, entryStates, wageSayers } from "../domain/placements/shortlist.ts";
import { placementStatuses } from "../domain/placements/statuses.ts";
import { awaited } from "../domain/process/status.ts";
import { contractTypes } from "../domain/vacancies/vacancy.ts";
import { agreedWageFields } from "../domain/vacancies/wage.ts";
import { processActs, processOffers } from "./acts.ts";
import { contactWays } from "./employers.ts";
import { page, receiptInput } from "./fields.ts";
import { proposal } from "./matching.ts";

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
  /** Somebody has to be called: nothing reaches them by mail. */
  needsCall: needsCall.extend(called).optional(),
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
  /** Clients whom other offices ask for; for supervisors. */
  transfers: counted.optional(),
});

/** The order of a list by deadline: the next first, or the last. */
const sorts = ["deadline", "-deadline"] as const;

/** Whom a list of placements is about; what is named holds together. */
export const placementsQuery = z.strictObject({
  ...page,
  /** What is under way with this officer; with a status that has ended, what ended so. */
  officer: ids.staffId.optional(),
  /** `others`: everything under way that does not wait for the officer. */
  waitingFor: z.enum([...awaited, "others"]).optional(),
  client: ids.clientId.optional(),
  /** The employer whose turn it is, or where the client works. */
  employer: ids.employerId.optional(),
  status: z.enum([...placementStatuses, ...followUpStatuses]).optional(),
  /** Absent and without another filter: by status, and by deadline within each. */
  sort: z.enum(sorts).optional(),
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
  /** An answer by link that has not taken effect yet. */
  pending: pending.optional(),
  confirmedBy: z.array(z.string()),
  startedOn: z.string().optional(),
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

/** The wait that the screen showed: where another one is open by now, the act was meant for an earlier question and is refused. */
const seen = { waitNo: z.int().min(0).max(100_000).optional() };

export const startInput = z.strictObject({ clientId: ids.clientId, withoutCertificate: z.boolean().default(false) });

/** `DECIDE` on what stands before the officer: go on without a certificate, widen the region, approve, or approve none. */
export const approvalInput = z.discriminatedUnion("decision", [
  z.strictObject({
    ...seen,
    decision: z.literal("APPROVE"),
    order: z.array(ids.vacancyId).min(1).max(5),
    reason: lineOf(500).optional(),
    /** Vacancies without an occupation that the officer has held against the client's bars. */
    occupationChecked: z.array(ids.vacancyId).max(5).optional(),
    /** What is paid, where the vacancy does not say it or says too little. */
    agreedWages: z
      .array(
        z.strictObject({
          ...agreedWageFields,
          vacancyId: ids.vacancyId,
          saidBy: z.enum(wageSayers),
          receipt: receiptInput,
          /** The amount was asked about, and is meant. */
          amountConfirmed: z.literal(true).optional(),
        }),
      )
      .max(5)
      .optional(),
  }),
  z.strictObject({ ...seen, decision: z.literal("APPROVE_NONE") }),
]);

export const clientAnswerInput = z.strictObject({
  ...seen,
  answers: z
    .array(z.strictObject({ vacancyId: ids.vacancyId, accepts: z.boolean(), discloseBapas: z.boolean().default(false) }))
    .min(1)
    .max(5),
  receipt: receiptInput,
});

/** Which vacancy a word is about; refused where another one is being asked by now. Absent: the one that is asked when it comes. */
const about = { ...seen, vacancyId: ids.vacancyId.optional() };

/** How the employer was reached: by phone, WhatsApp or visit. */
export const employerReachedInput = z.strictObject({ ...about, receipt: receiptInput });

/** `contactId`: to one of the employer's other contacts. */
export const askAnewInput = z.strictObject({ ...about, contactId: ids.contactId.optional() });

export const employerAnswerInput = z.strictObject({
  ...about,
  answer: employerChoice,
  receipt: receiptInput,
  /** For a yes that was recorded when another employer was asked already: the vacancy of that one, which is let go for it. */
  insteadOf: ids.vacancyId.optional(),
});

export const interviewInput = z.discriminatedUnion("kind", [
  z.strictObject({
    ...about,
    ...whereabouts,
    kind: z.literal("AGREED"),
    at: instantSchema,
    /** On whose wish it is moved, where an hour was agreed before; each side moves it once. */
    by: z.enum(movingSides).optional(),
    receipt: receiptInput.optional(),
  }),
  /** What the client says of not having come; `at`: the new hour, where there was a reason. */
  z.strictObject({
    ...about,
    ...whereabouts,
    kind: z.literal("CLIENT_HEARD"),
    excused: z.boolean(),
    at: instantSchema.optional(),
    receipt: receiptInput,
  }),
  z.strictObject({ ...about, kind: z.literal("RESULT"), ...interviewChoice.shape, receipt: receiptInput }),
]);

export const officerConfirmationInput = z.discriminatedUnion("started", [
  z.strictObject({
    ...about,
    started: z.literal(true),
    startedOn: localDateSchema,
    evidence: z.enum(evidenceGrades),
    writtenContract: z.boolean(),
    contractType: z.enum(contractTypes),
    /** The client's own word; with it, a start without a written contract needs no employer's confirmation. */
    client: receiptInput.optional(),
    /** The employer's word, given by phone, WhatsApp or visit. */
    employer: receiptInput.optional(),
  }),
  z.strictObject({ ...about, started: z.literal(false), receipt: receiptInput }),
]);

/** Nothing but who says it. */
export const verificationInput = z.strictObject(seen);

export const withdrawalInput = z.strictObject({ ...seen, receipt: receiptInput });

export const reviewInput = z.discriminatedUnion("decision", [
  z.strictObject({ ...seen, decision: z.literal("RANK_AGAIN") }),
  z.strictObject({ ...seen, decision: z.literal("GO_ON_WITHOUT") }),
  z.strictObject({ ...seen, decision: z.literal("WIDEN"), to: z.enum(widerRegions) }),
  z.strictObject({ ...seen, decision: z.literal("CLOSE") }),
]);

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
