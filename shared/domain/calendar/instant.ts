import * as z from "zod";
import type { LocalDate } from "./local-date.ts";
import { type Zone, zoneOffsetHours } from "./zone.ts";

/**
 * A moment, always in UTC and always with milliseconds: `2026-03-02T02:00:00.000Z`. It is what is stored and compared; in this
 * one form texts sort as moments do. Error: `instant.format`.
 */
export const instantSchema = z.iso.datetime({ precision: 3, error: "instant.format" });
export type Instant = z.infer<typeof instantSchema>;

const hourInMs = 3_600_000;

/** Epoch milliseconds of a moment. */
export function epochMsOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError("not an instant");
  return ms;
}

/** The moment of epoch milliseconds. */
export function instantOfEpochMs(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The moment `ms` milliseconds later; clock time, which no holiday stops (72 hours of the data-protection law). */
export function addMilliseconds(instant: Instant, ms: number): Instant {
  return instantOfEpochMs(epochMsOf(instant) + ms);
}

/** The moment `hours` clock hours later. */
export function addHours(instant: Instant, hours: number): Instant {
  return addMilliseconds(instant, hours * hourInMs);
}

/** Which day it is in a zone at a moment. */
export function localDateOf(instant: Instant, zone: Zone): LocalDate {
  return wallClockOf(instant, zone).slice(0, 10);
}

/** The time of day in a zone at a moment, `09:03`. */
export function localTimeOf(instant: Instant, zone: Zone): string {
  return wallClockOf(instant, zone).slice(11, 16);
}

/** The moment of a full hour of a day in a zone; hour 0 is the day's beginning, 24 its end. */
export function instantOf(date: LocalDate, hour: number, zone: Zone): Instant {
  return instantOfEpochMs(epochMsOf(`${date}T00:00:00.000Z`) + (hour - zoneOffsetHours[zone]) * hourInMs);
}

function wallClockOf(instant: Instant, zone: Zone): string {
  return addHours(instant, zoneOffsetHours[zone]);
}
