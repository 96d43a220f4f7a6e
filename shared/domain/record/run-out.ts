/** What runs out is told before it does: how long before, by kind of record. */
import { addCalendarDays, addMonths, type LocalDate } from "../calendar/local-date.ts";
import { isWorkingDay } from "../calendar/working-days.ts";

export const runOutKinds = ["AGREEMENT", "CERTIFICATE", "VACANCY"] as const;
export type RunOutKind = (typeof runOutKinds)[number];

/** So long before the last day, the longest first. */
type Step = { readonly months: number } | { readonly days: number };

export const runOutSteps: Readonly<Record<RunOutKind, readonly Step[]>> = {
  AGREEMENT: [{ months: 3 }, { months: 1 }, { days: 1 }],
  CERTIFICATE: [{ days: 90 }, { days: 30 }, { days: 0 }],
  VACANCY: [{ days: 1 }],
};

/** A telling: which step of its kind it is, and on which day. */
export type Telling = { readonly step: number; readonly on: LocalDate };

/**
 * The next telling of a record after a day; undefined where none is left. It is on a working day, since nobody reads before
 * another one: what falls on a Sunday is told on the Friday before it.
 * @param lastDay the last day of the record
 */
export function nextTelling(kind: RunOutKind, lastDay: LocalDate, after: LocalDate): Telling | undefined {
  const tellings = runOutSteps[kind].map((before, step): Telling => ({ step, on: workingDayBy(dayOf(lastDay, before)) }));
  return tellings.find(({ on }) => on > after);
}

const dayOf = (lastDay: LocalDate, before: Step): LocalDate =>
  "months" in before ? addMonths(lastDay, -before.months) : addCalendarDays(lastDay, -before.days);

function workingDayBy(day: LocalDate): LocalDate {
  let by = day;
  while (!isWorkingDay(by)) by = addCalendarDays(by, -1);
  return by;
}
