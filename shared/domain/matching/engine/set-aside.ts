/** What cannot be matched as it stands: it is set aside with a reason, and the rest goes on. */
import { isPlausibleMonthlyWage } from "../../reference/minimum-wages.ts";
import { compareTexts } from "../compare-texts.ts";
import type { MatchingClient, MatchingVacancy } from "../matching-input.ts";
import { firstVacancyRule, vacancyRules } from "../rules.ts";
import { regencyNumber } from "./region-numbers.ts";

export const setAsideCodes = [
  "MALFORMED",
  "DUPLICATE_ID",
  "NO_REGION",
  "REGION_UNKNOWN",
  "SEATS_IMPLAUSIBLE",
  "WAGE_IMPLAUSIBLE",
  "WAIT_IMPLAUSIBLE",
  "VOCABULARY_FULL",
  "OFFICES_FULL",
  "CERTIFICATE_EXPIRED",
  "AGREEMENT_LAPSED",
  ...vacancyRules,
] as const;
export type SetAsideCode = (typeof setAsideCodes)[number];

/** A client, a vacancy, a certificate of a client or an agreement that takes no part, and why. */
export type SetAside = {
  readonly kind: "CLIENT" | "VACANCY" | "CERTIFICATE" | "AGREEMENT" | "LINE";
  readonly id: string;
  readonly code: SetAsideCode;
};

/** The greatest number of seats that is believed. */
const mostSeats = 999;

const noRegion = (code: string): SetAsideCode | undefined =>
  code === "" ? "NO_REGION" : regencyNumber(code) === -1 ? "REGION_UNKNOWN" : undefined;

/** A longer wait than since this day is not believed: nothing was recorded then. */
const firstDay = "2000-01-01";

/** Why a client cannot be matched on a day. */
export function whyClientAside({ regencyCode, waitingSince }: MatchingClient, today: string): SetAsideCode | undefined {
  return noRegion(regencyCode) ?? (waitingSince < firstDay || waitingSince > today ? "WAIT_IMPLAUSIBLE" : undefined);
}

/**
 * What is set aside, in order. Of an id that stands twice nothing is known but that: which of the records came first must not
 * show, neither in what else was wrong with one of them nor in its certificates.
 */
export const settleSetAside = (setAside: readonly SetAside[], twice: ReadonlySet<string>): readonly SetAside[] =>
  setAside
    .filter((entry) => entry.kind !== "CERTIFICATE" || !twice.has(entry.id))
    .map((entry): SetAside => (twice.has(entry.id) ? { ...entry, code: "DUPLICATE_ID" } : entry))
    .toSorted((a, b) => compareTexts(a.id, b.id) || compareTexts(a.code, b.code));

/** Why a vacancy cannot be matched with anybody on a day: what it says is not believed, or a rule of its own refuses it. */
export function whyVacancyAside(vacancy: MatchingVacancy, today: string): SetAsideCode | undefined {
  const { seatsFree, monthlyWage } = vacancy;
  if (!Number.isInteger(seatsFree) || seatsFree < 0 || seatsFree > mostSeats) return "SEATS_IMPLAUSIBLE";
  if (monthlyWage !== undefined && !isPlausibleMonthlyWage(monthlyWage)) return "WAGE_IMPLAUSIBLE";
  return noRegion(vacancy.regencyCode) ?? firstVacancyRule(vacancy, today);
}
