/** Something runs out soon: whoever keeps it is told with the next digest of the morning. */
import { inChargeOf, isSupervising } from "../../domain/offices/in-charge.ts";
import { noticesIn } from "../../store/notices.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { runOutOrder } from "../record/run-out-orders.ts";
import { runningOutOf } from "./running-out.ts";

/** Keeps a notice for whoever is in charge today, and orders the next telling. Twice is once: a step has one notice a person. */
export async function tellRunOut(deps: Deps, { id, kind, lastDay, step, on }: FanOutOf<"RUNS_OUT">): Promise<void> {
  const notice = { kind, recordId: id, lastDay, step } as const;
  const found = await runningOutOf(deps, notice);
  const office = found && (await deps.store.offices.office(found.officeId));
  if (!office) return;
  const staff = await deps.store.staff.ofOffice(office.id);
  const today = todayIn(office, deps.now());
  const keepers = found.keeperId === undefined ? staff.filter(isSupervising).map((one) => one.id) : [found.keeperId];
  const told = new Set(keepers.flatMap((keeper) => inChargeOf(keeper, staff, today).map((one) => one.id)));
  for (const staffId of told) await noticesIn(deps.store.database).keep(staffId, notice);
  // By its own name: where this row comes twice, the next one is there already.
  const next = runOutOrder({ kind, id, lastDay }, on, office, (telling) => `runs-out-${telling}`);
  if (next.length > 0) await deps.store.database.commit(next);
}
