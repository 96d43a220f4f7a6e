/** Days and hours as people say them, in the zone of the office and by its clock. */
import { formatDate, formatLongDate, formatTime, lastDateOf } from "../../../shared/domain/calendar/format.ts";
import { addMilliseconds, type Instant, localDateOf } from "../../../shared/domain/calendar/instant.ts";
import type { LocalDate } from "../../../shared/domain/calendar/local-date.ts";
import type { Zone } from "../../../shared/domain/calendar/zone.ts";
import { language } from "./language.ts";

export type Due = "late" | "today" | "later" | "open";

/** How a deadline stands to now; `open` where there is none. */
export function dueOf(deadline: Instant | undefined, now: Instant, zone: Zone): Due {
  if (deadline === undefined) return "open";
  if (deadline <= now) return "late";
  return lastDateOf(deadline, zone) <= localDateOf(now, zone) ? "today" : "later";
}

/** `Jum 18 Des`. */
export function shortDay(date: LocalDate): string {
  const [weekday = "", day = "", month = ""] = formatLongDate(date, language()).replace(",", "").split(" ");
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}
export const shortDayOf = (instant: Instant, zone: Zone): string => shortDay(localDateOf(instant, zone));
/** The last day of a deadline. */
export const lastShortDay = (deadline: Instant, zone: Zone): string => shortDay(lastDateOf(deadline, zone));
/** `Jum 18 Des 10.00 WIB`. */
export const shortMoment = (instant: Instant, zone: Zone): string =>
  `${shortDayOf(instant, zone)} ${formatTime(instant, zone, language())}`;

const day = 86_400_000;
/** Whole days by which a deadline is past. */
export const daysLate = (deadline: Instant, now: Instant): number =>
  Math.max(1, Math.ceil((Date.parse(now) - Date.parse(deadline)) / day));
export const plusDays = (instant: Instant, days: number): Instant => addMilliseconds(instant, days * day);
/** `18 Desember 2026`. */
export const fullDay = (date: LocalDate): string => formatDate(date, language());
