/** Who of an office hears of a process. */
import { mayCarry, type Staff } from "../../domain/offices/staff.ts";
import type { Process } from "../../domain/processes.ts";
import type { Deps } from "../deps.ts";

/** Who hears of it: where the officer has gone, or carries no placements any more, the supervisors, so that no task is lost. */
export async function staffFor(deps: Deps, process: Process, to: "officer" | "supervisor"): Promise<readonly Staff[]> {
  const staff = await deps.store.staff.ofOffice(process.officeId);
  const officer = to === "officer" ? staff.find((member) => member.id === process.officerId && mayCarry(member)) : undefined;
  return officer ? [officer] : staff.filter(isSupervising);
}

export const isSupervising = (member: Staff): boolean => member.active && member.role === "supervisor";
