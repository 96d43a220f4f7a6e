/** How far from home somebody would work, and how near a regency is. */
import { provinceOf } from "../identifiers/region-code.ts";
import { neighboursOf } from "./neighbouring-provinces.ts";

/** How far from home a client is willing to work, nearest first; each takes in the one before. */
export const willingness = ["OWN_REGENCY", "PROVINCE", "NEIGHBOURING_PROVINCES", "ANYWHERE"] as const;
export type Willingness = (typeof willingness)[number];

/** How near a regency is to a client's own. */
export function nearness(home: string, regencyCode: string): Willingness {
  if (home === regencyCode) return "OWN_REGENCY";
  const [from, to] = [provinceOf(home), provinceOf(regencyCode)];
  if (from === to) return "PROVINCE";
  return neighboursOf(from).includes(to) ? "NEIGHBOURING_PROVINCES" : "ANYWHERE";
}

/** How far from home, as a number: the greater takes in the lesser. */
export const willingnessNumber = {
  OWN_REGENCY: 0,
  PROVINCE: 1,
  NEIGHBOURING_PROVINCES: 2,
  ANYWHERE: 3,
} as const satisfies Record<Willingness, number>;

/** Whether a regency is no further from home than somebody would go. */
export const isWithinReach = (
  { regencyCode: home, willingness: furthest }: { readonly regencyCode: string; readonly willingness: Willingness },
  regencyCode: string,
): boolean => willingnessNumber[nearness(home, regencyCode)] <= willingnessNumber[furthest];
