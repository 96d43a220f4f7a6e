/** Going back on it: the client withdraws, or one proposal falls away. */

import type { CalledOff } from "../process/called-off.ts";
import { type Decision, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { withdrawFromEmployer } from "./call-off.ts";
import { noStart } from "./confirmation.ts";
import type { RuleContext } from "./context.ts";
import { dropAll, isLive, withEntry } from "./live-entries.ts";
import { askNext } from "./next-employer.ts";
import { currentEntry, type Placement } from "./placement.ts";
import { take } from "./transitions.ts";

/** Why a proposal is recalled. What is already promised to the client survives all but the client's own wish. */
export type RecallCause = "CONSENT_WITHDRAWN" | "VACANCY_CLOSED" | "AGREEMENT_TERMINATED" | "NO_LONGER_FITS";

/** What an employer is told of an interview that does not take place: a client who withdraws consent reads as one who withdraws. */
const neutralReasons = {
  CONSENT_WITHDRAWN: "CLIENT_UNAVAILABLE",
  VACANCY_CLOSED: "VACANCY_CLOSED",
  AGREEMENT_TERMINATED: "AGREEMENT_ENDED",
  NO_LONGER_FITS: "CLIENT_UNAVAILABLE",
} as const satisfies Record<RecallCause, CalledOff["cause"]>;

/** Takes one vacancy out of a placement, wherever that stands; without an interview the employer reads the same words always. */
export function recallProposal(
  state: Placement,
  vacancyId: string,
  cause: RecallCause,
  context: RuleContext,
): Decision<Placement> {
  const entry = state.shortlist.find((proposed) => proposed.vacancyId === vacancyId && isLive(proposed));
  if (!entry || state.status === "PLACED" || state.status === "CLOSED") return unchanged;
  if (entry.state === "CHOSEN" && cause !== "CONSENT_WITHDRAWN") return unchanged;
  const step = take("recallProposal", state, context);
  if (step.kind === "refused") return step;
  const shortlist = withEntry(state, vacancyId, { state: "RECALLED" });
  const drop: Effect[] = [{ kind: "DROP_PROPOSAL", vacancyId }];
  if (entry.state === "CHOSEN") drop.push({ kind: "GIVE_SEAT_BACK", vacancyId });
  if (currentEntry(state)?.vacancyId === vacancyId)
    return askNext(step, { ...state, shortlist }, context, {
      changes: noStart,
      effects: [...drop, ...withdrawFromEmployer(state, vacancyId, context, neutralReasons[cause])],
      reason: "RECALLED",
    });
  // Nobody was asked about it yet: the open question stays as it is, unless nothing of it is left.
  const isLeft = shortlist.some((proposed) => proposed.state === "APPROVED");
  if (state.status === "AWAITING_CLIENT" && !isLeft)
    return step.to("AWAITING_REVIEW", { shortlist, reason: "RECALLED" }, [
      ...drop,
      { kind: "MAIL", message: "reviewNeeded", to: "officer" },
    ]);
  return step.amend({ shortlist }, drop);
}

/** The client withdraws, at any point before work has begun. Withdrawing has no consequence for the client. */
export function withdraw(state: Placement, context: RuleContext): Decision<Placement> {
  const step = take("withdraw", state, context);
  if (step.kind === "refused") return step;
  const asked = currentEntry(state);
  const effects: Effect[] = [...dropAll(state), { kind: "RELEASE_CLIENT", clientId: state.clientId }];
  if (asked?.state === "CHOSEN") effects.push({ kind: "GIVE_SEAT_BACK", vacancyId: asked.vacancyId });
  if (asked) effects.push(...withdrawFromEmployer(state, asked.vacancyId, context, "CLIENT_UNAVAILABLE"));
  const shortlist = state.shortlist.map((entry) => (isLive(entry) ? { ...entry, state: "RECALLED" as const } : entry));
  const milestones = { ...state.milestones, endedAt: context.now };
  return step.to("CLOSED", { reason: "WITHDRAWN", shortlist, milestones }, effects);
}
