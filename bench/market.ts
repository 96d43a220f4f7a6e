/** A synthetic national market, the same for the same seed. It hands out its records one by one: a round never holds them all. */
import { weekdays } from "../shared/domain/calendar/weekdays.ts";
import type {
  MatchingAgreement,
  MatchingCertificate,
  MatchingClient,
  MatchingTerms,
  MatchingVacancy,
} from "../shared/domain/matching/matching-input.ts";
import type { Willingness } from "../shared/domain/reference/reach.ts";
import { drawDistinct, type Random, seededRandom, weightedPlaces } from "./random.ts";
import { buildSectors, type MarketShape, nation, regencyDraw, type Sector, sectorDraw } from "./vocabulary.ts";

/** The day of the market. */
export const today = "2026-11-02";

export type Market = {
  readonly agreements: readonly MatchingAgreement[];
  readonly officeIds: readonly string[];
  /** Offices whose proposals need an agreement in force. */
  readonly demandingOffices: ReadonlySet<string>;
  /** What an office brings to the rules on the day of the market. Throws where there is no such office. */
  readonly termsOf: (officeId: string) => MatchingTerms;
  readonly vacancies: (count: number) => Generator<MatchingVacancy>;
  /** @param willingness how far all of them go; without it as people do */
  readonly clients: (count: number, willingness?: Willingness) => Generator<MatchingClient>;
};

const dayAt = (days: number): string => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);

// Dates are most of what a record costs; there are few different ones.
const datesFrom = 1100;
const dates: readonly string[] = Array.from({ length: 2 * datesFrom }, (_, at) => dayAt(at - datesFrom));
const daysBefore = (days: number): string => dates[days + datesFrom] ?? dayAt(days);

/** Numbers 0 to a million in a mixed order, so that the order of the ids is not the order of the records. */
const mixedId = (prefix: string, index: number): string =>
  `${prefix}_${String((index * 7919 + 13) % 1_000_003).padStart(7, "0")}`;

const drawWillingness = weightedPlaces([60, 28, 2, 10]);
const willingnesses = ["OWN_REGENCY", "PROVINCE", "NEIGHBOURING_PROVINCES", "ANYWHERE"] as const;
const drawClientEducation = weightedPlaces([8, 20, 28, 36, 2, 1, 3, 2]);
const drawLeastEducation = weightedPlaces([34, 28, 25, 9, 1, 1, 1, 1]);

/** Seats of a vacancy: mostly 1 to 3, sometimes as many as a plant that opens needs. */
function drawSeats(random: Random): number {
  const kind = random.next();
  if (kind < 0.72) return 1 + Math.floor(random.next() * random.next() * 3.6);
  return kind < 0.955 ? 4 + random.below(6) : 10 + Math.floor(random.next() * random.next() * 41);
}

