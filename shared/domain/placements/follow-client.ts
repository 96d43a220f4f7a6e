/** What was recorded of the client has changed: an attempt that is under way goes by it from now on. */
import type { Client } from "../clients/client.ts";
import { provinceOf } from "../identifiers/region-code.ts";
import { type Decision, unchanged } from "../process/decision.ts";
import type { RuleContext } from "./context.ts";
import type { Placement } from "./placement.ts";
import { take } from "./transitions.ts";

/** Looks from where the client lives now; who waits for a vacancy is ranked once more, since others may fit now. */
export function followClient(
  state: Placement,
  { domicile: { regencyCode }, willingness }: Pick<Client, "domicile" | "willingness">,
  context: RuleContext,
): Decision<Placement> {
  if (state.status === "PLACED" || state.status === "CLOSED") return unchanged;
  const changes = { regencyCode, provinceCode: provinceOf(regencyCode), willingness };
  const waits = state.status === "AWAITING_VACANCY";
  if (!waits && state.regencyCode === regencyCode && state.willingness === willingness) return unchanged;
  const step = take("clientChanged", state, context);
  if (step.kind === "refused") return step;
  return waits ? step.to("RANKING", changes) : step.amend(changes);
}
