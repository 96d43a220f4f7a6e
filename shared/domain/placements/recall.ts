/** Going back on it: the client withdraws, or one proposal falls away. */

import { type Decision, decided, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { noStart } from "./confirmation.ts";
import { amend, askNext, dropAll, guard, isLive, moveTo, type RuleContext, withEntry } from "./moves.ts";
import { currentEntry, type Placement, type ShortlistEntry } from "./placement.ts";

/** Why a proposal is recalled. What is already promised to the client survives all but the client's own wish. */
export type RecallCause = "CONSENT_WITHDRAWN" | "VACANCY_CLOSED" | "AGREEMENT_TERMINATED";

/** Takes one vacancy out of a placement, wherever that stands; the employer reads the same words whatever the cause. */
export function recallProposal(
  state: Placement,
  vacancyId: string,
  cause: RecallCause,
  context: RuleContext,
): Decision<Placement> {
  const entry = state.shortlist.find((one) => one.vacancyId === vacancyId && isLive(one));
  if (!entry || state.status === "PLACED" || state.status === "CLOSED") return unchanged;
  if (entry.state === "CHOSEN" && cause !== "CONSENT_WITHDRAWN") return unchanged;
  const shortlist = forgetEntry(state, vacancyId);
  const drop: Effect[] = [{ kind: "DROP_PROPOSAL", vacancyId }];
  if (entry.state === "CHOSEN") drop.push({ kind: "GIVE_SEAT_BACK", vacancyId });
  const asked = currentEntry(state)?.vacancyId === vacancyId;
  if (asked) {
    const step = askNext({ ...state, ...noStart, shortlist }, "recallProposal", context, "RECALLED");
    return decided(
      step.state,
      [...drop, { kind: "MAIL", message: "proposalWithdrawn", to: "employer", vacancyId }, ...step.effects],
      "recallProposal",
    );
  }
  const left = shortlist.some((one) => one.state === "APPROVED");
  if (state.status === "AWAITING_CLIENT" && !left)
    return decided(
      moveTo(state, "recallProposal", "AWAITING_REVIEW", context, { shortlist, reason: "RECALLED" }),
      [...drop, { kind: "MAIL", message: "reviewNeeded", to: "officer" }],
      "recallProposal",
    );
  return decided(amend(state, { shortlist }), drop, "recallProposal");
}

/** The client withdraws, at any point before work has begun. Withdrawing has no consequence for the client. */
export function withdraw(state: Placement, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "withdraw");
  if (wrong) return wrong;
  const asked = currentEntry(state);
  const effects: Effect[] = [...dropAll(state), { kind: "RELEASE_CLIENT", clientId: state.clientId }];
  if (asked?.state === "CHOSEN") effects.push({ kind: "GIVE_SEAT_BACK", vacancyId: asked.vacancyId });
  if (asked) effects.push({ kind: "MAIL", message: "proposalWithdrawn", to: "employer", vacancyId: asked.vacancyId });
  const shortlist = state.shortlist.map((entry) => (isLive(entry) ? { ...entry, state: "RECALLED" as const } : entry));
  const milestones = { ...state.milestones, endedAt: context.now };
  return decided(
    moveTo(state, "withdraw", "CLOSED", context, { reason: "WITHDRAWN", shortlist, milestones }),
    effects,
    "withdraw",
  );
}

/** The vacancy of one entry is gone before an employer was asked about it; the open question stays as it is. */
export const forgetEntry = (state: Placement, vacancyId: string): ShortlistEntry[] =>
  withEntry(state, vacancyId, { state: "RECALLED" });
