/** The follow-up as a table, like the placement. */
import type { ExpiriesOf } from "../process/status.ts";
import { successorsIn, type Transition, taking, type Way } from "../process/transition.ts";
import type { FollowUp } from "./follow-up.ts";
import { type FollowUpStatus, followUpStatuses, followUpStatusRows, openFollowUpStatuses } from "./statuses.ts";

/** Where a follow-up goes once a day is settled. */
const after = ["AWAITING_DAY", "COMPLETED"] as const satisfies readonly FollowUpStatus[];

const recording = { act: "recordFollowUp" } as const satisfies Way;
const handingOver = { act: "handOver" } as const satisfies Way;
const newsByLink = { link: "FOLLOW_UP" } as const satisfies Way;

export const followUpTransitions = {
  // A follow-up begins with the confirmation of its placement.
  start: { from: [], to: ["AWAITING_DAY"], by: [{ act: "confirmStart" }, { link: "CONFIRMATION" }] },
  dayComes: { from: ["AWAITING_DAY"], to: ["AWAITING_NEWS"], by: ["system"] },
  oneSideSays: {
    from: ["AWAITING_NEWS"],
    to: ["AWAITING_VISIT"],
    amends: ["AWAITING_NEWS", "AWAITING_VISIT"],
    by: [recording, newsByLink],
  },
  retained: { from: ["AWAITING_NEWS", "AWAITING_VISIT"], to: after, by: [recording, newsByLink, "system"] },
  newsExpires: { from: ["AWAITING_NEWS"], to: ["AWAITING_NEWS", "AWAITING_VISIT"], by: ["system"] },
  visitExpires: { from: ["AWAITING_VISIT"], to: ["AWAITING_VISIT", ...after], by: ["system"] },
  workEnded: { from: openFollowUpStatuses, to: ["ENDED"], by: [recording] },
  askAnew: { from: [], to: [], amends: ["AWAITING_NEWS"], by: ["system"] },
  employerContactStopped: { from: [], to: [], amends: openFollowUpStatuses, by: ["system"] },
  handOver: { from: [], to: [], amends: openFollowUpStatuses, by: [handingOver, "system"] },
  employerMerged: { from: [], to: [], amends: followUpStatuses, by: ["system"] },
  executionReplaced: { from: [], to: [], amends: openFollowUpStatuses, by: ["system"] },
} as const satisfies Record<ExpiriesOf<typeof followUpStatusRows>, Transition<FollowUpStatus>> &
  Record<string, Transition<FollowUpStatus>>;

export type FollowUpTransitionName = keyof typeof followUpTransitions;

/** Takes a transition of a follow-up. Refusals: STATUS_CONFLICT, NOT_ALLOWED. */
export const takeFollowUp = taking<FollowUp>()(followUpStatusRows, followUpTransitions);

/** Every status that can follow a status of a follow-up. */
export const followUpSuccessorsOf = (status: FollowUpStatus): readonly FollowUpStatus[] =>
  successorsIn(followUpTransitions, status);
