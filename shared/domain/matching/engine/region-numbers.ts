/**
 * Regencies as numbers in the order of their codes, so that the regencies of a province lie next to each other and every
 * region that a client can mean is one range or a few.
 */

import { provinceOf } from "../../identifiers/region-code.ts";
import { provinces, regencies } from "../../identifiers/regions.ts";
import { neighboursOf } from "../../reference/neighbouring-provinces.ts";
import { willingnessNumber } from "../../reference/reach.ts";
import type { MatchingWeights } from "../weights.ts";

const numbers: ReadonlyMap<string, number> = new Map(regencies.map((regency, at) => [regency.code, at]));

/** How many regencies there are. */
export const regencyCount = regencies.length;

/** The number of a regency; -1 for an unknown code. */
export const regencyNumber = (code: string): number => numbers.get(code) ?? -1;

const provinceNumbers: ReadonlyMap<string, number> = new Map(provinces.map((province, at) => [province.code, at]));
export const provinceCount = provinces.length;

/** The number of the province of each regency. */
export const provinceOfRegency: Uint8Array = Uint8Array.from(
  regencies.map((regency) => provinceNumbers.get(provinceOf(regency.code)) ?? 0),
);

const rangesOfProvince: readonly (readonly [first: number, last: number])[] = provinces.map((_one, province) => [
  provinceOfRegency.indexOf(province),
  provinceOfRegency.lastIndexOf(province),
]);

/** The numbers of the provinces next to each, itself among them, ascending. */
const neighboursOfProvince: readonly (readonly number[])[] = provinces.map((record, province) =>
  [province, ...neighboursOf(record.code).map((code) => provinceNumbers.get(code) ?? province)].toSorted((a, b) => a - b),
);

/** Ranges of provinces, those that touch as one: first and last regency of each, by turns. */
function joined(neighbours: readonly number[]): Int32Array {
  const ranges: number[] = [];
  for (const province of neighbours) {
    const [first, last] = rangesOfProvince[province] ?? [0, -1];
    if (ranges.at(-1) === first - 1) ranges[ranges.length - 1] = last;
    else ranges.push(first, last);
  }
  return Int32Array.from(ranges);
}

const everywhere = Int32Array.of(0, regencyCount - 1);
const ofProvince = rangesOfProvince.map((range) => Int32Array.from(range));
const ofNeighbours = neighboursOfProvince.map(joined);
const ofRegency = regencies.map((_one, at) => Int32Array.of(at, at));

/** The most ranges that anybody's reach has. */
export const mostRanges = Math.max(...ofNeighbours.map((ranges) => ranges.length / 2));

/** The regions within reach of somebody: first and last regency of each range, by turns. */
export function rangesWithin(regency: number, willingness: number): Int32Array {
  const province = provinceOfRegency[regency] ?? 0;
  if (willingness === willingnessNumber.OWN_REGENCY) return ofRegency[regency] ?? everywhere;
  if (willingness === willingnessNumber.PROVINCE) return ofProvince[province] ?? everywhere;
  if (willingness === willingnessNumber.NEIGHBOURING_PROVINCES) return ofNeighbours[province] ?? everywhere;
  return everywhere;
}

/** Points by distance between two provinces, `from * provinceCount + to`; within a regency it is `ownRegency`. */
export function distanceTable({ distance }: MatchingWeights): Int16Array {
  const table = new Int16Array(provinceCount * provinceCount);
  for (let from = 0; from < provinceCount; from += 1) {
    for (const to of neighboursOfProvince[from] ?? []) table[from * provinceCount + to] = distance.neighbouringProvince;
    table[from * provinceCount + from] = distance.ownProvince;
  }
  return table;
}
