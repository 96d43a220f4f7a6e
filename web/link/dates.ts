/**
 * Dates and times for people, in the office's zone and the words of `shared/domain/calendar/format.ts`. They stand here again
 * because that module brings a schema library with it, which would outweigh the rest of the page.
 */
import type { Zone } from "../../shared/domain/calendar/zone.ts";

const weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const months = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");

const hours = { WIB: 7, WITA: 8, WIT: 9 } as const satisfies Record<Zone, number>;

const hourInMs = 3_600_000;
export const dayInMs = 24 * hourInMs;

/** The wall clock of a zone, `2026-03-02T09:00`, at epoch milliseconds. */
const wallClock = (ms: number, zone: Zone): string => new Date(ms + hours[zone] * hourInMs).toISOString();

/** The date in a zone at epoch milliseconds, `2026-03-02`. */
export const dateAt = (ms: number, zone: Zone): string => wallClock(ms, zone).slice(0, 10);

/** `Senin, 2 Maret 2026` from `2026-03-02`. */
export function longDate(date: string): string {
  const day = new Date(`${date}T00:00:00.000Z`);
  return `${weekdays[day.getUTCDay()]}, ${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** `09.00 WIB`. */
export const timeOfDay = (ms: number, zone: Zone): string => `${wallClock(ms, zone).slice(11, 16).replace(":", ".")} ${zone}`;

/** `Senin, 2 Maret 2026 pukul 09.00 WIB`. */
export const longDateTime = (ms: number, zone: Zone): string => `${longDate(dateAt(ms, zone))} pukul ${timeOfDay(ms, zone)}`;

/** The same for the end of a wait: midnight belongs to the day that it ends, `Senin, 2 Maret 2026 pukul 24.00 WIB`. */
export function longDeadline(ms: number, zone: Zone): string {
  if (!timeOfDay(ms, zone).startsWith("00.00")) return longDateTime(ms, zone);
  return `${longDate(dateAt(ms - 1, zone))} pukul 24.00 ${zone}`;
}

/** Epoch milliseconds of a date `2026-03-02` and a time `09:00` in a zone; undefined unless both are whole and real. */
export function momentOf(date: string, time: string, zone: Zone): number | undefined {
  if (!isDate(date) || !/^([01]\d|2[0-3]):[0-5]\d(:|$)/.test(time)) return undefined;
  return Date.parse(`${date}T${time.slice(0, 5)}:00.000Z`) - hours[zone] * hourInMs;
}

/** Whether a text is a date of the calendar, with a year of four figures. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}

/** `9 menit 05 detik`; never below zero. */
export function remaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60);
  return minutes > 0 ? `${minutes} menit ${rest.padStart(2, "0")} detik` : `${rest} detik`;
}
