/** The checks of a pair that few pairs need, the same for both directions of the search. */
import { barOf } from "./bars.ts";
import type { ClientColumns } from "./client-columns.ts";
import { clientRow, schemeLevel, skillMark } from "./client-rows.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type PairChecks = {
  /** Whether certificates prove what a vacancy demands beyond the key under which the two found each other. */
  readonly provesDemands: (client: number, vacancy: number) => boolean;
  /** Whether the client must not be proposed to the vacancy's employer again. */
  readonly isExhausted: (client: number, vacancy: number) => boolean;
  /** Whether the client's own conditions bar the occupation. */
  readonly isBarred: (client: number, vacancy: number) => boolean;
};

export function pairChecks(index: VacancyIndex, { rows, held }: ClientColumns): PairChecks {
  const { skills, schemes, units, occupations } = index;
  /** The highest level of a scheme that the client holds; -1 for none. */
  const levelOf = (row: number, scheme: number): number => {
    const end = rows[row + clientRow.units] ?? 0;
    for (let at = rows[row + clientRow.schemes] ?? 0; at < end; at += 1) {
      const mark = held[at] ?? 0;
      if (mark >>> schemeLevel.schemeShift === scheme) return mark & schemeLevel.bits;
    }
    return -1;
  };
  const provesSkill = (row: number, vacancy: number, level: number): boolean => {
    const end = rows[row + clientRow.schemes] ?? 0;
    for (let at = rows[row + clientRow.skills] ?? 0; at < end; at += 1) {
      const mark = held[at] ?? 0;
      const isEnough = (mark & skillMark.certified) !== 0 && (mark & skillMark.bits) >>> skillMark.levelShift >= level;
      const skill = mark >>> skillMark.skillShift;
      if (isEnough && isAmong(skills.values, skills.start[vacancy] ?? 0, skills.start[vacancy + 1] ?? 0, skill)) return true;
    }
    return false;
  };
  const provesDemands = (client: number, vacancy: number): boolean => {
    const row = client * clientRow.width;
    const unitsFrom = rows[row + clientRow.units] ?? 0;
    const unitsTo = rows[row + clientRow.refused] ?? 0;
    for (let at = units.start[vacancy] ?? 0; at < (units.start[vacancy + 1] ?? 0); at += 1)
      if (!isAmong(held, unitsFrom, unitsTo, units.values[at] ?? 0)) return false;
    if (!barOf.certificate(index.bars[vacancy] ?? 0)) return true;
    const level = index.minLevel[vacancy] ?? 0;
    const from = schemes.start[vacancy] ?? 0;
    const to = schemes.start[vacancy + 1] ?? 0;
    for (let at = from; at < to; at += 1) if (levelOf(row, schemes.values[at] ?? 0) >= level) return true;
    return from === to && provesSkill(row, vacancy, level);
  };
  const isExhausted = (client: number, vacancy: number): boolean => {
    const row = client * clientRow.width;
    return isAmong(held, rows[row + clientRow.refused] ?? 0, rows[row + clientRow.end] ?? 0, index.employer[vacancy] ?? 0);
  };
  const isBarred = (client: number, vacancy: number): boolean => {
    const occupation = occupations.of[vacancy] ?? -1;
    const end = rows[client * clientRow.width + clientRow.end] ?? 0;
    for (let at = rows[client * clientRow.width + clientRow.refused] ?? 0; at < end && (held[at] ?? 0) < 0; at += 2)
      if (occupation >= ~(held[at] ?? 0) && occupation < ~(held[at + 1] ?? 0)) return true;
    return false;
  };
  return { provesDemands, isExhausted, isBarred };
}

/** Whether a part of a list holds a number. */
function isAmong(values: Int32Array, from: number, to: number, wanted: number): boolean {
  for (let at = from; at < to; at += 1) if (values[at] === wanted) return true;
  return false;
}
