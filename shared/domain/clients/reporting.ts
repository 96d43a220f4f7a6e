/** When a client reports to the office (wajib lapor): a rhythm, from which the days follow. */
import * as z from "zod";
import { addCalendarDays, daysBetween, type LocalDate, localDateSchema, weekdayOf } from "../calendar/local-date.ts";
import { type Weekday, weekdays } from "../calendar/weekdays.ts";
import { isWorkingDay } from "../calendar/working-days.ts";

/** The day of the week of a date. */
const isDate = (text: string): boolean => localDateSchema.safeParse(text).success;
const weekdayOn = (date: LocalDate): Weekday => weekdays[(weekdayOf(date) + 6) % 7] ?? "MONDAY";

const day = z.enum(weekdays);

export const reporting = z.discriminatedUnion("rhythm", [
  z.strictObject({ rhythm: z.literal("WEEKLY"), day }),
  /** Every second week, counted from a day on which the client reports. */
  z.strictObject({ rhythm: z.literal("FORTNIGHTLY"), day, from: localDateSchema }),
  /** On a day of the month (its last one where the month is shorter), or on such a day of its first to fourth or last (5) week; neither: not agreed yet. */
  z.strictObject({
    rhythm: z.literal("MONTHLY"),
    dayOfMonth: z.int().min(1).max(31).optional(),
    week: z.int().min(1).max(5).optional(),
    day: day.optional(),
  }),
  z.strictObject({ rhythm: z.literal("BY_DATE"), dates: z.array(localDateSchema).min(1).max(60) }),
]);

export type Reporting = z.infer<typeof reporting>;

/** As people give it: a day of the month or a week with its day, not both; and fortnights that begin on their own day. */
export const reportingInput = reporting
  .refine((given) => given.rhythm !== "MONTHLY" || (given.week === undefined) === (given.day === undefined), {
    error: "reporting.week",
    path: ["week"],
  })
  .refine((given) => given.rhythm !== "MONTHLY" || given.dayOfMonth === undefined || given.day === undefined, {
    error: "reporting.week",
    path: ["dayOfMonth"],
  })
  // Whatever is no date has its own issue by now.
  .refine((given) => given.rhythm !== "FORTNIGHTLY" || !isDate(given.from) || weekdayOn(given.from) === given.day, {
    error: "reporting.from",
    path: ["from"],
  });

/** The rhythm of a client; what was recorded before there were rhythms is a day of each week. */
export const reportingOf = (client: {
  readonly reporting?: Reporting | undefined;
  readonly reportDay?: Weekday | undefined;
}): Reporting | undefined => client.reporting ?? (client.reportDay ? { rhythm: "WEEKLY", day: client.reportDay } : undefined);

/** The days of the week on which reporting can fall; none where nothing is agreed. */
export function reportWeekdays(rhythm: Reporting | undefined): readonly Weekday[] {
  switch (rhythm?.rhythm) {
    case undefined:
      return [];
    case "WEEKLY":
    case "FORTNIGHTLY":
      return [rhythm.day];
    case "MONTHLY":
      if (rhythm.day !== undefined) return [rhythm.day];
      return rhythm.dayOfMonth === undefined ? [] : weekdays;
    case "BY_DATE":
      return weekdays.filter((weekday) => rhythm.dates.some((date) => weekdayOn(date) === weekday));
  }
}

/** Whether shifts can never leave a report day free: they fall on every weekday on which one can be. */
export function takesReportDays(
  rhythm: Reporting | undefined,
  { workDays, reportDayFree }: { readonly workDays: readonly Weekday[]; readonly reportDayFree: boolean },
): boolean {
  const days = reportWeekdays(rhythm);
  return !reportDayFree && days.length > 0 && days.every((weekday) => workDays.includes(weekday));
}

/** Whether the client reports on a day. A day of the month on which the office is closed is kept on the next working day. */
export function isReportDate(rhythm: Reporting | undefined, date: LocalDate): boolean {
  switch (rhythm?.rhythm) {
    case undefined:
      return false;
    case "WEEKLY":
      return weekdayOn(date) === rhythm.day;
    case "FORTNIGHTLY":
      return date >= rhythm.from && daysBetween(rhythm.from, date) % 14 === 0;
    case "BY_DATE":
      return rhythm.dates.includes(date);
    case "MONTHLY":
      if (rhythm.dayOfMonth !== undefined) return isKeptOn(rhythm.dayOfMonth, date);
      return rhythm.day === weekdayOn(date) && rhythm.week !== undefined && isInWeek(rhythm.week, date);
  }
}

const dayOf = (date: LocalDate): number => Number(date.slice(8));
const isLastOfMonth = (date: LocalDate): boolean => dayOf(addCalendarDays(date, 1)) === 1;

function isKeptOn(dayOfMonth: number, date: LocalDate): boolean {
  if (!isWorkingDay(date)) return false;
  const isNamed = (named: LocalDate) => dayOf(named) === dayOfMonth || (dayOf(named) < dayOfMonth && isLastOfMonth(named));
  // The days before on which the office was closed are kept today.
  for (let named = date; ; ) {
    if (isNamed(named)) return true;
    named = addCalendarDays(named, -1);
    if (isWorkingDay(named)) return false;
  }
}

/** Whether a day is the n-th of its kind in its month; the fifth is the last one. */
const isInWeek = (week: number, date: LocalDate): boolean =>
  week === 5 ? dayOf(addCalendarDays(date, 7)) <= 7 : Math.ceil(dayOf(date) / 7) === week;
