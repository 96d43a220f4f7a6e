/** Which rules a change of a record can turn: what is proposed already is asked about those again, and about no others. */
import type { Client } from "../clients/client.ts";
import type { Employer } from "../employers/employer.ts";
import type { Vacancy } from "../vacancies/vacancy.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";
import { failedRules, type RuleCode } from "./rules.ts";

const ofClient: Partial<Record<keyof Client, readonly RuleCode[]>> = {
  domicile: ["REGION"],
  willingness: ["REGION"],
  education: ["EDUCATION"],
  skills: ["NOTHING_IN_COMMON"],
  interests: ["NOTHING_IN_COMMON"],
  aptitudes: ["NOTHING_IN_COMMON"],
  experienceYears: ["EXPERIENCE"],
  reporting: ["REPORT_DAY"],
  reportDay: ["REPORT_DAY"],
  barredOccupations: ["OCCUPATION_BARRED"],
};

const ofVacancy: Partial<Record<keyof Vacancy, readonly RuleCode[]>> = {
  regencyCode: ["REGION", "WAGE_BELOW_MINIMUM"],
  kbji: ["OCCUPATION_BARRED"],
  wage: ["WAGE_BELOW_MINIMUM"],
  workDays: ["REPORT_DAY", "WAGE_BELOW_MINIMUM"],
  reportDayFree: ["REPORT_DAY"],
  requirements: ["EDUCATION", "CERTIFICATE", "LEVEL", "UNITS", "NOTHING_IN_COMMON", "EXPERIENCE"],
};

const ofEmployer: Partial<Record<keyof Employer, readonly RuleCode[]>> = {
  size: ["WAGE_BELOW_MINIMUM"],
  optOut: ["EMPLOYER_OPTED_OUT"],
};

const touched = { client: ofClient, vacancy: ofVacancy, employer: ofEmployer } as const;

/** A kind of record whose changes reach the matching. */
export type TouchingRecord = keyof typeof touched;

/** The rules that a change of these fields of a record, or of records whose fields have names of their own, can turn. */
export function rulesTouchedBy(kinds: readonly TouchingRecord[], fields: readonly string[]): readonly RuleCode[] {
  const tables: readonly Readonly<Record<string, readonly RuleCode[] | undefined>>[] = kinds.map((kind) => touched[kind]);
  return [...new Set(tables.flatMap((table) => fields.flatMap((name) => table[name] ?? [])))];
}

/** Whether a pair that was proposed still holds under the rules that a change has touched. */
export const stillFits = (
  client: MatchingClient,
  vacancy: MatchingVacancy,
  terms: MatchingTerms,
  touchedRules: readonly RuleCode[],
): boolean => !failedRules(client, vacancy, terms).some((code) => touchedRules.includes(code));
