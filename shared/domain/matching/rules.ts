/** The hard rules: what must hold before a vacancy is proposed to a client at all. Each has a code, so each refusal has a reason. */
import { isWithinReach } from "../reference/reach.ts";
import type { MatchingCertificate, MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";

/** The rules in the order in which they are asked: first what a vacancy is, then whose it is, then where, then what it demands. */
export const ruleCodes = [
  "NO_SEAT",
  "NOT_VALID",
  "EMPLOYER_OPTED_OUT",
  "WAGE_BELOW_MINIMUM",
  "EMPLOYER_EXHAUSTED",
  "AGREEMENT_MISSING",
  "REGION",
  "EDUCATION",
  "CERTIFICATE",
  "LEVEL",
  "UNITS",
  "NOTHING_IN_COMMON",
  "EXPERIENCE",
  "REPORT_DAY",
  "OCCUPATION_BARRED",
] as const;

export type RuleCode = (typeof ruleCodes)[number];

/** Rules that look at nothing but the vacancy and the day: what fails one is proposed to nobody. */
export const vacancyRules = ["NO_SEAT", "NOT_VALID", "EMPLOYER_OPTED_OUT", "WAGE_BELOW_MINIMUM"] as const satisfies RuleCode[];

export type VacancyRule = (typeof vacancyRules)[number];

/** Rules that another certificate can change. */
export const certificateRules = ["CERTIFICATE", "LEVEL", "UNITS", "NOTHING_IN_COMMON"] as const satisfies RuleCode[];

const ofVacancy: Readonly<Record<VacancyRule, (vacancy: MatchingVacancy, today: string) => boolean>> = {
  NO_SEAT: (v) => v.seatsFree > 0,
  NOT_VALID: (v, today) => v.validUntil >= today,
  EMPLOYER_OPTED_OUT: (v) => !v.employerOptOut,
  WAGE_BELOW_MINIMUM: (v) => v.wageFloor === undefined || v.monthlyWage === undefined || v.monthlyWage >= v.wageFloor,
};

/** The first rule of its own that a vacancy fails on a day; undefined: it may be proposed to somebody. */
export const firstVacancyRule = (vacancy: MatchingVacancy, today: string): VacancyRule | undefined =>
  vacancyRules.find((code) => !ofVacancy[code](vacancy, today));

type Rule = (client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms) => boolean;

/** The engine asks them once more on columns, each under its code: `engine/find-vacancies.ts` and `engine/best-clients.ts`. */
const rules: Readonly<Record<RuleCode, Rule>> = {
  NO_SEAT: (_c, v, t) => ofVacancy.NO_SEAT(v, t.today),
  NOT_VALID: (_c, v, t) => ofVacancy.NOT_VALID(v, t.today),
  EMPLOYER_OPTED_OUT: (_c, v, t) => ofVacancy.EMPLOYER_OPTED_OUT(v, t.today),
  WAGE_BELOW_MINIMUM: (_c, v, t) => ofVacancy.WAGE_BELOW_MINIMUM(v, t.today),
  EMPLOYER_EXHAUSTED: (c, v) => !c.exhaustedEmployers.includes(v.employerId),
  AGREEMENT_MISSING: (_c, v, t) => !t.agreementRequired || t.partners.has(v.employerId),
  REGION: (c, v) => isWithinReach(c, v.regencyCode),
  EDUCATION: (c, v) => c.education >= v.minEducation,
  CERTIFICATE: (c, v, t) =>
    !v.certificateRequired || c.certificates.some((certificate) => isValid(certificate, t) && fitsDemand(certificate, v)),
  LEVEL: (c, v, t) =>
    !v.certificateRequired ||
    v.minLevel === 0 ||
    c.certificates.some(
      (certificate) => isValid(certificate, t) && fitsDemand(certificate, v) && certificate.level >= v.minLevel,
    ),
  UNITS: (c, v, t) =>
    v.units.every((unit) => c.certificates.some((certificate) => isValid(certificate, t) && certificate.units.includes(unit))),
  NOTHING_IN_COMMON: (c, v, t) => v.skills.length === 0 || v.skills.some((skill) => isNearTo(c, skill, t)),
  EXPERIENCE: (c, v) => c.experienceYears >= v.minExperienceYears,
  REPORT_DAY: (c, v) =>
    v.reportDayFree || !(c.reportDays ?? [c.reportDay]).every((day) => day !== undefined && v.workDays.includes(day)),
  OCCUPATION_BARRED: (c, v) => v.kbji === undefined || !c.barredOccupations.some((code) => v.kbji?.startsWith(code)),
};

/** The first rule that a vacancy fails for a client; undefined: the client is eligible. */
export function firstFailedRule(client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms): RuleCode | undefined {
  return ruleCodes.find((code) => !rules[code](client, vacancy, terms));
}

/** Every rule that a vacancy fails for a client, in their order. */
export function failedRules(client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms): readonly RuleCode[] {
  return ruleCodes.filter((code) => !rules[code](client, vacancy, terms));
}

/** Whether a certificate still holds on the day. */
export const isValid = (certificate: MatchingCertificate, { today }: { readonly today: string }): boolean =>
  certificate.expiresOn >= today;

/** Whether a certificate is of the kind that a vacancy demands: of a scheme that it names, else one that proves a skill of it. */
const fitsDemand = (certificate: MatchingCertificate, vacancy: MatchingVacancy): boolean =>
  vacancy.schemes.length > 0
    ? vacancy.schemes.includes(certificate.scheme)
    : certificate.skills.some((skill) => vacancy.skills.includes(skill));

/** Whether a client has a skill, or at least an interest or an aptitude to start from. */
const isNearTo = (client: MatchingClient, skill: string, terms: MatchingTerms): boolean =>
  hasSkill(client, skill, terms) || client.interests.includes(skill) || client.aptitudes.includes(skill);

/** Whether a client has a skill, certified or not. */
export const hasSkill = (client: MatchingClient, skill: string, terms: { readonly today: string }): boolean =>
  client.skills.includes(skill) || isCertified(client, skill, terms);

/** Whether a valid certificate of the client proves a skill. */
export const isCertified = (client: MatchingClient, skill: string, terms: { readonly today: string }): boolean =>
  client.certificates.some((certificate) => isValid(certificate, terms) && certificate.skills.includes(skill));
