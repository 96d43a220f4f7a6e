/** Lost work as an event of its own: on its own day, for a coded reason, with who ended it. */
import { localDateOf } from "../calendar/instant.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Zone } from "../calendar/zone.ts";
import { refusal } from "../errors.ts";
import { type Decision, type Refused, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import type { ProcessContext } from "../process/transition.ts";
import { concernOf } from "./concern.ts";
import type { FollowUp, LostWork } from "./follow-up.ts";
import { takeFollowUp } from "./transitions.ts";

/**
 * Work has ended: a new attempt may start without a new intake.
 * @param today the office's day: no last day of work lies after it, nor before the first one
 */
export function loseWork(
  state: FollowUp,
  lost: LostWork,
  today: LocalDate,
  context: ProcessContext & { readonly zone: Zone },
): Decision<FollowUp> {
  const wrong = lastDayFault(state, lost.lastDay, today);
  if (wrong) return wrong;
  if (localDateOf(lost.at, context.zone) < state.startedOn)
    return refused(refusal("WORD_BEFORE_QUESTION", [{ code: "WORD_BEFORE_START", path: "receipt.at" }]));
  if (saidSince(state, lost, context.zone)) return refused(refusal("ALREADY_ANSWERED"));
  // What the client says reaches the supervisor, and never the employer.
  const concern = concernOf({ stillThere: false }, lost.from === "CLIENT");
  return endWork(state, lost, concern, context);
}

/** Whether the same side has said since that work goes on, on a day after the last one that it names now. */
function saidSince({ asked, days }: FollowUp, { from, at, lastDay }: LostWork, zone: Zone): boolean {
  const side = from === "EMPLOYER" ? "employer" : from === "CLIENT" ? "client" : "visit";
  return [asked, ...days.map(({ said }) => said ?? {})].some((told) => {
    const word = told[side];
    return word?.stillThere === true && word.at > at && localDateOf(word.at, zone) > lastDay;
  });
}

/** Refuses a last day of work that lies ahead, or before the first one. */
export function lastDayFault({ startedOn }: FollowUp, lastDay: LocalDate | undefined, today: LocalDate): Refused | undefined {
  if (lastDay === undefined || (lastDay <= today && lastDay >= startedOn)) return undefined;
  const early = { code: "lostWork.early", path: "lastDay" };
  return refused(refusal("REQUEST_INVALID", [lastDay > today ? { code: "date.future", path: "lastDay" } : early]));
}

/** Ends the follow-up with what is known of the end. */
export function endWork(
  state: FollowUp,
  lost: LostWork,
  effects: readonly Effect[],
  context: ProcessContext,
): Decision<FollowUp> {
  const step = takeFollowUp("workEnded", state, context);
  if (step.kind === "refused") return step;
  return step.to("ENDED", { reason: lost.reason, lostWork: lost, endedAt: context.now }, [
    ...effects,
    { kind: "RELEASE_CLIENT", clientId: state.clientId },
  ]);
}

/** The last day of work that the employer ended; undefined where it did not. What was recorded before said only why. */
export function endedByEmployer({ status, reason, lostWork, endedAt }: FollowUp): LocalDate | undefined {
  if (status !== "ENDED") return undefined;
  if (lostWork) return lostWork.endedBy === "EMPLOYER" ? lostWork.lastDay : undefined;
  return reason === "DISMISSED" ? endedAt?.slice(0, 10) : undefined;
}
