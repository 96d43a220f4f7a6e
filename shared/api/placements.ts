/** Shapes of what is asked of placements and decided on them. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { followUpStatuses } from "../domain/follow-ups/statuses.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { movingSides, whereabouts } from "../domain/placements/appointment.ts";
import { employerChoice, interviewChoice } from "../domain/placements/link-choices.ts";
import { evidenceGrades, widerRegions } from "../domain/placements/placement.ts";
import { closingReasons } from "../domain/placements/reasons.ts";
import { wageSayers } from "../domain/placements/shortlist.ts";
import { placementStatuses } from "../domain/placements/statuses.ts";
import { awaited } from "../domain/process/status.ts";
import { contractTypes } from "../domain/vacancies/vacancy.ts";
import { agreedWageFields } from "../domain/vacancies/wage.ts";
import { page, receiptInput } from "./fields.ts";

/** The order of a list: by deadline, the next first, or the last; or by the client's name. */
const sorts = ["deadline", "-deadline", "name"] as const;

/** Whom a list of placements is about; what is named holds together. */
export const placementsQuery = z.strictObject({
  ...page,
  /** What is under way with this officer; with a status that has ended, what ended so. */
  officer: ids.staffId.optional(),
  /** `others`: everything under way that does not wait for the officer. */
  waitingFor: z.enum([...awaited, "others"]).optional(),
  client: ids.clientId.optional(),
  /** What somebody typed of a client, as in the list of clients. With it, and by name, `limit` counts clients. */
  q: lineOf(80).optional(),
  /** The employer whose turn it is, or where the client works. */
  employer: ids.employerId.optional(),
  status: z.enum([...placementStatuses, ...followUpStatuses]).optional(),
  /** Absent and without another filter: by status, and by deadline within each. */
  sort: z.enum(sorts).optional(),
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
  z.strictObject({ ...seen, decision: z.literal("CLOSE"), because: z.enum(closingReasons) }),
]);