/** A market. @param shape the whole country where none is given */
export function createMarket(seed: number, shape: MarketShape = nation): Market {
  const sectors = buildSectors(seed, shape);
  const drawSector = sectorDraw(shape);
  const drawRegency = regencyDraw(seed, shape);
  const officeIds = Array.from({ length: shape.offices }, (_, office) => `office_${String(office).padStart(3, "0")}`);
  const sectorAt = (number: number): Sector => sectors[number] ?? { kbji: "", skills: [], schemes: [] };
  const employerIdOf = (number: number): string => mixedId("em", number);

  const agreements = officeIds.flatMap((officeId, office) => {
    const random = seededRandom(seed, 3, office);
    return drawDistinct(random, Math.ceil(shape.employers / 90), shape.employers).map((employer) => ({
      officeId,
      employerId: employerIdOf(employer),
      validFrom: daysBefore(random.below(900)),
      validTo: daysBefore(100 - random.below(900)),
    }));
  });
  const demandingOffices = new Set(officeIds.filter((_, office) => office % 23 === 4));
  const terms = new Map(
    officeIds.map((officeId) => {
      const inForce = agreements.filter(
        (agreement) => agreement.officeId === officeId && agreement.validFrom <= today && agreement.validTo >= today,
      );
      const partners = new Set(inForce.map((agreement) => agreement.employerId));
      return [officeId, { today, agreementRequired: demandingOffices.has(officeId), partners }];
    }),
  );

  function vacancyAt(index: number): MatchingVacancy {
    const random = seededRandom(seed, 5, index);
    const sector = sectorAt(drawSector(random));
    const scheme = sector.schemes[random.below(sector.schemes.length)];
    const regency = drawRegency(random);
    const demand = random.next() * 100;
    const namesScheme = demand < 85;
    const floor = (200 + ((regency * 37) % 330)) * 1_000_000;
    const skills = drawSkills(random, sector, scheme?.skills ?? [], 1 + random.below(6));
    return {
      id: mixedId("vc", index),
      employerId: employerIdOf(Math.floor(random.next() * random.next() * shape.employers)),
      regencyCode: shape.regencyCodes[regency] ?? "",
      kbji: random.percent(97) ? `${sector.kbji}${10 + random.below(12)}` : undefined,
      seatsFree: random.percent(0.5) ? 0 : drawSeats(random),
      validUntil: daysBefore(random.percent(1) ? 3 : -random.below(120)),
      monthlyWage: random.percent(90) ? Math.round(floor * (random.percent(2) ? 0.9 : 1 + random.next() ** 3)) : undefined,
      wageFloor: random.percent(70) ? floor : undefined,
      workDays: weekdays.slice(0, random.percent(25) ? 7 : random.percent(60) ? 6 : 5),
      reportDayFree: random.percent(70),
      minEducation: drawLeastEducation(random),
      // Of those without a scheme some ask for any certificate of the trade, some for units, the others for skills alone.
      certificateRequired: namesScheme || demand < 94,
      schemes: namesScheme && scheme ? acceptedSchemes(random, sector, scheme.key) : [],
      minLevel: random.percent(10) ? 2 + random.below(2) : 0,
      skills: namesScheme && random.percent(0.5) ? [] : skills,
      units: demand >= 82 && demand < 95 ? (scheme?.units.slice(0, 1 + random.below(2)) ?? []) : [],
      minExperienceYears: random.percent(80) ? 0 : 1 + random.below(3),
      employerOptOut: random.percent(0.5),
    };
  }

  function clientAt(index: number, willingness: Willingness | undefined): MatchingClient {
    const random = seededRandom(seed, 6, index);
    const sector = sectorAt(drawSector(random));
    const regency = drawRegency(random);
    const held = random.next();
    const certificates = drawDistinct(random, held < 0.38 ? 0 : held < 0.76 ? 1 : 2, sector.schemes.length);
    const ownWillingness = willingnesses[drawWillingness(random)] ?? "OWN_REGENCY";
    return {
      id: mixedId("cl", index),
      officeId: officeIds[Math.floor((regency * officeIds.length) / shape.regencyCodes.length)] ?? "",
      regencyCode: shape.regencyCodes[regency] ?? "",
      willingness: willingness ?? ownWillingness,
      education: drawClientEducation(random),
      skills: drawSkills(random, sector, sector.schemes[certificates[0] ?? 0]?.skills ?? [], 1 + random.below(6)),
      interests: drawSkills(random, sectorAt(random.percent(80) ? drawSector(random) : 0), [], random.below(3)),
      aptitudes: drawSkills(random, sector, [], random.below(2)),
      certificates: certificates.map((scheme) => drawCertificate(random, sector, scheme)),
      experienceYears: Math.floor(random.next() ** 2 * 10),
      barredOccupations: random.percent(6) ? [sectorAt(drawSector(random)).kbji.slice(0, 1 + random.below(2))] : [],
      reportDay: random.percent(30) ? weekdays[random.below(7)] : undefined,
      exhaustedEmployers: drawDistinct(random, random.percent(15) ? 1 + random.below(3) : 0, shape.employers).map(employerIdOf),
      waitingSince: daysBefore(random.below(700)),
    };
  }

  return {
    agreements,
    officeIds,
    demandingOffices,
    termsOf: (officeId) => {
      const found = terms.get(officeId);
      if (!found) throw new Error(`no office ${officeId} in this market`);
      return found;
    },
    *vacancies(count) {
      for (let index = 0; index < count; index++) yield vacancyAt(index);
    },
    *clients(count, willingness) {
      for (let index = 0; index < count; index++) yield clientAt(index, willingness);
    },
  };
}

function drawCertificate(random: Random, sector: Sector, number: number): MatchingCertificate {
  const scheme = sector.schemes[number] ?? { key: "", skills: [], units: [] };
  const proved = drawDistinct(random, 2 + random.below(5), scheme.skills.length);
  return {
    scheme: scheme.key,
    level: random.percent(20) ? 0 : 1 + random.below(4),
    units: scheme.units.filter(() => random.percent(80)),
    skills: proved.map((at) => sector.skills[scheme.skills[at] ?? 0] ?? ""),
    expiresOn: daysBefore(random.percent(5) ? 30 : -1 - random.below(1000)),
  };
}

/** Skills of a sector, two of three from those of a scheme. */
function drawSkills(random: Random, sector: Sector, core: readonly number[], count: number): readonly string[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const fromCore = core.length > 0 && random.percent(67);
    drawn.add(fromCore ? (core[random.below(core.length)] ?? 0) : random.below(sector.skills.length));
  }
  return [...drawn].map((skill) => sector.skills[skill] ?? "");
}

/** The scheme that an employer asks for, and sometimes others of the sector that it takes as well. */
function acceptedSchemes(random: Random, sector: Sector, first: string): readonly string[] {
  const others = random.percent(92) ? drawDistinct(random, 2 + random.below(6), sector.schemes.length) : [];
  return [...new Set([first, ...others.map((number) => sector.schemes[number]?.key ?? first)])];
}
