/** What follows from a vacancy by the calendar: it is told of before its last day, and closes after it. */
import { instantOf } from "../../domain/calendar/instant.ts";
import { addCalendarDays } from "../../domain/calendar/local-date.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import type { Write } from "../../store/dynamodb.ts";
import { outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import type { RecordFacts } from "../record/change-record.ts";
import { runOutOrder } from "../record/run-out-orders.ts";

/**
 * The orders of an open vacancy. Each looks again at what is recorded when its day comes.
 * @param before as it was until now; undefined where it is new
 */
export function calendarOrders(
  deps: Deps,
  before: Vacancy | undefined,
  { id, status, validUntil }: Vacancy,
  { today, office }: Pick<RecordFacts, "today" | "office">,
): readonly Write[] {
  const isOrdered = before?.status === "OPEN" && before.validUntil === validUntil;
  if (status !== "OPEN" || isOrdered) return [];
  const ref = { topic: "VACANCY_RAN_OUT", id, done: 0 } as const;
  const over = instantOf(addCalendarDays(validUntil, 1), 0, office.zone);
  return [
    ...runOutOrder({ kind: "VACANCY", id, lastDay: validUntil }, today, office, () => deps.newId("outbox")),
    outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref }, over),
  ];
}
