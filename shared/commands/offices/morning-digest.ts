/** Orders the morning's digest for everybody who works in the offices of a time zone. */
import { isWorkingDay } from "../../domain/calendar/working-days.ts";
import type { Zone } from "../../domain/calendar/zone.ts";
import { coverOn } from "../../domain/offices/in-charge.ts";
import { mayCarry } from "../../domain/offices/staff.ts";
import { outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";

/** So many orders go into one transaction: a row each, and DynamoDB takes a hundred. */
const together = 90;

/**
 * One for each who carries placements or supervises, on working days; who is away has none, and who stands in reads of both. A
 * second call on the same day orders nothing.
 */
export async function orderDigests(deps: Deps, zone: Zone): Promise<{ readonly ordered: number }> {
  let ordered = 0;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await deps.store.offices.inZone(zone, { limit: 50, cursor });
    for (const office of page.items) {
      const now = deps.now();
      const today = todayIn(office, now);
      if (!isWorkingDay(today)) continue;
      const people = (await deps.store.staff.ofOffice(office.id)).filter((one) => mayCarry(one) && !coverOn(one, today));
      const rows = people.map(({ id }) =>
        outboxPut(`digest-${id}-${today}`, { kind: "DIGEST", ref: { officeId: office.id, staffId: id } }, now),
      );
      for (let from = 0; from < rows.length; from += together) {
        const result = await deps.store.database.commit(rows.slice(from, from + together));
        if (result.kind === "committed") ordered += rows.slice(from, from + together).length;
      }
    }
    cursor = page.cursor;
  }
  return { ordered };
}
