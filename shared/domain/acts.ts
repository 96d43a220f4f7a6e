/** What a member of staff may do now: one function over everything that can be acted on. It runs in the browser as it is. */
import { actsOnFollowUp, type FollowUpAct, type FollowUpNow, followUpActNames } from "./follow-ups/acts.ts";
import type { Relation } from "./offices/access-policy.ts";
import type { Offer } from "./offices/acts.ts";
import type { StaffRole } from "./offices/staff.ts";
import { actsOnPlacement, type PlacementAct, type PlacementNow, placementActNames } from "./placements/acts.ts";

/** An act on a process: the route that carries it and, after a dot, the decision that its body names. */
export type ProcessActName = PlacementAct | FollowUpAct;
export const processActNames: readonly ProcessActName[] = [...placementActNames, ...followUpActNames];

/** What can be acted on, with as much of it as the acts depend on. */
export type Actable = PlacementNow | FollowUpNow;

/**
 * The acts that somebody may take on what they stand to in a relation: what may not be done, or makes no sense now, is absent;
 * what cannot be done yet says why.
 */
export function actsFor(role: StaffRole, relation: Relation, state: Actable): readonly Offer<ProcessActName>[] {
  const asker = { role, relation };
  return state.kind === "PLACEMENT" ? actsOnPlacement(asker, state) : actsOnFollowUp(asker, state);
}
