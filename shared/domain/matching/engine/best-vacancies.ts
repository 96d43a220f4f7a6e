/** The best vacancies of one client: the ten best of what the finder finds, by insertion. */
import type { ClientColumns } from "./client-columns.ts";
import { vacancyFinder } from "./find-vacancies.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type BestVacancies = {
  /** Finds the best vacancies of a client and returns how many, `k` at most. They stand in `vacancies` and `points`, best first. */
  readonly of: (client: number) => number;
  readonly vacancies: Int32Array;
  readonly points: Int32Array;
  /** How many vacancies the client asked for last is eligible for. */
  readonly eligible: () => number;
};

/** Prepares the question for any number of clients. @param k how many are wanted */
export function bestVacancies(index: VacancyIndex, clients: ClientColumns, k = 10): BestVacancies {
  const { find, found } = vacancyFinder(index, clients);
  const best = new Float64Array(k);
  const vacancies = new Int32Array(k);
  const points = new Int32Array(k);
  const mask = 2 ** index.vacancyBits - 1;
  let eligible = 0;
  const of = (client: number): number => {
    eligible = find(client);
    const taken = smallest(found, eligible, best);
    for (let i = 0; i < taken; i += 1) {
      const edge = best[i] ?? 0;
      vacancies[i] = edge & mask;
      points[i] = index.mostPoints - (edge >>> index.vacancyBits);
    }
    return taken;
  };
  return { of, vacancies, points, eligible: () => eligible };
}

/** Puts the smallest of the first `count` numbers into `into`, ascending, and returns how many there are. */
export function smallest(numbers: Uint32Array, count: number, into: Float64Array): number {
  const k = into.length;
  let taken = 0;
  for (let i = 0; i < count; i += 1) {
    const number = numbers[i] ?? 0;
    if (taken === k) {
      if (number > (into[k - 1] ?? 0)) continue;
    } else taken += 1;
    let at = taken - 1;
    while (at > 0 && (into[at - 1] ?? 0) > number) {
      into[at] = into[at - 1] ?? 0;
      at -= 1;
    }
    into[at] = number;
  }
  return taken;
}
