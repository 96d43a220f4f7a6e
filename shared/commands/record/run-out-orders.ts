/** Orders that whoever keeps a record is told before it runs out. */
import { instantOf } from "../../domain/calendar/instant.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import type { Office } from "../../domain/offices/office.ts";
import { nextTelling, type RunOutKind } from "../../domain/record/run-out.ts";
import type { Write } from "../../store/dynamodb.ts";
import { outboxPut } from "../../store/outbox.ts";

/** Before the morning's digests are ordered, wherever the office is. */
const tellingHour = 1;

export type RunningOut = { readonly kind: RunOutKind; readonly id: string; readonly lastDay: LocalDate };

/**
 * The row of the next telling after a day; each orders the one after it. What changes meanwhile leaves a row that finds another
 * last day, and tells nothing.
 * @param rowId the id of the row, by the step and day of the telling
 */
export function runOutOrder(
  { kind, id, lastDay }: RunningOut,
  after: LocalDate,
  { zone }: Office,
  rowId: (telling: string) => string,
): readonly Write[] {
  const telling = nextTelling(kind, lastDay, after);
  if (!telling) return [];
  const ref = { topic: "RUNS_OUT", id, kind, lastDay, ...telling } as const;
  const name = `${id}-${lastDay}-${telling.step}`;
  return [outboxPut(rowId(name), { kind: "FANOUT", ref }, instantOf(telling.on, tellingHour, zone))];
}
