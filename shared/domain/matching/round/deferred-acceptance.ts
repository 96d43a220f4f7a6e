/**
 * Client-proposing deferred acceptance with seats (Gale and Shapley 1962; quotas as in Roth 1984). Each client proposes down
 * its list; a vacancy keeps the best by priority as long as it has seats and refuses the others. The result is stable, the
 * best stable one for every client, and no client gains by another order of its list.
 *
 * With `placementsFirst` a client who has run out of list is promoted once, starts again from the top, and then goes before
 * everyone of the same band who was not promoted (Király 2011, ties on one side). That places more and leaves no pair that
 * blocks by band; but a client may then gain by leaving vacancies off the list.
 */
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { inverseOf, type Priorities } from "./priority.ts";
import { seatRow } from "./seating.ts";

export type DeferredAcceptance = {
  readonly assignment: Assignment;
  /** The key of the last one admitted to each vacancy, or `seatsLeft`. `readKey` says what stands in it. */
  readonly cutoffs: Int32Array;
  /** 1 for each client who was promoted; all 0 without `placementsFirst`. */
  readonly promoted: Uint8Array;
};
export const seatsLeft = -1;

/** What the key of a pair says, the most important first. */
export type Key = { readonly band: number; readonly promoted: boolean; readonly order: number };

/** Reads a key: `band * clients + order`, or with `placementsFirst` `(2 * band + (promoted ? 0 : 1)) * clients + order`. */
export function readKey(key: number, clients: number, { placementsFirst }: { readonly placementsFirst: boolean }): Key {
  const level = Math.floor(key / clients);
  const order = key % clients;
  return placementsFirst ? { band: level >> 1, promoted: level % 2 === 0, order } : { band: level, promoted: false, order };
}

/** Worse than the key of any pair. */
const anyone = 0x7fffffff;

/**
 * Places clients by deferred acceptance. Time grows with the number of edges; what is kept, with clients and seats. Throws a
 * `RangeError` where the keys do not fit 31 bits: with eight bands, from 134 million clients on.
 */
export function deferredAcceptance(
  lists: PreferenceLists,
  { bandOfPoints, bands, order }: Priorities,
  { placementsFirst }: { readonly placementsFirst: boolean },
): DeferredAcceptance {
  const { clients, vacancies, seats, start, edges, vacancyBits, mostPoints } = lists;
  if (bands * clients * (placementsFirst ? 2 : 1) > anyone)
    throw new RangeError(`${clients} clients in ${bands} bands do not fit 31 bits`);
  const mask = (1 << vacancyBits) - 1;
  // The part of the key that the points decide, by what an edge holds of them.
  const level = new Int32Array(mostPoints + 1).map(
    (_, below) => (bandOfPoints[mostPoints - below] ?? 0) * clients * (placementsFirst ? 2 : 1),
  );
  const rank = order.map((place) => (placementsFirst ? clients + place : place));
  const clientAt = inverseOf(order);

  const assignment: Assignment = new Int32Array(clients).fill(unplaced);
  const next = start.slice(0, clients);
  // The keys of those admitted, each vacancy's a heap with the worst on top; and the key that one must be better than.
  const root = seatRow(lists);
  const held = new Int32Array(root[vacancies] ?? 0);
  const filled = new Int32Array(vacancies);
  const worst = new Int32Array(vacancies).fill(anyone);

  // In the order of the queue, so that few who were admitted must leave again.
  for (let place = 0; place < clients; place++) {
    let client = clientAt[place] ?? 0;
    let at = next[client] ?? 0;
    let end = start[client + 1] ?? 0;
    let own = rank[client] ?? 0;
    for (;;) {
      if (at === end) {
        next[client] = at;
        if (own < clients || !placementsFirst) break;
        own -= clients;
        rank[client] = own;
        at = start[client] ?? 0;
        if (at === end) break;
      }
      const edge = edges[at] ?? 0;
      at++;
      const vacancy = edge & mask;
      const key = (level[edge >>> vacancyBits] ?? 0) + own;
      const last = worst[vacancy] ?? 0;
      if (key >= last) continue;
      assignment[client] = vacancy;
      next[client] = at;
      const first = root[vacancy] ?? 0;
      const many = seats[vacancy] ?? 0;
      if (last === anyone) {
        const size = filled[vacancy] ?? 0;
        filled[vacancy] = size + 1;
        siftUp(held, first, size, key);
        if (size + 1 === many) worst[vacancy] = held[first] ?? 0;
        break;
      }
      siftDown(held, first, many, key);
      worst[vacancy] = held[first] ?? 0;
      client = clientAt[last % clients] ?? 0;
      assignment[client] = unplaced;
      at = next[client] ?? 0;
      end = start[client + 1] ?? 0;
      own = rank[client] ?? 0;
    }
  }
  return {
    assignment,
    cutoffs: worst.map((key) => (key === anyone ? seatsLeft : key)),
    promoted: new Uint8Array(clients).map((_, client) => (placementsFirst && (rank[client] ?? 0) < clients ? 1 : 0)),
  };
}

/** Adds a key to a heap of `size`. */
function siftUp(held: Int32Array, first: number, size: number, key: number): void {
  let at = size;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = held[first + above] ?? 0;
    if (other >= key) break;
    held[first + at] = other;
    at = above;
  }
  held[first + at] = key;
}

/** Puts a key in the place of the top of a heap of `size`. */
function siftDown(held: Int32Array, first: number, size: number, key: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    let other = held[first + below] ?? 0;
    const right = held[first + below + 1] ?? 0;
    if (below + 1 < size && right > other) {
      below++;
      other = right;
    }
    if (other <= key) break;
    held[first + at] = other;
    at = below;
  }
  held[first + at] = key;
}
