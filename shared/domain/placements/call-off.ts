/** An interview that does not take place: whoever would have come is told. */

import type { CalledOff } from "../process/called-off.ts";
import type { Effect } from "../process/effect.ts";
import type { RuleContext } from "./context.ts";
import { currentEntry, type Placement } from "./placement.ts";

/** What calendars need to hear of an interview that lies ahead; undefined where none does. */
export function callOff(state: Placement, { now }: RuleContext, cause: CalledOff["cause"]): CalledOff | undefined {
  const { interview } = state;
  if (state.status !== "INTERVIEW" || !interview?.agreedAt || interview.agreedAt <= now) return undefined;
  return { no: interview.no, sequence: interview.sequence + 1, at: interview.agreedAt, cause };
}

/** The officer tells the client not to go to an interview that lies ahead. */
export function tellClientNotToGo(state: Placement, context: RuleContext, cause: CalledOff["cause"]): Effect[] {
  const off = callOff(state, context, cause);
  const vacancyId = currentEntry(state)?.vacancyId;
  return off ? [{ kind: "MAIL", message: "tellClientNotToGo", to: "officer", vacancyId, calledOff: off }] : [];
}

/** The employer hears that the proposal is withdrawn, and of an interview that lies ahead with its true, neutral reason. */
export function withdrawFromEmployer(
  state: Placement,
  vacancyId: string,
  context: RuleContext,
  cause: CalledOff["cause"],
): Effect[] {
  // Whoever has not been reached has nothing to be told of.
  if (state.needsCall) return [];
  const off = callOff(state, context, cause);
  if (!off) return [{ kind: "MAIL", message: "proposalWithdrawn", to: "employer", vacancyId }];
  return [
    { kind: "MAIL", message: "interviewCalledOff", to: "employer", vacancyId, calledOff: off },
    ...tellClientNotToGo(state, context, cause),
  ];
}
