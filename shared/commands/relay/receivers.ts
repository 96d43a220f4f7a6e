/** Who of an office hears of a process. */
import { isSupervising } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { Process } from "../../domain/processes.ts";
import type { Deps } from "../deps.ts";
import { inChargeNow } from "../offices/in-charge.ts";

/** Who hears of a process: whoever is in charge of it now, or the supervisors. */
export async function staffFor(
  deps: Deps,
  process: Process,
  office: Office,
  to: "officer" | "supervisor",
): Promise<readonly Staff[]> {
  if (to === "officer") return inChargeNow(deps, process, office);
  return (await deps.store.staff.ofOffice(process.officeId)).filter(isSupervising);
}
