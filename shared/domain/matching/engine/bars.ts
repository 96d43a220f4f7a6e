/**
 * The bars that a vacancy sets, in one number, so that most pairs are refused by a few comparisons:
 * bits 0–3 education, 4–9 years of experience, 10–16 days on which no reporting is possible (Monday first), 17 needs a closer
 * look at the certificates, 18 demands a certificate, 19 demands units, 20 stands under several keys (set when it is filed).
 */

import type { Weekday } from "../../calendar/weekdays.ts";
import { weekdays } from "../../calendar/weekdays.ts";
import type { MatchingVacancy } from "../matching-input.ts";

export type Demands = Pick<
  MatchingVacancy,
  "minEducation" | "minExperienceYears" | "workDays" | "reportDayFree" | "certificateRequired" | "minLevel"
> & { readonly units: number; readonly schemes: number };

export const lookBit = 1 << 17;
const certificateBit = 1 << 18;
const unitsBit = 1 << 19;
/** A certificate or units are demanded: the points for them are among the fixed ones. */
export const provingBits = certificateBit | unitsBit;
export const severalKeysBit = 1 << 20;

/** A day of the week as a bit; 0 for none. */
export const dayBit = (day: Weekday | undefined): number => (day === undefined ? 0 : 1 << weekdays.indexOf(day));

/** The bars of a vacancy. More than 15 levels of education or 63 years do not exist and count as that many. */
export function barFor(demands: Demands): number {
  const { certificateRequired, units } = demands;
  const busyDays = demands.reportDayFree ? 0 : demands.workDays.reduce((days, day) => days | dayBit(day), 0);
  // The key under which a vacancy is filed proves one unit, else the kind of certificate; what goes beyond is looked at.
  const look = units > 1 || (certificateRequired && (units > 0 || demands.minLevel > 0));
  return (
    Math.min(15, demands.minEducation) |
    (Math.min(63, demands.minExperienceYears) << 4) |
    (busyDays << 10) |
    (look ? lookBit : 0) |
    (certificateRequired ? certificateBit : 0) |
    (units > 0 ? unitsBit : 0)
  );
}

/** Reads one thing out of the bars. */
export const barOf = {
  education: (bars: number): number => bars & 15,
  experience: (bars: number): number => (bars >>> 4) & 63,
  look: (bars: number): boolean => (bars & lookBit) !== 0,
  certificate: (bars: number): boolean => (bars & certificateBit) !== 0,
  units: (bars: number): boolean => (bars & unitsBit) !== 0,
  /** Whether a certificate must prove something: then its points are part of the vacancy's fixed ones. */
  provesAnything: (bars: number): boolean => (bars & provingBits) !== 0,
} as const;
