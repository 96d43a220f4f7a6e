/** Transitions that are about the one employer that is being asked. */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Refused, refused } from "../process/decision.ts";
import { afterDeadline, type Step } from "../process/transition.ts";
import type { RuleContext } from "./context.ts";
import { currentEntry, type Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";
import { type TransitionName, take, type transitions } from "./transitions.ts";

export type AskedStep<N extends TransitionName> = {
  readonly kind: "asked";
  readonly step: Step<Placement, (typeof transitions)[N]["to"][number]>;
  readonly entry: ShortlistEntry;
};

/**
 * Takes a transition with the entry of the employer that is being asked.
 * @param saidAt when the word was given that leads to it; after the deadline it is refused. Absent: it has no deadline
 */
export function takeAsked<N extends TransitionName>(
  name: N,
  state: Placement,
  context: RuleContext,
  saidAt?: Instant,
): AskedStep<N> | Refused {
  const step = take(name, state, context);
  if (step.kind === "refused") return step;
  const late = saidAt === undefined ? undefined : afterDeadline(state, saidAt);
  if (late) return late;
  const entry = currentEntry(state);
  return entry ? { kind: "asked", step, entry } : refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
}
