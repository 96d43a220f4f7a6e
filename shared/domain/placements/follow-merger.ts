/** An employer's record has become another one: what names it names the other from now on. */
import { type Decision, unchanged } from "../process/decision.ts";
import type { RuleContext } from "./context.ts";
import type { Placement } from "./placement.ts";
import { take } from "./transitions.ts";

/** Nothing else of the placement changes: neither its question nor its deadline, nor the link that was mailed. */
export function followMergerOfPlacement(state: Placement, from: string, to: string, context: RuleContext): Decision<Placement> {
  if (!state.shortlist.some(({ employerId }) => employerId === from)) return unchanged;
  const step = take("employerMerged", state, context);
  if (step.kind === "refused") return step;
  return step.amend({
    shortlist: state.shortlist.map((entry) => (entry.employerId === from ? { ...entry, employerId: to } : entry)),
  });
}
