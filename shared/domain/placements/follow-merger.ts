/** An employer's record has become another one: what names it names the other from now on. */
import { type Decision, unchanged } from "../process/decision.ts";
import type { RuleContext } from "./context.ts";
import { currentEntry, type Placement } from "./placement.ts";
import { take } from "./transitions.ts";

export type MergerOfEmployer = { readonly from: string; readonly to: string; readonly contactId?: string | undefined };

/**
 * Nothing else of the placement changes: neither its question nor its deadline, nor the link that was mailed. Whoever has the
 * question goes on being asked.
 * @param contactId whom the record that is gone was asked by
 */
export function followMergerOfPlacement(
  state: Placement,
  { from, to, contactId }: MergerOfEmployer,
  context: RuleContext,
): Decision<Placement> {
  if (!state.shortlist.some(({ employerId }) => employerId === from)) return unchanged;
  const step = take("employerMerged", state, context);
  if (step.kind === "refused") return step;
  const asked = currentEntry(state);
  return step.amend({
    shortlist: state.shortlist.map((entry) => {
      if (entry.employerId !== from) return entry;
      return { ...entry, employerId: to, contactId: entry.contactId ?? (entry === asked ? contactId : undefined) };
    }),
  });
}
