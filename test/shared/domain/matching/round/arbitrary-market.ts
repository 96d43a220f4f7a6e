/** Small markets from plain arrays, and judges that try every assignment. */
import * as fc from "fast-check";
import type { PreferenceLists } from "../../../../../shared/domain/matching/round/preference-lists.ts";
import { bandsOfPoints, type Priorities, queueOrder } from "../../../../../shared/domain/matching/round/priority.ts";

export type Pair = { readonly vacancy: number; readonly points: number };

export type SmallMarket = {
  /** By vacancy. */
  readonly seats: readonly number[];
  /** By client, in any order; nobody has more points than `mostPoints`. */
  readonly pairs: readonly (readonly Pair[])[];
  readonly mostPoints: number;
  /** By client: days and lottery numbers, the lower the better. */
  readonly waitingSince: readonly number[];
  readonly lottery: readonly number[];
  /** Points from which a band begins, the best first. */
  readonly bands: readonly number[];
};

/** The better one first: by points, then by the number of the vacancy. */
export const byPreference = (a: Pair, b: Pair): number => b.points - a.points || a.vacancy - b.vacancy;

/** Builds lists; with `inOrder` each client's pairs stay in the order given, whatever their points. */
export function toLists({ seats, pairs, mostPoints }: SmallMarket, { inOrder = false } = {}): PreferenceLists {
  const vacancyBits = Math.ceil(Math.log2(seats.length));
  const sorted = pairs.map((own) => (inOrder ? own : own.toSorted(byPreference)));
  let end = 0;
  return {
    clients: pairs.length,
    vacancies: seats.length,
    seats: Int32Array.from(seats),
    start: Int32Array.from([0, ...sorted.map((own) => (end += own.length))]),
    edges: Uint32Array.from(sorted.flat(), ({ vacancy, points }) => ((mostPoints - points) << vacancyBits) | vacancy),
    vacancyBits,
    mostPoints,
  };
}

export const toPriorities = ({ waitingSince, lottery, bands, mostPoints }: SmallMarket): Priorities => ({
  bandOfPoints: bandsOfPoints(bands, mostPoints),
  bands: bands.length + 1,
  order: queueOrder(Int32Array.from(waitingSince), Float64Array.from(lottery)),
});

type Bounds = { readonly min: number; readonly max: number };
type Sizes = { readonly clients: Bounds; readonly vacancies: Bounds; readonly list: Bounds; readonly points: readonly number[] };

/** Markets with 1 to 3 bands, and mostly few different points, so that many are equal. */
const marketOf = (sizes: Sizes) =>
  fc
    .record({
      seats: arrayOf(fc.constantFrom(1, 1, 1, 2, 3), sizes.vacancies),
      clients: fc.integer(sizes.clients),
      mostPoints: fc.constantFrom(...sizes.points),
      bands: fc.constantFrom<readonly number[]>([], [2], [5], [5, 2], [30, 20]),
    })
    .chain(({ seats, clients, mostPoints, bands }): fc.Arbitrary<SmallMarket> => {
      const pair = fc.record({ vacancy: fc.nat(seats.length - 1), points: fc.integer({ min: 1, max: mostPoints }) });
      const { min: minLength, max: maxLength } = sizes.list;
      const own = fc.uniqueArray(pair, { selector: ({ vacancy }) => vacancy, minLength, maxLength, size: "max" });
      const each = { min: clients, max: clients };
      return fc.record({
        seats: fc.constant(seats),
        pairs: arrayOf(own, each),
        mostPoints: fc.constant(mostPoints),
        waitingSince: arrayOf(fc.nat(3), each),
        lottery: fc.uniqueArray(fc.nat(9999), { minLength: clients, maxLength: clients }),
        bands: fc.constant(bands),
      });
    });

const arrayOf = <T>(item: fc.Arbitrary<T>, { min, max }: Bounds): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: min, maxLength: max, size: "max" });

/** Small enough to try every assignment. */
export const smallMarket: fc.Arbitrary<SmallMarket> = marketOf({
  clients: { min: 2, max: 7 },
  vacancies: { min: 1, max: 5 },
  list: { min: 0, max: 3 },
  points: [2, 7, 40],
});

/** Too large for that: for results that prove themselves. */
export const crowdedMarket: fc.Arbitrary<SmallMarket> = marketOf({
  clients: { min: 6, max: 14 },
  vacancies: { min: 2, max: 6 },
  list: { min: 0, max: 6 },
  points: [2, 7, 40],
});

