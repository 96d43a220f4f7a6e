/** What a process asks of the officer as it stands now, and who has to be reached for it. */
import type { Instant } from "./calendar/instant.ts";
import type { FollowUpStatus } from "./follow-ups/statuses.ts";
import { type Appointment, hourOf } from "./placements/appointment.ts";
import type { PlacementStatus } from "./placements/statuses.ts";
import { awaitedIn, type Process } from "./processes.ts";

/** Somebody with a number: the client, or the person to ask at the employer whose turn it is. */
export type Reached = "CLIENT" | "EMPLOYER";

const client = ["CLIENT"] as const;
const both = ["CLIENT", "EMPLOYER"] as const;

/** Each with those who have to be reached for it, the first one first. In words: `shared/messages/ask-words.ts`. */
export const asks = {
  VERIFY: both,
  CALL_EMPLOYER: ["EMPLOYER"],
  RECORD_CERTIFICATE: client,
  APPROVE: [],
  ASK_CLIENT: client,
  AGREE_ON_HOUR: both,
  EXPECT_INTERVIEW: both,
  ASK_RESULT: ["EMPLOYER", "CLIENT"],
  HEAR_CLIENT: client,
  CONFIRM_START: ["EMPLOYER", "CLIENT"],
  CHASE_START: ["EMPLOYER"],
  DECIDE: client,
  ASK_NEWS: both,
  VISIT: both,
} as const satisfies Readonly<Record<string, readonly Reached[]>>;

export type AskName = keyof typeof asks;

/** Who has to be reached for what is asked. */
export const whoIsReached = (ask: AskName): readonly Reached[] => asks[ask];

/** A status that is not here asks nothing of the officer by itself. */
const byStatus: Partial<Readonly<Record<PlacementStatus | FollowUpStatus, AskName>>> = {
  AWAITING_CERTIFICATE: "RECORD_CERTIFICATE",
  AWAITING_APPROVAL: "APPROVE",
  AWAITING_CLIENT: "ASK_CLIENT",
  AWAITING_CONFIRMATION: "CONFIRM_START",
  AWAITING_REVIEW: "DECIDE",
  AWAITING_NEWS: "ASK_NEWS",
  AWAITING_VISIT: "VISIT",
};

/** Undefined: nothing is asked of the officer. */
export function askOf(process: Process, now: Instant): AskName | undefined {
  if (process.needsCall) return "CALL_EMPLOYER";
  if (process.kind === "PLACEMENT" && process.status === "PLACED" && process.unverified) return "VERIFY";
  if (process.kind === "PLACEMENT" && process.status === "AWAITING_CONFIRMATION" && process.confirmedBy.officer)
    return awaitedIn(process).includes("officer") ? "CHASE_START" : undefined;
  if (process.kind === "PLACEMENT" && process.status === "INTERVIEW") return ofInterview(process.interview, now);
  return byStatus[process.status];
}

function ofInterview(interview: Appointment | undefined, now: Instant): AskName {
  if (interview?.absence) return "HEAR_CLIENT";
  if (interview && interview.agreedAt === undefined && !interview.proposed.some((at) => at <= now)) return "AGREE_ON_HOUR";
  const hour = interview && hourOf(interview);
  return hour !== undefined && hour > now ? "EXPECT_INTERVIEW" : "ASK_RESULT";
}
