import { addMilliseconds, type Instant, localDateOf, localTimeOf } from "./instant.ts";
import { type LocalDate, weekdayOf, yearOf } from "./local-date.ts";
import type { Zone } from "./zone.ts";

/*
 * Dates for people, typed out rather than asked of Intl: the words are the same on every runtime, whatever ICU it was built
 * with, and a mail reads as the page does.
 */

/** The languages of screens and messages. */
export type Language = "id" | "en";

const weekdays = {
  id: ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const satisfies Record<Language, readonly string[]>;

const months = {
  id: ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
} as const satisfies Record<Language, readonly string[]>;

/** `22 November 2026`. */
export function formatDate(date: LocalDate, language: Language = "id"): string {
  const month = months[language][Number(date.slice(5, 7)) - 1] ?? "";
  return `${Number(date.slice(8))} ${month} ${yearOf(date)}`;
}

/** `Minggu, 22 November 2026`. */
export function formatLongDate(date: LocalDate, language: Language = "id"): string {
  return `${weekdays[language][weekdayOf(date)] ?? ""}, ${formatDate(date, language)}`;
}

/** `09.03 WIB`; in English `09:03 WIB`. */
export function formatTime(instant: Instant, zone: Zone, language: Language = "id"): string {
  const time = localTimeOf(instant, zone);
  return `${language === "id" ? time.replace(":", ".") : time} ${zone}`;
}

/** `Minggu, 22 November 2026 pukul 09.03 WIB`. */
export function formatDateTime(instant: Instant, zone: Zone, language: Language = "id"): string {
  const date = formatLongDate(localDateOf(instant, zone), language);
  return `${date} ${language === "id" ? "pukul" : "at"} ${formatTime(instant, zone, language)}`;
}

/** A deadline is the first moment after the last day, in the zone in which it is counted. */
export const lastDateOf = (deadline: Instant, zone: Zone): LocalDate => localDateOf(addMilliseconds(deadline, -1), zone);

/** The last day, as people are told it. */
export const lastDayOf = (deadline: Instant, zone: Zone, language: Language = "id"): string =>
  formatLongDate(lastDateOf(deadline, zone), language);
