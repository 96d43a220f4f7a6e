/** A vacancy is brought into line with its posting; what follows for clients is ordered with it. */
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { type FieldChange, followPosting, hasTurned, type PostingNow } from "../../domain/vacancies/follow-posting.ts";
import type { postingOutcomes } from "../../domain/vacancies/import/posting.ts";
import type { FanOut } from "../../store/outbox.ts";
import type { OfferedVacancy } from "../../store/vacancies.ts";
import type { Deps } from "../deps.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { calendarOrders } from "./calendar-orders.ts";
import { ordersOf } from "./orders-of-change.ts";

export type FollowedPosting = {
  readonly outcome: (typeof postingOutcomes)[number];
  readonly vacancyId: string;
  readonly changes: FieldChange[];
};

/** What became of the vacancy. One of another office is that office's to bring into line: it stays as it is. */
export async function followKarirhub(
  deps: Deps,
  { staff, today }: { readonly staff: Staff; readonly today: LocalDate },
  id: string,
  now: PostingNow,
): Promise<FollowedPosting> {
  let changes: FieldChange[] = [];
  const options = { request: { staff, idempotency: undefined }, action: "openVacancy", id } as const;
  try {
    await changeRecord(deps, records.vacancy, options, (vacancy, facts) => {
      const followed = followPosting(vacancy, now, today);
      changes = [...followed.changes];
      if (changes.length === 0) return unchanged({ id });
      const fields = changes.map(({ field }) => field);
      return changed({
        state: followed.state,
        event: "followPosting",
        fields,
        response: { id },
        writes: calendarOrders(deps, vacancy, followed.state, facts),
        effects: followingOrders(vacancy, followed.state, fields).map((ref) => ({ kind: "FANOUT", ref })),
      });
    });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "NOT_FOUND") throw error;
  }
  return { outcome: outcomeOf(changes), vacancyId: id, changes };
}

/** What closes takes its live proposals with it, what opens wakes who waits; else it is as where an officer mends the vacancy. */
function followingOrders(before: OfferedVacancy, after: OfferedVacancy, fields: readonly string[]): readonly FanOut[] {
  const { id, status } = after;
  if (!hasTurned(before, after)) return status === "OPEN" ? ordersOf(before, after, fields) : [];
  // As by the calendar: who was asked before it ran out may still be given it.
  if (status === "CLOSED")
    return [{ topic: after.closedBecause === "EXPIRED" ? "VACANCY_RAN_OUT" : "VACANCY_CLOSED", id, done: 0 }];
  // Who was asked before it ran out is asked still, and it may not fit any more.
  const changed = ordersOf(before, after, fields).filter(({ topic }) => topic === "VACANCY_CHANGED");
  return [...changed, { topic: "VACANCY_OPENED", id, done: 0 }];
}

function outcomeOf(changes: readonly FieldChange[]): FollowedPosting["outcome"] {
  const status = changes.find(({ field }) => field === "status")?.after;
  if (status !== undefined) return status === "OPEN" ? "REOPENED" : "CLOSED";
  return changes.length > 0 ? "CHANGED" : "KNOWN";
}
