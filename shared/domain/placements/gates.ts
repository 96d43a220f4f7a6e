/** Gates of law and money: at the approval of a proposal, and again when work has begun. */

import type { LocalDate } from "../calendar/local-date.ts";
import type { Client } from "../clients/client.ts";
import { reportingOf, takesReportDays } from "../clients/reporting.ts";
import type { Employer } from "../employers/employer.ts";
import type { ErrorDetail } from "../errors.ts";
import type { Vacancy } from "../vacancies/vacancy.ts";

export type GateFacts = {
  readonly client: Client;
  readonly vacancy: Vacancy;
  readonly employer: Employer;
  readonly agreementInForce: boolean;
  readonly agreementRequired: boolean;
  /** Minimum wage of the regency and year in sen; undefined where none is published. */
  readonly minimumWage: number | undefined;
  /** The vacancy's monthly wage in sen; undefined where it has none. */
  readonly monthlyWage: number | undefined;
  /** The day on which work would or did begin. */
  readonly startOn: LocalDate;
  /** Whether the employer has chosen the client already. */
  readonly chosen: boolean;
  /** The bars against which the officer has held an occupation that the vacancy does not name. */
  readonly occupationChecked: readonly string[] | undefined;
};

/** What only forbids a new proposal. What is promised to a client already survives it (ADR 7). */
const barsProposalsOnly: readonly string[] = [
  "AGREEMENT_MISSING",
  "EMPLOYER_OPTED_OUT",
  "OCCUPATION_BARRED",
  "OCCUPATION_UNKNOWN",
  "VACANCY_CLOSED",
  "VACANCY_EXPIRED",
];

/**
 * What forbids a placement with this vacancy, as codes.
 * Minimum wage binds medium and large employers (PP 36/2021 art. 36); outside work needs the day of the status document. For a
 * client whose conditions bar occupations, one that is not known passes by the officer's word alone.
 */
export function findGateFailures(facts: GateFacts): readonly ErrorDetail[] {
  const { client, vacancy, employer } = facts;
  const bound = employer.size === "MEDIUM" || employer.size === "LARGE";
  const belowFloor =
    bound && facts.minimumWage !== undefined && facts.monthlyWage !== undefined && facts.monthlyWage < facts.minimumWage;
  const { barredOccupations: bars } = client;
  const { kbji } = vacancy;
  const takesReportDay = takesReportDays(reportingOf(client), vacancy);
  const failures: [boolean, string][] = [
    [belowFloor, "WAGE_BELOW_MINIMUM"],
    [bound && vacancy.wage === undefined, "WAGE_MISSING"],
    [client.statusDocument !== undefined && facts.startOn < client.statusDocument.outsideWorkFrom, "OUTSIDE_WORK_NOT_YET"],
    [takesReportDay, "REPORT_DAY_TAKEN"],
    [kbji !== undefined && bars.some((code) => kbji.startsWith(code)), "OCCUPATION_BARRED"],
    [isOccupationUnchecked(client, vacancy, facts.occupationChecked), "OCCUPATION_UNKNOWN"],
    [facts.agreementRequired && !facts.agreementInForce, "AGREEMENT_MISSING"],
    [employer.optOut, "EMPLOYER_OPTED_OUT"],
    [vacancy.status === "CLOSED", "VACANCY_CLOSED"],
    [vacancy.validUntil < facts.startOn, "VACANCY_EXPIRED"],
  ];
  return failures
    .filter(([applies, code]) => applies && !(facts.chosen && barsProposalsOnly.includes(code)))
    .map(([, code]) => ({ code, value: vacancy.id }));
}

/** Whether nobody can say of a vacancy without an occupation that it is none which the client's conditions bar. */
export const isOccupationUnchecked = (
  { barredOccupations }: Pick<Client, "barredOccupations">,
  { kbji }: Pick<Vacancy, "kbji">,
  checked: readonly string[] = [],
): boolean => kbji === undefined && !barredOccupations.every((code) => checked.includes(code));
