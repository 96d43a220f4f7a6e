/** The follow-up as a table, like the placement. */
import type { FollowUpStatus } from "./follow-up.ts";

export type FollowUpTransition = {
  readonly from: readonly FollowUpStatus[];
  readonly to: readonly FollowUpStatus[];
  readonly by: readonly ("client" | "employer" | "officer" | "supervisor" | "system")[];
};

const after = ["AWAITING_DAY", "COMPLETED"] as const satisfies readonly FollowUpStatus[];

const openOnes = ["AWAITING_DAY", "AWAITING_NEWS", "AWAITING_VISIT"] as const satisfies readonly FollowUpStatus[];

/** The follow-up as a table, like the placement's. */
export const followUpTransitions = {
  dayComes: { from: ["AWAITING_DAY"], to: ["AWAITING_NEWS"], by: ["system"] },
  oneSideSays: { from: ["AWAITING_NEWS"], to: ["AWAITING_NEWS", "AWAITING_VISIT"], by: ["client", "employer", "officer"] },
  retained: { from: ["AWAITING_NEWS", "AWAITING_VISIT"], to: after, by: ["client", "employer", "officer"] },
  newsSilence: { from: ["AWAITING_NEWS"], to: ["AWAITING_NEWS", "AWAITING_VISIT"], by: ["system"] },
  visitSilence: { from: ["AWAITING_VISIT"], to: ["AWAITING_VISIT", ...after], by: ["system"] },
  workEnded: { from: openOnes, to: ["ENDED"], by: ["client", "officer", "system"] },
} as const satisfies Record<string, FollowUpTransition>;

export type FollowUpTransitionName = keyof typeof followUpTransitions;

export const followUpWaits = openOnes;

/** Every status that can follow a status, in the order of the table. */
export function followUpSuccessorsOf(status: FollowUpStatus): readonly FollowUpStatus[] {
  const rows: readonly FollowUpTransition[] = Object.values(followUpTransitions);
  return [...new Set(rows.filter((row) => row.from.includes(status)).flatMap((row) => row.to))];
}
