/** When people are written to: in the daytime of whoever receives it, never on a Sunday or a holiday. */
import * as z from "zod";
import { holidayOn } from "./holidays.ts";
import { addMilliseconds, type Instant, instantOf, localDateOf } from "./instant.ts";
import { addCalendarDays, type LocalDate, weekdayOf } from "./local-date.ts";
import type { Zone } from "./zone.ts";

/** In which hours of the receiver's day, the second one excluded, and whether on Sundays and holidays too. */
export const sendingHours = z.object({
  from: z.int().min(0).max(23),
  to: z.int().min(1).max(24),
  everyDay: z.boolean().default(false),
});
export type SendingHours = z.infer<typeof sendingHours>;

/** As an office itself may set them: nobody is written to in the night, whatever an office thinks. */
export const sendingHoursInput = z
  .strictObject({ from: z.int().min(6).max(19), to: z.int().min(7).max(20), everyDay: z.boolean().default(false) })
  .refine(({ from, to }) => from < to, { error: "hours.order", path: ["to"] });

/** What holds for an office that has set nothing else. */
export const usualHours: SendingHours = { from: 8, to: 17, everyDay: false };

/** What falls due at one moment is spread over so many milliseconds. */
export const spreadMs = 30 * 60_000;

/** Workshops and shops work on Saturdays; nobody is written to on a Sunday, a holiday or a day of joint leave. */
export const isSendingDay = (day: LocalDate): boolean => weekdayOf(day) !== 0 && holidayOn(day) === undefined;

/**
 * When something that shall be sent at a moment may be: then, within the hours, else in the first half hour of the next morning.
 * @param id whose place in that half hour it is: the same for the same id
 */
export function sendingMoment(at: Instant, zone: Zone, id: string, { from, to, everyDay } = usualHours): Instant {
  const isOpenOn = (day: LocalDate): boolean => everyDay || isSendingDay(day);
  const today = localDateOf(at, zone);
  const opens = instantOf(today, from, zone);
  if (isOpenOn(today)) {
    if (at < opens) return addMilliseconds(opens, placeInSpread(id));
    if (at < instantOf(today, to, zone)) return at;
  }
  let day = addCalendarDays(today, 1);
  while (!isOpenOn(day)) day = addCalendarDays(day, 1);
  return addMilliseconds(instantOf(day, from, zone), placeInSpread(id));
}

/** So many milliseconds after the hour. */
export function placeInSpread(id: string): number {
  // FNV-1a, stirred once more: ids that follow each other differ in their last characters alone.
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.floor((((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * spreadMs);
}
