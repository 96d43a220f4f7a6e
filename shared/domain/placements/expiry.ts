/** What follows when nobody says anything. An expired wait is never consent and never the end: it moves on. */
import { type Decision, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import type { Expiry } from "../process/status.ts";
import { takeAsked } from "./asked-employer.ts";
import type { RuleContext } from "./context.ts";
import { missed } from "./interview.ts";
import { dropAll, withoutLive } from "./live-entries.ts";
import { callTask, dropOut } from "./next-employer.ts";
import { currentEntry, type Placement } from "./placement.ts";
import { type AfterExpiry, placementStatusRows } from "./statuses.ts";
import { take } from "./transitions.ts";

/** A question that is put again and again is counted so far. */
const lastStage = 99;

/** The deadline of the open wait has passed without a word: what the row of the status says follows. */
export function expirePlacement(state: Placement, context: RuleContext): Decision<Placement> {
  const row = placementStatusRows[state.status];
  if (row.kind !== "WAITS") return unchanged;
  const { again, leadsTo }: Expiry<AfterExpiry> = row.expires;
  const step = take(row.expires.by, state, context);
  if (step.kind === "refused") return step;
  // The client's side was waited for, and nothing came: the officer is told, and nothing else follows from it.
  if (state.status === "INTERVIEW" && state.interview?.absence) {
    const asked = takeAsked("interviewExpires", state, context);
    return asked.kind === "refused" ? asked : missed(asked.step, state, asked.entry, "CLIENT", context);
  }
  if (again && (state.stage === 1 || leadsTo === undefined))
    return step.again({ stage: Math.min(state.stage + 1, lastStage), reason: state.reason }, [
      { kind: "MAIL", ...again, whileWaiting: true },
      ...askToConfirm(state),
    ]);
  if (leadsTo === undefined) return unchanged;
  // Nobody has been asked yet: the task to call is put once more, and then the next employer is asked.
  const uncalled = state.needsCall ? currentEntry(state) : undefined;
  if (state.needsCall && uncalled && state.stage === 1)
    return step.again({ stage: 2, needsCall: state.needsCall }, [callTask(uncalled.vacancyId)]);
  if ("review" in leadsTo)
    return step.to("AWAITING_REVIEW", { reason: leadsTo.review }, [{ kind: "MAIL", message: "reviewNeeded", to: "officer" }]);
  if ("nextEmployer" in leadsTo) {
    const asked = takeAsked(row.expires.by, state, context);
    return asked.kind === "refused"
      ? asked
      : dropOut(asked.step, state, asked.entry, { state: uncalled ? "UNREACHED" : leadsTo.nextEmployer }, context);
  }
  const milestones = { ...state.milestones, endedAt: context.now };
  return step.to("CLOSED", { reason: leadsTo.close, shortlist: withoutLive(state), milestones }, [
    ...dropAll(state),
    { kind: "RELEASE_CLIENT", clientId: state.clientId },
  ]);
}

/** The employer that has not confirmed is asked anew, by a link that revokes the one before: no link may outlive its question. */
function askToConfirm(state: Placement): Effect[] {
  if (state.status !== "AWAITING_CONFIRMATION" || state.confirmedBy.employer) return [];
  const vacancyId = currentEntry(state)?.vacancyId;
  if (vacancyId === undefined) return [];
  return [{ kind: "MAIL", message: "confirmStart", to: "employer", link: "CONFIRMATION", vacancyId, whileWaiting: true }];
}
