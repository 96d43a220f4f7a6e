/** What one more certificate would open to a client: what to learn next and, summed by region, what to teach there. */
import { compareTexts } from "./compare-texts.ts";
import { isEligible, whyNotBelieved } from "./eligibility.ts";
import type { MatchingCertificate, MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";
import { certificateRules, failedRules, firstFailedRule, isValid, type RuleCode } from "./rules.ts";

/** A certificate that a client does not hold: of a scheme, of units, or of any kind that proves a skill; at least of a KKNI level, 0 for any. */
export type MissingCertificate =
  | { readonly kind: "SCHEME"; readonly scheme: string; readonly level: number }
  | { readonly kind: "UNITS"; readonly units: readonly string[]; readonly level: number }
  | { readonly kind: "SKILL"; readonly skill: string; readonly level: number };

export type VacanciesAndSeats = { readonly vacancies: number; readonly seats: number };

/** What a certificate would open, in all and by regency; the regency with the most seats first. */
export type Opening = VacanciesAndSeats & {
  readonly certificate: MissingCertificate;
  readonly regions: readonly (VacanciesAndSeats & { readonly regencyCode: string })[];
};

export type Opportunities = {
  readonly considered: number;
  /** What the client is eligible for as things are. */
  readonly eligible: VacanciesAndSeats;
  /** The most seats first. A vacancy stands under each certificate that would open it, so that these are no parts of one sum. */
  readonly openings: readonly Opening[];
  /** How many certificates would open something: more than `openings` where only those with the most seats stand there. */
  readonly openingsInAll: number;
};

/** Counts vacancies one by one, so that nobody has to hold all of them. */
export type OpportunityCounter = { readonly add: (vacancy: MatchingVacancy) => void; readonly result: () => Opportunities };

/** How many openings are told. */
const mostOpenings = 20;

/**
 * The certificates of which one alone would make a client eligible for a vacancy; none where something else is in the way too.
 * Each scheme that the vacancy names is one, else the units that are missing, else each of its skills.
 */
export function certificatesThatOpen(
  client: MatchingClient,
  vacancy: MatchingVacancy,
  terms: MatchingTerms,
): readonly MissingCertificate[] {
  const first = firstFailedRule(client, vacancy, terms);
  if (first === undefined || !isOfCertificates(first) || whyNotBelieved(client, vacancy, terms) !== undefined) return [];
  return candidates(client, vacancy, failedRules(client, vacancy, terms), terms).filter((certificate) => {
    const certificates = [...client.certificates, provenBy(certificate, vacancy, terms)];
    return firstFailedRule({ ...client, certificates }, vacancy, terms) === undefined;
  });
}

const isOfCertificates = (code: RuleCode): boolean => certificateRules.some((rule) => rule === code);

function candidates(
  client: MatchingClient,
  vacancy: MatchingVacancy,
  failed: readonly RuleCode[],
  terms: MatchingTerms,
): readonly MissingCertificate[] {
  const isDemanded = failed.includes("CERTIFICATE") || failed.includes("LEVEL");
  const level = isDemanded ? vacancy.minLevel : 0;
  if (isDemanded && vacancy.schemes.length > 0)
    return [...new Set(vacancy.schemes)].map((scheme) => ({ kind: "SCHEME", scheme, level }));
  const held = new Set(
    client.certificates.filter((certificate) => isValid(certificate, terms)).flatMap((certificate) => certificate.units),
  );
  const units = [...new Set(vacancy.units)].filter((unit) => !held.has(unit)).toSorted();
  if (units.length > 0) return [{ kind: "UNITS", units, level }];
  return [...new Set(vacancy.skills)].map((skill) => ({ kind: "SKILL", skill, level }));
}

/**
 * A missing certificate as it would be held, for one vacancy. That of a scheme is taken to prove the units and skills that the
 * vacancy asks for along with it, that of units its skills: what a scheme assesses is not recorded anywhere. One that proves a
 * skill proves nothing else.
 */
export function provenBy(
  certificate: MissingCertificate,
  vacancy: MatchingVacancy,
  { today }: MatchingTerms,
): MatchingCertificate {
  const held = { scheme: "", level: certificate.level, units: [], skills: vacancy.skills, expiresOn: today };
  switch (certificate.kind) {
    case "SCHEME":
      return { ...held, scheme: certificate.scheme, units: vacancy.units };
    case "UNITS":
      return { ...held, units: certificate.units };
    case "SKILL":
      return { ...held, skills: [certificate.skill] };
  }
}

/** Vacancies that open by the same certificate and by no lesser one. */
type Group = { readonly certificate: MissingCertificate; readonly key: string; readonly regions: Map<string, Count> };
type Count = { vacancies: number; seats: number };

/** Counts what a client is eligible for, and what each certificate that is missing would open. */
export function countOpportunities(client: MatchingClient, terms: MatchingTerms): OpportunityCounter {
  const eligible: Count = { vacancies: 0, seats: 0 };
  const groups = new Map<string, Group>();
  let considered = 0;
  const add = (vacancy: MatchingVacancy): void => {
    considered += 1;
    if (isEligible(client, vacancy, terms)) {
      count(eligible, 1, vacancy.seatsFree);
      return;
    }
    for (const certificate of certificatesThatOpen(client, vacancy, terms)) {
      const key = keyOf(certificate);
      const group = groups.get(key) ?? { certificate, key, regions: new Map() };
      groups.set(key, group);
      const region = group.regions.get(vacancy.regencyCode) ?? { vacancies: 0, seats: 0 };
      group.regions.set(vacancy.regencyCode, region);
      count(region, 1, vacancy.seatsFree);
    }
  };
  const result = (): Opportunities => ({
    considered,
    eligible: { ...eligible },
    openings: openingsOf([...groups.values()]),
    openingsInAll: groups.size,
  });
  return { add, result };
}

/** The same for vacancies that are at hand. */
export function findOpportunities(
  client: MatchingClient,
  vacancies: Iterable<MatchingVacancy>,
  terms: MatchingTerms,
): Opportunities {
  const counter = countOpportunities(client, terms);
  for (const vacancy of vacancies) counter.add(vacancy);
  return counter.result();
}

function count(into: Count, vacancies: number, seats: number): void {
  into.vacancies += vacancies;
  into.seats += seats;
}

/** A certificate also opens what a lesser one would: of the same scheme or skill at a lower level, or of some of its units. */
function openingsOf(groups: readonly Group[]): readonly Opening[] {
  const byName = Map.groupBy(groups, ({ certificate }) => firstName(certificate));
  const within = ({ certificate }: Group): readonly Group[] =>
    namesOf(certificate)
      .flatMap((name) => byName.get(name) ?? [])
      .filter((other) => covers(certificate, other.certificate));
  return groups
    .map((group) => {
      const opened = within(group);
      return { group, opened, ...sumOfAll(opened.flatMap((lesser) => [...lesser.regions.values()])) };
    })
    .toSorted((a, b) => b.seats - a.seats || b.vacancies - a.vacancies || compareTexts(a.group.key, b.group.key))
    .slice(0, mostOpenings)
    .map(({ group, opened, vacancies, seats }) => ({
      certificate: group.certificate,
      vacancies,
      seats,
      regions: regionsOf(opened),
    }));
}

function regionsOf(groups: readonly Group[]): Opening["regions"] {
  const regions = Map.groupBy(
    groups.flatMap((group) => [...group.regions]),
    ([regencyCode]) => regencyCode,
  );
  return [...regions]
    .map(([regencyCode, parts]) => ({ regencyCode, ...sumOfAll(parts.map(([, part]) => part)) }))
    .toSorted((a, b) => b.seats - a.seats || compareTexts(a.regencyCode, b.regencyCode));
}

function sumOfAll(parts: readonly VacanciesAndSeats[]): VacanciesAndSeats {
  const sum: Count = { vacancies: 0, seats: 0 };
  for (const { vacancies, seats } of parts) count(sum, vacancies, seats);
  return sum;
}

/** Whether whoever holds the one certificate holds what the other would prove. */
function covers(one: MissingCertificate, other: MissingCertificate): boolean {
  const has = new Set(namesOf(one));
  return one.level >= other.level && namesOf(other).every((name) => has.has(name));
}

function namesOf(certificate: MissingCertificate): readonly string[] {
  switch (certificate.kind) {
    case "SCHEME":
      return [`SCHEME ${certificate.scheme}`];
    case "UNITS":
      return certificate.units.map((unit) => `UNIT ${unit}`);
    case "SKILL":
      return [`SKILL ${certificate.skill}`];
  }
}

const firstName = (certificate: MissingCertificate): string => namesOf(certificate)[0] ?? "";
const keyOf = (certificate: MissingCertificate): string => [...namesOf(certificate), certificate.level].join("\n");
