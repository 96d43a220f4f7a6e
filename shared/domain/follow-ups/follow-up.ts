/** What becomes of a placement in its first half year (kabar kerja): asked at 30, 90 and 180 days, never supervised. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";
import { processFields } from "../process/process.ts";
import { receipt } from "../record/receipt.ts";
import { followUpStatuses } from "./statuses.ts";

/** After how many calendar days a placement is followed up. */
export const followUpDays = [30, 90, 180] as const;

export const endReasons = [
  "CONTRACT_ENDED",
  "RESIGNED",
  "DISMISSED",
  "BUSINESS_CLOSED",
  "MOVED",
  "HEALTH",
  "WITHDRAWN",
  "OTHER",
] as const;

export type EndReason = (typeof endReasons)[number];

/** Who ended the work. */
export const workEnders = ["EMPLOYER", "CLIENT", "BOTH"] as const;

/** Who told of it. */
export const newsSources = ["EMPLOYER", "CLIENT", "VISIT"] as const;

/** How work ended, as it was told. */
export const lostWork = z.object({
  lastDay: localDateSchema,
  reason: z.enum(endReasons),
  /** Absent: nobody said who. */
  endedBy: z.enum(workEnders).optional(),
  from: z.enum(newsSources),
  at: instantSchema,
  receipt: receipt.optional(),
});

export type LostWork = z.infer<typeof lostWork>;

const dayNumber = z.union([z.literal(30), z.literal(90), z.literal(180)]);

export type FollowUpDay = z.infer<typeof dayNumber>;

/** What one side said. The client is asked apart and alone; what the client says about pay and safety never reaches the employer. */
export const news = z.object({
  at: instantSchema,
  stillThere: z.boolean(),
  paidAsAgreed: z.boolean().optional(),
  safe: z.boolean().optional(),
  /** Where the work is over: its last day and who ended it, as this side tells it. */
  lastDay: localDateSchema.optional(),
  endedBy: z.enum(workEnders).optional(),
  receipt: receipt.optional(),
});

export type News = z.infer<typeof news>;

/** What each side said of a day, and what a visit found. */
export const saidBySides = z.object({ employer: news.optional(), client: news.optional(), visit: news.optional() });

export const followUp = z.object({
  id: ids.followUpId,
  kind: z.literal("FOLLOW_UP"),
  placementId: ids.placementId,
  clientId: ids.clientId,
  employerId: ids.employerId,
  vacancyId: ids.vacancyId,
  officeId: ids.officeId,
  officerId: ids.staffId,
  status: z.enum(followUpStatuses),
  reason: z.enum(endReasons).optional(),
  ...processFields,
  startedOn: localDateSchema,
  /** The day that is next, or that is being asked about. */
  day: dayNumber,
  /** The client asked that the employer is not contacted any more. */
  employerContactStopped: z.boolean(),
  asked: saidBySides,
  /** What was found at each day: still at work, or nothing could be learnt; and what each side said then. */
  days: z.array(
    z.object({ day: dayNumber, outcome: z.enum(["RETAINED", "UNKNOWN"]), at: instantSchema, said: saidBySides.optional() }),
  ),
  lostWork: lostWork.optional(),
  /** It follows a placement that one member of staff had recorded alone. */
  unverified: z.literal(true).optional(),
  endedAt: instantSchema.optional(),
});

export type FollowUp = z.infer<typeof followUp>;
