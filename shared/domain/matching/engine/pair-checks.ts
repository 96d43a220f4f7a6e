/** The checks of a pair that few pairs need, the same for both directions of the search. */
import { barOf } from "./bars.ts";
import { type ClientColumns, schemeLevel, skillMark } from "./client-columns.ts";
import type { NumberLists } from "./growing-numbers.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type PairChecks = {
  /** Whether certificates prove what a vacancy demands beyond the key under which the two found each other. */
  readonly provesDemands: (client: number, vacancy: number) => boolean;
  /** Whether the client must not be proposed to the vacancy's employer again. */
  readonly isExhausted: (client: number, vacancy: number) => boolean;
  /** Whether the client's own conditions bar the occupation. */
  readonly isBarred: (client: number, vacancy: number) => boolean;
};

export function pairChecks(index: VacancyIndex, clients: ClientColumns): PairChecks {
  const { skills, schemes, units } = index;
  /** The highest level of a scheme that the client holds; -1 for none. */
  const levelOf = (client: number, scheme: number): number => {
    const { start, values } = clients.schemes;
    for (let at = start[client] ?? 0; at < (start[client + 1] ?? 0); at += 1) {
      const one = values[at] ?? 0;
      if (one >>> schemeLevel.schemeShift === scheme) return one & schemeLevel.bits;
    }
    return -1;
  };
  const provesSkill = (client: number, vacancy: number, level: number): boolean => {
    const { start, values } = clients.skills;
    for (let at = start[client] ?? 0; at < (start[client + 1] ?? 0); at += 1) {
      const one = values[at] ?? 0;
      const isEnough = (one & skillMark.certified) !== 0 && (one & skillMark.bits) >>> skillMark.levelShift >= level;
      if (isEnough && isIn(skills, vacancy, one >>> skillMark.skillShift)) return true;
    }
    return false;
  };
  const provesDemands = (client: number, vacancy: number): boolean => {
    for (let at = units.start[vacancy] ?? 0; at < (units.start[vacancy + 1] ?? 0); at += 1)
      if (!isIn(clients.units, client, units.values[at] ?? 0)) return false;
    if (!barOf.certificate(index.bars[vacancy] ?? 0)) return true;
    const level = index.minLevel[vacancy] ?? 0;
    const from = schemes.start[vacancy] ?? 0;
    const to = schemes.start[vacancy + 1] ?? 0;
    for (let at = from; at < to; at += 1) if (levelOf(client, schemes.values[at] ?? 0) >= level) return true;
    return from === to && provesSkill(client, vacancy, level);
  };
  const isBarred = (client: number, vacancy: number): boolean => {
    const code = index.kbji[vacancy] ?? "";
    return code !== "" && (clients.barred.get(client) ?? []).some((beginning) => code.startsWith(beginning));
  };
  return {
    provesDemands,
    isExhausted: (client, vacancy) => isIn(clients.exhausted, client, index.employer[vacancy] ?? 0),
    isBarred,
  };
}

/** Whether the list of one holds a number. */
function isIn({ start, values }: NumberLists, of: number, wanted: number): boolean {
  const to = start[of + 1] ?? 0;
  for (let at = start[of] ?? 0; at < to; at += 1) if (values[at] === wanted) return true;
  return false;
}
