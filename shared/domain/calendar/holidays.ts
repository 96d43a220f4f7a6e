import type { Holiday } from "./holiday.ts";
import { holidays2026 } from "./holidays-2026.ts";
import { type LocalDate, yearOf } from "./local-date.ts";

/** The published tables. A new year is a new file and a line here. */
const publishedTables: ReadonlyMap<number, ReadonlyMap<LocalDate, Holiday>> = new Map([
  [2026, new Map(holidays2026.map((holiday) => [holiday.date, holiday]))],
]);

/** Holidays whose date is the same each year: all that is sure of a year without a table. */
const fixedHolidays: ReadonlyMap<string, Holiday["name"]> = new Map([
  ["01-01", { id: "Tahun Baru Masehi", en: "New Year's Day" }],
  ["05-01", { id: "Hari Buruh Internasional", en: "Labour Day" }],
  ["06-01", { id: "Hari Lahir Pancasila", en: "Pancasila Day" }],
  ["08-17", { id: "Proklamasi Kemerdekaan", en: "Independence Day" }],
  ["12-25", { id: "Kelahiran Yesus Kristus", en: "Christmas Day" }],
]);

/** True where the decree of that year is known here. */
export function hasPublishedHolidays(year: number): boolean {
  return publishedTables.has(year);
}

/** The holiday or joint leave of a date; in a year without a table only the fixed-date ones are known. */
export function holidayOn(date: LocalDate): Holiday | undefined {
  const table = publishedTables.get(yearOf(date));
  if (table) return table.get(date);
  const name = fixedHolidays.get(date.slice(5));
  return name && { date, kind: "HOLIDAY", name };
}
