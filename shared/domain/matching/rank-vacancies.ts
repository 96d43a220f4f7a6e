/** The best vacancies for one client: hard rules first, each with a code, then points, each with its source. */
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";

/** Why a vacancy is out of the question, in the order in which the rules are asked. */
export const ruleCodes = [
  "NO_SEAT",
  "NOT_VALID",
  "EMPLOYER_OPTED_OUT",
  "EMPLOYER_EXHAUSTED",
  "AGREEMENT_MISSING",
  "REGION",
  "EDUCATION",
  "CERTIFICATE",
  "UNITS",
  "EXPERIENCE",
  "WAGE_BELOW_MINIMUM",
  "REPORT_DAY",
  "OCCUPATION_BARRED",
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** Where points come from. */
export const pointSources = ["UNITS", "SKILLS", "INTERESTS", "REGENCY", "EXPERIENCE", "WAGE", "AGREEMENT"] as const;
export type PointSource = (typeof pointSources)[number];
export type Points = { readonly source: PointSource; readonly points: number };

export type RankedVacancy = {
  readonly vacancyId: string;
  readonly employerId: string;
  readonly points: number;
  readonly reasons: readonly Points[];
};

const province = (regencyCode: string): string => regencyCode.slice(0, 2);

const rules: Readonly<Record<RuleCode, (client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms) => boolean>> = {
  NO_SEAT: (_c, v) => v.seatsFree > 0,
  NOT_VALID: (_c, v, t) => v.validUntil >= t.today,
  EMPLOYER_OPTED_OUT: (_c, v) => !v.employerOptOut,
  EMPLOYER_EXHAUSTED: (c, v) => !c.exhaustedEmployers.includes(v.employerId),
  AGREEMENT_MISSING: (_c, v, t) => !t.agreementRequired || v.agreementInForce,
  REGION: (c, v) =>
    c.willingness === "ANYWHERE" ||
    v.regencyCode === c.regencyCode ||
    (c.willingness === "PROVINCE" && province(v.regencyCode) === province(c.regencyCode)),
  EDUCATION: (c, v) => c.education >= v.minEducation,
  CERTIFICATE: (c, v) => !v.certificateRequired || (c.hasCertificate && shareOf(v.skills, c.certifiedSkills) > 0),
  UNITS: (c, v) => v.units.every((unit) => c.certifiedUnits.includes(unit)),
  EXPERIENCE: (c, v) => c.experienceYears >= v.minExperienceYears,
  WAGE_BELOW_MINIMUM: (_c, v) => v.wageFloor === undefined || v.monthlyWage === undefined || v.monthlyWage >= v.wageFloor,
  REPORT_DAY: (c, v) => c.reportDay === undefined || v.reportDayFree || !v.workDays.includes(c.reportDay),
  OCCUPATION_BARRED: (c, v) => v.kbji === undefined || !c.barredOccupations.some((code) => v.kbji?.startsWith(code)),
};

/** The first rule that a vacancy fails for a client; undefined: the client is eligible. */
export function firstFailedRule(client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms): RuleCode | undefined {
  return ruleCodes.find((code) => !rules[code](client, vacancy, terms));
}

/** Points of an eligible pair, whole numbers; only sources that gave some. */
export function scorePair(client: MatchingClient, vacancy: MatchingVacancy): readonly Points[] {
  const every: Points[] = [
    { source: "UNITS", points: vacancy.units.length > 0 ? 300 : 0 },
    { source: "SKILLS", points: Math.round(300 * shareOf(vacancy.skills, [...client.skills, ...client.certifiedSkills])) },
    { source: "INTERESTS", points: vacancy.skills.some((skill) => client.interests.includes(skill)) ? 100 : 0 },
    {
      source: "REGENCY",
      points:
        vacancy.regencyCode === client.regencyCode
          ? 150
          : province(vacancy.regencyCode) === province(client.regencyCode)
            ? 75
            : 0,
    },
    { source: "EXPERIENCE", points: 10 * Math.min(5, client.experienceYears - vacancy.minExperienceYears) },
    {
      source: "WAGE",
      points:
        vacancy.wageFloor && vacancy.monthlyWage
          ? Math.min(50, Math.max(0, Math.floor(((vacancy.monthlyWage - vacancy.wageFloor) * 100) / vacancy.wageFloor)))
          : 0,
    },
    { source: "AGREEMENT", points: vacancy.agreementInForce ? 50 : 0 },
  ];
  return every.filter((one) => one.points > 0);
}

/** The k best eligible vacancies, best first; equal points go by id, so that the same input gives the same order. */
export function rankVacancies(
  client: MatchingClient,
  vacancies: readonly MatchingVacancy[],
  terms: MatchingTerms,
  k = 10,
): readonly RankedVacancy[] {
  return vacancies
    .filter((vacancy) => firstFailedRule(client, vacancy, terms) === undefined)
    .map((vacancy) => {
      const reasons = scorePair(client, vacancy);
      return {
        vacancyId: vacancy.id,
        employerId: vacancy.employerId,
        points: reasons.reduce((sum, one) => sum + one.points, 0),
        reasons,
      };
    })
    .sort((a, b) => b.points - a.points || (a.vacancyId < b.vacancyId ? -1 : 1))
    .slice(0, k);
}

function shareOf(wanted: readonly string[], held: readonly string[]): number {
  if (wanted.length === 0) return 0;
  return wanted.filter((one) => held.includes(one)).length / wanted.length;
}
