/** A placement gets another officer, or somebody who stands in for its officer. */
import type { Instant } from "../calendar/instant.ts";
import { type Decision, unchanged } from "../process/decision.ts";
import type { RuleContext } from "./context.ts";
import type { Placement } from "./placement.ts";
import { take } from "./transitions.ts";

/**
 * Another officer is in charge from now on. Links live on; an approval's clock starts again, at its first stage.
 * @param since when it was ordered
 */
export function handOverPlacement(
  state: Placement,
  officerId: string,
  since: Instant,
  context: RuleContext,
): Decision<Placement> {
  if (state.officerId === officerId) return unchanged;
  const step = take("handOver", state, context);
  if (step.kind === "refused") return step;
  const changes = { officerId, officerSince: since };
  return state.status === "AWAITING_APPROVAL" ? step.again(changes) : step.amend(changes);
}

/** Somebody stands in for the officer from now on: an approval that was asked for before gets its whole time. */
export function beginCover(state: Placement, context: RuleContext): Decision<Placement> {
  if (state.status !== "AWAITING_APPROVAL") return unchanged;
  const step = take("coverBegins", state, context);
  return step.kind === "refused" ? step : step.again();
}
