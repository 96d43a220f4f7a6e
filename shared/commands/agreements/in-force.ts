/** What follows from an agreement by the calendar: it comes into force and wakes who waits; it is told of before it runs out, and runs out. */
import { type Agreement, isInForce } from "../../domain/agreements/agreement.ts";
import { instantOf } from "../../domain/calendar/instant.ts";
import { addCalendarDays } from "../../domain/calendar/local-date.ts";
import type { Write } from "../../store/dynamodb.ts";
import { outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { morning } from "../office-times.ts";
import type { RecordFacts } from "../record/change-record.ts";
import { runOutOrder } from "../record/run-out-orders.ts";

/**
 * The orders of a signed agreement: at once, or on the morning of its first day, and on the morning after its last one. Each looks
 * again at what is recorded then.
 * @param before as it was until now; undefined where it is new
 */
export function calendarOrders(
  deps: Deps,
  before: Agreement | undefined,
  after: Agreement,
  { now, today, office }: Pick<RecordFacts, "now" | "today" | "office">,
): readonly Write[] {
  const { id, validFrom, validTo } = after;
  if (after.status !== "SIGNED" || validFrom === undefined || validTo === undefined || validTo < today) return [];
  const order = (topic: "AGREEMENT_IN_FORCE" | "AGREEMENT_RAN_OUT", due: string): Write =>
    outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref: { topic, id, done: 0 } }, due);
  const began = before !== undefined && isInForce(before, today);
  const orders: Write[] = [];
  if (!began) orders.push(order("AGREEMENT_IN_FORCE", validFrom <= today ? now : instantOf(validFrom, morning, office.zone)));
  if (before?.status !== "SIGNED" || before.validTo !== validTo)
    orders.push(
      order("AGREEMENT_RAN_OUT", instantOf(addCalendarDays(validTo, 1), morning, office.zone)),
      ...runOutOrder({ kind: "AGREEMENT", id, lastDay: validTo }, today, office, () => deps.newId("outbox")),
    );
  return orders;
}
