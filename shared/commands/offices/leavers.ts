/** Whoever leaves an office leaves no open work behind. */
import { refusal } from "../../domain/errors.ts";
import { isSupervising } from "../../domain/offices/in-charge.ts";
import { mayCarry, type Staff } from "../../domain/offices/staff.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";

/** A member of staff as known before, as registered now, and to whom the work goes, where that is said. */
export type Registered = { readonly before: Staff | undefined; readonly after: Staff; readonly handOverTo: string | undefined };

/** Whether a member of staff can no longer carry what is with them: inactive, a trainer, or of another office by now. */
const leaves = ({ before, after }: Registered): boolean =>
  before !== undefined && mayCarry(before) && (!mayCarry(after) || after.officeId !== before.officeId);

/**
 * Orders that the work of everybody who leaves goes to whom the registration names, else to a supervisor of the office, else to
 * an officer. Where nobody is left who could carry it, nothing is ordered: it is found as nobody's, and handed over later.
 * Errors: REQUEST_INVALID where the one who is named cannot carry it.
 */
export async function handOverOfLeavers(deps: Deps, people: readonly Registered[]): Promise<readonly OutboxEffect[]> {
  const effects: OutboxEffect[] = [];
  for (const [at, person] of people.entries()) {
    const { before, handOverTo } = person;
    if (!before || !leaves(person)) continue;
    const { officeId } = before;
    const known = await deps.store.staff.ofOffice(officeId);
    // As this registration leaves the office.
    const now = [...known.filter(({ id }) => !people.some(({ after }) => after.id === id)), ...people.map(({ after }) => after)];
    const carrying = now
      .filter((member) => member.officeId === officeId && mayCarry(member))
      .toSorted((one, other) => Number(isSupervising(other)) - Number(isSupervising(one)) || one.name.localeCompare(other.name));
    const to = handOverTo === undefined ? carrying[0] : carrying.find(({ id }) => id === handOverTo);
    if (!to && handOverTo !== undefined)
      throw refusal("REQUEST_INVALID", [{ code: "staff.cannot-carry", path: `staff.${at}.handOverTo` }]);
    if (to) effects.push({ kind: "FANOUT", ref: { topic: "WORK_HANDED_OVER", id: before.id, officeId, to: to.id, done: 0 } });
  }
  return effects;
}
