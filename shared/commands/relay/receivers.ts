/** Who of an office hears of a process. */
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import { mayCarry, type Staff } from "../../domain/offices/staff.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import type { Deps } from "../deps.ts";

/** Who hears of it: where the officer has gone, or carries no placements any more, the supervisors, so that no task is lost. */
export async function staffFor(
  deps: Deps,
  process: Placement | FollowUp,
  to: "officer" | "supervisor",
): Promise<readonly Staff[]> {
  const staff = await deps.store.staff.ofOffice(process.officeId);
  const officer = to === "officer" ? staff.find((one) => one.id === process.officerId && mayCarry(one)) : undefined;
  return officer ? [officer] : staff.filter(isSupervising);
}

export const isSupervising = (one: Staff): boolean => one.active && one.role === "supervisor";
