/** Orders the morning's digests, before the first office of the country opens. */
import { addMilliseconds, instantOf } from "../../domain/calendar/instant.ts";
import { isWorkingDay } from "../../domain/calendar/working-days.ts";
import { zoneSchema } from "../../domain/calendar/zone.ts";
import { coverOn } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import { mayCarry, type Staff } from "../../domain/offices/staff.ts";
import { noticesIn } from "../../store/notices.ts";
import { outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { workOfStaff } from "../placements/work-of-staff.ts";

/** So many orders go into one transaction: a row each, and DynamoDB takes a hundred. */
const together = 90;
/** At half past seven the day is planned; after the first hour it is too late to plan it. */
const sentAt = { hour: 7, minutes: 30 } as const;

/**
 * One for each for whom something waits, or for whom something runs out, on working days; who is away has none, and who stands in
 * reads of both. It is sent at half past seven by the clock of the office. A second call on the same day orders nothing.
 */
export async function orderDigests(deps: Deps): Promise<{ readonly ordered: number }> {
  let ordered = 0;
  for (const zone of zoneSchema.options) {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await deps.store.offices.inZone(zone, { limit: 50, cursor });
      for (const office of page.items) ordered += await orderFor(deps, office);
      cursor = page.cursor;
    }
  }
  return { ordered };
}

async function orderFor(deps: Deps, office: Office): Promise<number> {
  const today = todayIn(office, deps.now());
  if (!isWorkingDay(today)) return 0;
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const here = colleagues.filter((one) => mayCarry(one) && !coverOn(one, today));
  const hasWork = async (one: Staff) =>
    (await workOfStaff(deps, one, office, colleagues, { limit: 1 })).items.length > 0 ||
    (await noticesIn(deps.store.database).untold(one.id)).length > 0;
  const asked = await Promise.all(here.map(async (one) => ((await hasWork(one)) ? [one] : [])));
  const dueAt = addMilliseconds(instantOf(today, sentAt.hour, office.zone), sentAt.minutes * 60_000);
  const rows = asked
    .flat()
    .map(({ id }) => outboxPut(`digest-${id}-${today}`, { kind: "DIGEST", ref: { officeId: office.id, staffId: id } }, dueAt));
  let ordered = 0;
  for (let from = 0; from < rows.length; from += together) {
    const some = rows.slice(from, from + together);
    if ((await deps.store.database.commit(some)).kind === "committed") ordered += some.length;
  }
  return ordered;
}
