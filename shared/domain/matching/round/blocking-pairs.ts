/** Counts the pairs that an assignment gives a reason to complain: both would rather have each other. */
import { type Assignment, edgeTo, type PreferenceLists, unplaced } from "./preference-lists.ts";
import type { Priorities } from "./priority.ts";

export type BlockingPairs = {
  /** By the whole priority: the vacancy has a seat left, or holds someone of a worse band, a shorter wait or a later lottery. */
  readonly strict: number;
  /** By the band alone: the vacancy has a seat left, or holds someone of a worse band. */
  readonly byBand: number;
};

const anyone = 0x7fffffff;

/**
 * Counts the blocking pairs of an assignment. A client would rather have what stands higher on its list, and anything on
 * it rather than nothing. Throws a `RangeError` where a client was placed off its list.
 */
export function countBlockingPairs(
  lists: PreferenceLists,
  { bandOfPoints, order }: Priorities,
  assignment: Assignment,
): BlockingPairs {
  const { clients, vacancies, seats, start, edges, vacancyBits, mostPoints } = lists;
  const mask = (1 << vacancyBits) - 1;
  const level = new Int32Array(mostPoints + 1).map((_, below) => (bandOfPoints[mostPoints - below] ?? 0) * clients);

  // Where each client's list reaches its vacancy, and the worst that each vacancy holds.
  const reached = start.slice(1);
  const filled = new Int32Array(vacancies);
  const worst = new Int32Array(vacancies).fill(-1);
  for (let client = 0; client < clients; client++) {
    const own = assignment[client] ?? unplaced;
    if (own === unplaced) continue;
    const at = edgeTo(lists, client, own);
    reached[client] = at;
    const key = (level[(edges[at] ?? 0) >>> vacancyBits] ?? 0) + (order[client] ?? 0);
    if (key > (worst[own] ?? 0)) worst[own] = key;
    filled[own] = (filled[own] ?? 0) + 1;
  }
  // The key from which on the whole of the worst band begins: less is a better band.
  const worstBand = new Int32Array(vacancies);
  for (let vacancy = 0; vacancy < vacancies; vacancy++) {
    if ((filled[vacancy] ?? 0) < (seats[vacancy] ?? 0)) worst[vacancy] = anyone;
    const key = worst[vacancy] ?? 0;
    worstBand[vacancy] = key === anyone ? anyone : key - (key % clients);
  }

  let strict = 0;
  let byBand = 0;
  for (let client = 0; client < clients; client++) {
    const end = reached[client] ?? 0;
    const place = order[client] ?? 0;
    for (let at = start[client] ?? 0; at < end; at++) {
      const edge = edges[at] ?? 0;
      const key = (level[edge >>> vacancyBits] ?? 0) + place;
      if (key >= (worst[edge & mask] ?? 0)) continue;
      strict++;
      if (key < (worstBand[edge & mask] ?? 0)) byBand++;
    }
  }
  return { strict, byBand };
}
