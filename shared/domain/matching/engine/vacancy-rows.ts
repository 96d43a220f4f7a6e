/**
 * What a search reads of a vacancy to score it, side by side in 64 bytes, and in the order in which a search meets the
 * vacancies: memory is read in a row, and the skills are gone through without a branch that the processor would guess wrong.
 */
import { barOf } from "./bars.ts";
import type { NumberLists } from "./growing-numbers.ts";
import { provinceOfRegency } from "./region-numbers.ts";

/** How many numbers a row has, and where each stands in it. */
export const row = {
  width: 16,
  vacancy: 0,
  employer: 1,
  place: 2,
  regency: 3,
  province: 4,
  fixedPoints: 5,
  skillCount: 6,
  /** Where the points for so many skills begin in their table. */
  skillShare: 7,
  /** The same for certified skills: the row of none where a certificate is demanded, since then its points are fixed ones. */
  certifiedShare: 8,
  /** The first skills, and after them a skill that nobody has; a vacancy with more has them in the lists alone. */
  skills: 9,
} as const;

/** The most skills that a row holds. */
export const skillsInRow = 6;

type Columns = {
  /** Vacancies in the order of the rows; one may stand there several times. */
  readonly list: Int32Array;
  readonly bars: Int32Array;
  readonly employer: Int32Array;
  readonly place: Int32Array;
  readonly regency: Uint16Array;
  readonly fixedPoints: Int16Array;
  readonly skills: NumberLists;
  /** A number that is no skill. */
  readonly noSkill: number;
  readonly longestSkills: number;
};

export function rowsOf(columns: Columns): Int32Array {
  const { list, bars, employer, place, regency, fixedPoints, skills, noSkill, longestSkills } = columns;
  const rows = new Int32Array(list.length * row.width);
  for (let i = 0; i < list.length; i += 1) {
    const vacancy = list[i] ?? 0;
    const at = i * row.width;
    const from = skills.start[vacancy] ?? 0;
    const length = (skills.start[vacancy + 1] ?? 0) - from;
    rows[at + row.vacancy] = vacancy;
    rows[at + row.employer] = employer[vacancy] ?? 0;
    rows[at + row.place] = place[vacancy] ?? 0;
    rows[at + row.regency] = regency[vacancy] ?? 0;
    rows[at + row.province] = provinceOfRegency[regency[vacancy] ?? 0] ?? 0;
    rows[at + row.fixedPoints] = fixedPoints[vacancy] ?? 0;
    rows[at + row.skillCount] = length;
    rows[at + row.skillShare] = length * (longestSkills + 1);
    rows[at + row.certifiedShare] = barOf.provesAnything(bars[vacancy] ?? 0) ? 0 : length * (longestSkills + 1);
    for (let skill = 0; skill < skillsInRow; skill += 1)
      rows[at + row.skills + skill] = skill < length ? (skills.values[from + skill] ?? noSkill) : noSkill;
  }
  return rows;
}
