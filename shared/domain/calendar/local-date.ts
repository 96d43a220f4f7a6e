import * as z from "zod";

/**
 * A day of the civil calendar without a place, `2026-03-02`. Such texts sort as days do. Errors: `date.format`, and
 * `date.impossible` for what is written as a date and is none, such as 31 February.
 */
export const localDateSchema = z.iso.date({
  error: ({ input }) => (typeof input === "string" && /^\d{4}-\d{2}-\d{2}$/.test(input) ? "date.impossible" : "date.format"),
});
export type LocalDate = z.infer<typeof localDateSchema>;

/** No paper that is recorded here is older: an earlier year is a slip of the pen, such as 0206. */
const earliestPaper = "1970-01-01";

/** The date of a paper as people give it. Errors: those of a date, and `date.early`. */
export const paperDateSchema = localDateSchema.refine((date) => date >= earliestPaper, "date.early");

const dayInMs = 86_400_000;

/** True for a text that names a day which exists: 2026-02-29 does not. */
export function isRealDate(text: string): text is LocalDate {
  return localDateSchema.safeParse(text).success;
}

/** The days from 1970-01-01, for arithmetic only. Throws on what is no date: parse first. */
function dayNumberOf(date: LocalDate): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms)) throw new RangeError("not a date");
  return ms / dayInMs;
}

function dateOfDayNumber(dayNumber: number): LocalDate {
  return new Date(dayNumber * dayInMs).toISOString().slice(0, 10);
}

/** The date `days` later, or earlier for a negative number. */
export function addCalendarDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Days from one date to another; negative where the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Whole years from one date to another, as ages are counted. A birthday on 29 February falls on 1 March in common years. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The same day `months` later, or the last of the month where that day does not exist (a certificate of 29 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthIndex = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const firstOf = (index: number): LocalDate =>
    `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  const first = firstOf(monthIndex);
  const lengthOfMonth = daysBetween(first, firstOf(monthIndex + 1));
  return addCalendarDays(first, Math.min(Number(date.slice(8)), lengthOfMonth) - 1);
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: LocalDate): number {
  return (((dayNumberOf(date) + 4) % 7) + 7) % 7;
}
