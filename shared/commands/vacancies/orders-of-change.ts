/** What a change of a vacancy orders for the clients whom it reaches. */
import { rulesTouchedBy } from "../../domain/matching/touched-rules.ts";
import type { FanOut } from "../../store/outbox.ts";
import type { OfferedVacancy } from "../../store/vacancies.ts";

/** Whom the change reaches: what is proposed and may no longer fit, who loses the last seat, who waits and may fit now. */
export function ordersOf(before: OfferedVacancy, after: OfferedVacancy, fields: readonly string[]): readonly FanOut[] {
  const { id } = after;
  const touches = rulesTouchedBy(["vacancy"], fields).length > 0;
  const isFull = after.seatsFree === 0;
  const opens = touches || after.seatsFree > before.seatsFree || after.validUntil > before.validUntil;
  const orders: FanOut[] = [];
  if (touches) orders.push({ topic: "VACANCY_CHANGED", id, fields: [...fields], done: 0 });
  if (isFull && before.seatsFree > 0) orders.push({ topic: "VACANCY_FILLED", id, done: 0 });
  if (opens && !isFull) orders.push({ topic: "VACANCY_OPENED", id, done: 0 });
  return orders;
}
