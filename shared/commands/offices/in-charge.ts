/** Who of an office is in charge of a process now. */
import { inChargeOf } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { Process } from "../../domain/processes.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";

/** The officer, who stands in for them today, or the supervisors where nobody carries it. */
export async function inChargeNow(deps: Deps, process: Process, office: Office): Promise<readonly Staff[]> {
  const staff = await deps.store.staff.ofOffice(process.officeId);
  return inChargeOf(process.officerId, staff, todayIn(office, deps.now()));
}
