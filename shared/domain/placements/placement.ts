/** One attempt to place one client: the state that `placement.asl.json` carries and that every rule decides on. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";
import { processFields } from "../process/process.ts";
import { receipt } from "../record/receipt.ts";
import { willingness } from "../reference/reach.ts";
import { contractTypes } from "../vacancies/vacancy.ts";
import { appointment } from "./appointment.ts";
import { longestShortlist } from "./limits.ts";
import { type ClosingReason, closeReasons, reviewReasons } from "./reasons.ts";
import { isAboutThePost, type ShortlistEntry, shortlistEntry } from "./shortlist.ts";
import { placementStatuses } from "./statuses.ts";

/** Ways to a job. Only MATCH has its process so far; the others have their place in the data. */
export const routes = ["MATCH", "FOUND", "RECOMMENDATION", "EVENT", "GROUP", "BUSINESS"] as const;

/** How far the officer may widen the search of one attempt, on the client's word. */
export const widerRegions = ["PROVINCE", "NEIGHBOURING_PROVINCES", "ANYWHERE"] as const;

export type WiderRegion = (typeof widerRegions)[number];

export const evidenceGrades = ["CONTRACT", "LETTER", "PAY", "VISIT"] as const;

export const confirmation = z.object({
  at: instantSchema,
  startedOn: localDateSchema,
  evidence: z.enum(evidenceGrades).optional(),
  receipt: receipt.optional(),
});

export const placement = z.object({
  id: ids.placementId,
  kind: z.literal("PLACEMENT"),
  clientId: ids.clientId,
  officeId: ids.officeId,
  officerId: ids.staffId,
  attempt: z.int().min(1),
  route: z.enum(routes),
  groupId: z.string().optional(),
  status: z.enum(placementStatuses),
  reason: z.enum([...reviewReasons, ...closeReasons]).optional(),
  /** Why the officer closed it after a review; absent where it was closed before anybody was asked for it. */
  closedBecause: z.custom<ClosingReason>((reason) => typeof reason === "string").optional(),
  ...processFields,
  provinceCode: z.string(),
  regencyCode: z.string(),
  /** How far the client said to be willing to go, at the start: a vacancy far away finds the placement by it. */
  willingness: z.enum(willingness).default("PROVINCE"),
  /** Looks in the whole province or the country although the client named less: set by the officer. */
  widened: z.enum(widerRegions).optional(),
  /** Matched as trained or experienced, without a competence certificate. */
  withoutCertificate: z.boolean().default(false),
  /** Number of the newest ranking; its proposals stand in the row `SHORTLIST#n`. */
  shortlistNo: z.int().min(0),
  /** The approved order; earlier employers of this attempt stay in it. */
  shortlist: z.array(shortlistEntry).max(longestShortlist),
  /** How many employers were asked in this attempt; five at most. */
  employersAsked: z.int().min(0),
  interview: appointment.optional(),
  confirmedBy: z.object({
    employer: confirmation.optional(),
    officer: confirmation.optional(),
    client: confirmation.optional(),
  }),
  /** When the employer denied by link a start that the officer had confirmed: a yes that it said before does not count. */
  deniedAt: instantSchema.optional(),
  /** One member of staff alone has recorded it from the employer to the start: nobody else has seen that it is so. */
  unverified: z.literal(true).optional(),
  writtenContract: z.boolean().optional(),
  contractType: z.enum(contractTypes).optional(),
  startedOn: localDateSchema.optional(),
  /** When the client was first at each milestone: what the reports count. */
  milestones: z.object({
    startedAt: instantSchema,
    certifiedAt: instantSchema.optional(),
    shortlistedAt: instantSchema.optional(),
    answeredAt: instantSchema.optional(),
    placedAt: instantSchema.optional(),
    /** When a second person or the employer by link vouched for what one alone had recorded. */
    verifiedAt: instantSchema.optional(),
    endedAt: instantSchema.optional(),
  }),
});

export type Placement = z.infer<typeof placement>;

/** The employer whose answer, interview or confirmation is awaited: at most one at any moment. */
export const currentEntry = (state: Placement): ShortlistEntry | undefined =>
  state.shortlist.find((entry) => entry.state === "ASKED" || entry.state === "INTERVIEW" || entry.state === "CHOSEN");

/** What says nothing of the employer: it was never asked, or nobody met. */
const provesNothing: readonly ShortlistEntry["state"][] = [
  "APPROVED",
  "CLIENT_ACCEPTED",
  "SEAT_TAKEN",
  "UNREACHED",
  "NO_SHOW",
  "NOT_ASKED",
];

/** Employers that this client must not be proposed to again. An interview that did not take place bars nothing, nor does a no that is about the post. */
export const exhaustedEmployers = (state: Pick<Placement, "shortlist">): readonly string[] =>
  state.shortlist
    .filter((entry) => !provesNothing.includes(entry.state) && !isAboutThePost(entry.declineReason))
    .map((entry) => entry.employerId);

/** Vacancies of which the employer said in this attempt that the post is not to be had: it is not asked about them again. */
export const postsNotToBeHad = (state: Pick<Placement, "shortlist">): readonly string[] =>
  state.shortlist.filter((entry) => isAboutThePost(entry.declineReason)).map((entry) => entry.vacancyId);
