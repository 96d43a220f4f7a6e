import { hasPublishedHolidays, holidayOn } from "./holidays.ts";
import { type Instant, instantOf, localDateOf } from "./instant.ts";
import { addCalendarDays, type LocalDate, weekdayOf, yearOf } from "./local-date.ts";
import type { Zone } from "./zone.ts";

/** True on Monday to Friday unless the day is a national holiday or joint leave. */
export function isWorkingDay(date: LocalDate): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && holidayOn(date) === undefined;
}

/**
 * The `days`-th working day after a date; the date itself is not counted. Zero days is the date itself, working day or not.
 * Throws a RangeError unless `days` is a whole number from 0 up.
 */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError("working days are counted forwards in whole days");
  let current = date;
  for (let left = days; left > 0; ) {
    current = addCalendarDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}

/** The `days`-th working day before a date. Throws a RangeError unless `days` is a whole number from 0 up. */
export function workingDaysBefore(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError("working days are counted back in whole days");
  let current = date;
  for (let left = days; left > 0; ) {
    current = addCalendarDays(current, -1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}

export type WorkingDeadline = {
  /** The first moment after the last day: an act is in time while `now < deadline`. */
  readonly deadline: Instant;
  /** The last day on which an act is in time; the one to show to people. */
  readonly lastDay: LocalDate;
  /** True where a year had to be counted without its decree, so that the real deadline may lie later. */
  readonly fallback: boolean;
  /** Those years, ascending. */
  readonly fallbackYears: readonly number[];
};

/**
 * When a wait of so many working days ends: with the end of the office's day. A wait that starts at 23.00 gets as many whole
 * days as one that starts at 08.00. Years without a published table count weekends and fixed-date holidays only, and say so.
 */
export function endOfWorkingDays(wait: { readonly from: Instant; readonly days: number; readonly zone: Zone }): WorkingDeadline {
  const firstDay = localDateOf(wait.from, wait.zone);
  const lastDay = addWorkingDays(firstDay, wait.days);
  const years = Array.from({ length: yearOf(lastDay) - yearOf(firstDay) + 1 }, (_, index) => yearOf(firstDay) + index);
  const fallbackYears = years.filter((year) => !hasPublishedHolidays(year));
  return { deadline: instantOf(lastDay, 24, wait.zone), lastDay, fallback: fallbackYears.length > 0, fallbackYears };
}

/**
 * When a wait for a person who comes to the office ends: with the client's next report day, so many working days away at the
 * most. A report day that is a holiday is not kept, the one a week later is. Nobody who never comes is waited for longer.
 */
export function endOfReportDay(wait: {
  readonly from: Instant;
  /** Whether the client reports on a day. */
  readonly isReportDate: (date: LocalDate) => boolean;
  readonly days: number;
  readonly zone: Zone;
}): Instant {
  const { zone, isReportDate } = wait;
  const today = localDateOf(wait.from, zone);
  const last = addWorkingDays(today, wait.days);
  for (let day = addCalendarDays(today, 1); day < last; day = addCalendarDays(day, 1))
    if (isReportDate(day) && holidayOn(day) === undefined) return instantOf(day, 24, zone);
  return instantOf(last, 24, zone);
}

/** When a wait of so many calendar days ends (follow-up at 30, 90, 180): with the end of that day in the zone. */
export function endOfCalendarDays(wait: { readonly from: Instant; readonly days: number; readonly zone: Zone }): {
  readonly deadline: Instant;
  readonly lastDay: LocalDate;
} {
  const lastDay = addCalendarDays(localDateOf(wait.from, wait.zone), wait.days);
  return { deadline: instantOf(lastDay, 24, wait.zone), lastDay };
}