/** The same with long lists. */
export const wideMarket: fc.Arbitrary<SmallMarket> = marketOf({
  clients: { min: 30, max: 60 },
  vacancies: { min: 15, max: 20 },
  list: { min: 0, max: 15 },
  points: [7, 40, 900],
});

/** Where each client is, -1 for nowhere, as in `Assignment`. */
export type Placement = readonly number[];

/** Every assignment that keeps to the lists and the seats. */
export function everyAssignment({ seats, pairs }: SmallMarket): Placement[] {
  const found: Placement[] = [];
  const free = [...seats];
  const current: number[] = [];
  const place = (client: number): void => {
    const own = pairs[client];
    if (own === undefined) {
      found.push([...current]);
      return;
    }
    for (const vacancy of [-1, ...own.map((pair) => pair.vacancy)]) {
      if (vacancy >= 0 && (free[vacancy] ?? 0) === 0) continue;
      if (vacancy >= 0) free[vacancy] = (free[vacancy] ?? 0) - 1;
      current[client] = vacancy;
      place(client + 1);
      if (vacancy >= 0) free[vacancy] = (free[vacancy] ?? 0) + 1;
    }
  };
  place(0);
  return found;
}

/** Whether an assignment keeps to the lists and the seats. */
export function isAllowed({ seats, pairs }: SmallMarket, placement: Placement): boolean {
  const kept = placement.every((at, client) => at === -1 || (pairs[client] ?? []).some(({ vacancy }) => vacancy === at));
  return kept && seats.every((many, vacancy) => placement.filter((at) => at === vacancy).length <= many);
}

export const placedIn = (placement: Iterable<number>): number => [...placement].filter((at) => at !== -1).length;

export const pointsIn = ({ pairs }: SmallMarket, placement: Placement): number =>
  placement.reduce((sum, at, client) => sum + (pairs[client]?.find(({ vacancy }) => vacancy === at)?.points ?? 0), 0);

/** What a vacancy goes by, said without keys. */
export type Claim = { readonly band: number; readonly waitingSince: number; readonly lottery: number };
export type Compare = (one: Claim, other: Claim) => number;
export const byBand: Compare = (one, other) => one.band - other.band;
export const byPriority: Compare = (one, other) =>
  one.band - other.band || one.waitingSince - other.waitingSince || one.lottery - other.lottery;

export const claimOf = ({ pairs, bands, waitingSince, lottery }: SmallMarket, client: number, vacancy: number): Claim => {
  const points = pairs[client]?.find((pair) => pair.vacancy === vacancy)?.points ?? 0;
  return {
    band: bands.filter((least) => points < least).length,
    waitingSince: waitingSince[client] ?? 0,
    lottery: lottery[client] ?? 0,
  };
};

/** The place of a vacancy on a client's list, from 0; after the last one for nowhere. */
export const choiceOf = ({ pairs }: SmallMarket, client: number, vacancy: number): number => {
  const own = (pairs[client] ?? []).toSorted(byPreference);
  return vacancy === -1 ? own.length : own.findIndex((pair) => pair.vacancy === vacancy);
};

/** Pairs who would both rather have each other, by what the vacancy compares. */
export function blockingPairsIn(market: SmallMarket, placement: Placement, compare: Compare): number {
  let blocking = 0;
  market.pairs.forEach((own, client) => {
    for (const { vacancy } of own) {
      if (choiceOf(market, client, vacancy) >= choiceOf(market, client, placement[client] ?? -1)) continue;
      const held = placement.flatMap((at, other) => (at === vacancy ? [claimOf(market, other, vacancy)] : []));
      const claim = claimOf(market, client, vacancy);
      if (held.length < (market.seats[vacancy] ?? 0) || held.some((other) => compare(claim, other) < 0)) blocking++;
    }
  });
  return blocking;
}

/** The same market with its clients in another order: the new client `at` is the old one `order[at]`. */
export function renumber(market: SmallMarket, order: readonly number[]): SmallMarket {
  const pick = <T>(values: readonly T[]): T[] => order.flatMap((client) => values.slice(client, client + 1));
  return { ...market, pairs: pick(market.pairs), waitingSince: pick(market.waitingSince), lottery: pick(market.lottery) };
}

/** A market together with an order of its clients. */
export const withOrder = (market: fc.Arbitrary<SmallMarket>): fc.Arbitrary<{ market: SmallMarket; order: number[] }> =>
  market.chain((item) => {
    const clients = item.pairs.map((_, client) => client);
    return fc.record({
      market: fc.constant(item),
      order: fc.shuffledSubarray(clients, { minLength: clients.length, maxLength: clients.length }),
    });
  });
