/** Who of an office is in charge of a process now. */

import { formatAnyPhone } from "../../domain/identifiers/phone-text.ts";
import { inChargeOf } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { Process } from "../../domain/processes.ts";
import type { Asker } from "../../messages/mails.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";

/** Whom an employer may ask: the officer in charge with the number to call, or the office's, and whether replies to mails are read. */
export const askerOf = (officer: Staff | undefined, office: Office): Asker => {
  const number = officer?.phone ?? office.telephone;
  return {
    name: officer?.name ?? "",
    number: number && formatAnyPhone(number),
    readsReplies: office.replyTo !== undefined,
  };
};

/** The officer, who stands in for them today, or the supervisors where nobody carries it. */
export async function inChargeNow(deps: Deps, process: Process, office: Office): Promise<readonly Staff[]> {
  const staff = await deps.store.staff.ofOffice(process.officeId);
  return inChargeOf(process.officerId, staff, todayIn(office, deps.now()));
}
