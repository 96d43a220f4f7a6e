/**
 * What a search reads of a vacancy to score it, side by side in 32 bytes and in the order in which a search meets the
 * vacancies: memory is read in a row, and the skills are gone through without a branch that the processor would guess wrong.
 */
import type { NumberLists } from "./growing-numbers.ts";

/** How many numbers of 16 bits a row has, and where each stands in it; the first two have two, the low bits first. */
export const row = {
  width: 16,
  vacancy: 0,
  employer: 2,
  regency: 4,
  fixedPoints: 5,
  skillCount: 6,
  /** The first skills, and after them a skill that nobody has; a vacancy with more has them in the lists alone. */
  skills: 7,
} as const;

/** The most skills that a row holds. */
export const skillsInRow = 6;

type Columns = {
  readonly employer: Int32Array;
  readonly regency: Uint16Array;
  readonly fixedPoints: Int16Array;
  readonly skills: NumberLists;
  /** A number that is no skill. */
  readonly noSkill: number;
};

/**
 * Rows of vacancies in the order of a list, in which one may stand several times. Throws a `RangeError` where there are more
 * skills than 16 bits can number, which `mostKeys` leaves no room for.
 */
export function rowsOf(list: Int32Array, { employer, regency, fixedPoints, skills, noSkill }: Columns): Uint16Array {
  if (noSkill > 0xffff) throw new RangeError(`${noSkill} skills are too many for one index`);
  const rows = new Uint16Array(list.length * row.width);
  for (let i = 0; i < list.length; i += 1) {
    const vacancy = list[i] ?? 0;
    const at = i * row.width;
    const from = skills.start[vacancy] ?? 0;
    const length = (skills.start[vacancy + 1] ?? 0) - from;
    rows[at + row.vacancy] = vacancy & 0xffff;
    rows[at + row.vacancy + 1] = vacancy >>> 16;
    rows[at + row.employer] = (employer[vacancy] ?? 0) & 0xffff;
    rows[at + row.employer + 1] = (employer[vacancy] ?? 0) >>> 16;
    rows[at + row.regency] = regency[vacancy] ?? 0;
    rows[at + row.fixedPoints] = fixedPoints[vacancy] ?? 0;
    rows[at + row.skillCount] = length;
    for (let skill = 0; skill < skillsInRow; skill += 1)
      rows[at + row.skills + skill] = skill < length ? (skills.values[from + skill] ?? noSkill) : noSkill;
  }
  return rows;
}
