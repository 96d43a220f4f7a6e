/** The words of a synthetic market: sectors with skills, schemes with what they prove, and where people live. */
import { regencies } from "../shared/domain/identifiers/regions.ts";
import { drawDistinct, type Random, seededRandom, weightedPlaces } from "./random.ts";

/** A certification scheme: the skills that it may prove, as numbers in its sector, and its units. */
export type Scheme = { readonly key: string; readonly skills: readonly number[]; readonly units: readonly string[] };

export type Sector = {
  /** Two digits of the occupation code. */
  readonly kbji: string;
  readonly skills: readonly string[];
  readonly schemes: readonly Scheme[];
};

/** How large and how varied a market is. */
export type MarketShape = {
  /** Codes of the regencies that take part, most populous ones drawn at random. */
  readonly regencyCodes: readonly string[];
  readonly sectors: number;
  readonly skillsOfSector: number;
  readonly schemesOfSector: number;
  readonly employers: number;
  readonly offices: number;
};

/** The whole country. */
export const nation: MarketShape = {
  regencyCodes: regencies.map((regency) => regency.code),
  sectors: 20,
  skillsOfSector: 25,
  schemesOfSector: 10,
  employers: 9000,
  offices: 94,
};

/** One province and a few trades: few people, but most of them want the same seats. */
export const regionOf = (provinceCode: string, sectors: number): MarketShape => ({
  ...nation,
  regencyCodes: nation.regencyCodes.filter((code) => code.startsWith(`${provinceCode}.`)),
  sectors,
  employers: 200,
  offices: 3,
});

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The sectors of a market. */
export function buildSectors(seed: number, shape: MarketShape): readonly Sector[] {
  return Array.from({ length: shape.sectors }, (_, sector) => ({
    kbji: String(31 + sector * 3),
    skills: Array.from({ length: shape.skillsOfSector }, (_skill, skill) => `SKILL_${twoDigits(sector)}_${twoDigits(skill)}`),
    schemes: Array.from({ length: shape.schemesOfSector }, (_scheme, scheme) => {
      const random = seededRandom(seed, 1, sector * 1000 + scheme);
      return {
        key: `SCHEME ${twoDigits(sector)} ${twoDigits(scheme)}`,
        skills: drawDistinct(random, 5 + random.below(5), shape.skillsOfSector),
        units: Array.from({ length: 8 }, (_unit, unit) => `U.${twoDigits(sector)}${twoDigits(scheme)}.${twoDigits(unit)}`),
      };
    }),
  }));
}

/** Draws a sector; the first ones are larger. */
export const sectorDraw = (shape: MarketShape): ((random: Random) => number) =>
  weightedPlaces(Array.from({ length: shape.sectors }, (_, sector) => 1 / (sector + 10)));

/** Draws a regency by a population after Zipf's law, whose ranks are dealt to the regencies by the seed. */
export function regencyDraw(seed: number, shape: MarketShape): (random: Random) => number {
  const ranks = drawDistinct(seededRandom(seed, 2, 0), shape.regencyCodes.length, shape.regencyCodes.length);
  return weightedPlaces(ranks.map((rank) => 1 / (rank + 1)));
}
