/** Stretches of days that reports are read by: whole weeks from Monday, whole months, years. Both ends are included. */
import { addCalendarDays, daysBetween, type LocalDate, weekdayOf } from "../../../../shared/domain/calendar/local-date.ts";

export type Days = { readonly from: LocalDate; readonly to: LocalDate };

export const periodNames = ["thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisYear"] as const;
export type PeriodName = (typeof periodNames)[number];

const monthOf = (day: LocalDate): Days => {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addCalendarDays(`${addCalendarDays(from, 31).slice(0, 7)}-01`, -1) };
};
const weekOf = (day: LocalDate): Days => {
  const from = addCalendarDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: addCalendarDays(from, 6) };
};

export function periodOf(name: PeriodName, today: LocalDate): Days {
  switch (name) {
    case "thisWeek":
      return weekOf(today);
    case "lastWeek":
      return before(weekOf(today));
    case "thisMonth":
      return monthOf(today);
    case "lastMonth":
      return before(monthOf(today));
    case "thisYear":
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

const isMonth = ({ from, to }: Days): boolean => monthOf(from).from === from && monthOf(from).to === to;

/** The stretch before, as long; of a whole month the month before. */
export function before(days: Days): Days {
  const to = addCalendarDays(days.from, -1);
  return isMonth(days) ? monthOf(to) : { from: addCalendarDays(days.from, -daysBetween(days.from, days.to) - 1), to };
}

/** The stretch after, as long; of a whole month the month after. */
export function after(days: Days): Days {
  const from = addCalendarDays(days.to, 1);
  return isMonth(days) ? monthOf(from) : { from, to: addCalendarDays(from, daysBetween(days.from, days.to)) };
}
