import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBlockingPairs } from "../../../../../shared/domain/matching/round/blocking-pairs.ts";
import {
  deferredAcceptance,
  type Key,
  readKey,
  seatsLeft,
} from "../../../../../shared/domain/matching/round/deferred-acceptance.ts";
import { often, runs } from "../../../../builders/runs.ts";
import {
  blockingPairsIn,
  byBand,
  byPreference,
  claimOf,
  everyAssignment,
  isAllowed,
  placedIn,
  type SmallMarket,
  smallMarket,
  toLists,
  toPriorities,
} from "./arbitrary-market.ts";

const placementsFirst = { placementsFirst: true };
const place = (market: SmallMarket, how = placementsFirst): number[] => [
  ...deferredAcceptance(toLists(market), toPriorities(market), how).assignment,
];

/** Two clients of one band: the first, who waits longer, could go to either vacancy, the second only to one of them. */
const crowded: SmallMarket = {
  seats: [1, 1],
  pairs: [
    [
      { vacancy: 0, points: 9 },
      { vacancy: 1, points: 8 },
    ],
    [{ vacancy: 0, points: 9 }],
  ],
  mostPoints: 10,
  bands: [5],
  waitingSince: [0, 1],
  lottery: [0, 0],
};

/** By the definition: whoever has no seat asks on, first down the list, then down it once more as somebody promoted. */
function byListsTwice(market: SmallMarket) {
  const { order } = toPriorities(market);
  const held: Key[][] = market.seats.map(() => []);
  const asked = market.pairs.map(() => 0);
  const preferences = market.pairs.map((own) => own.toSorted(byPreference));
  const clientAt = (place: number) => order.indexOf(place);
  const waiting = market.pairs.map((_, client) => client);
  for (let client = waiting.pop(); client !== undefined; client = waiting.pop()) {
    const own = preferences[client] ?? [];
    const at = asked[client] ?? 0;
    if (at >= 2 * own.length) continue;
    asked[client] = at + 1;
    const vacancy = own[at % own.length]?.vacancy ?? 0;
    const { band } = claimOf(market, client, vacancy);
    const holders = held[vacancy] ?? [];
    holders.push({ band, promoted: at >= own.length, order: order[client] ?? 0 });
    holders.sort((a, b) => a.band - b.band || Number(b.promoted) - Number(a.promoted) || a.order - b.order);
    const [refused] = holders.splice(market.seats[vacancy] ?? 0);
    if (refused) waiting.push(clientAt(refused.order));
  }
  return {
    placement: market.pairs.map((_, client) => held.findIndex((all) => all.some((key) => key.order === order[client]))),
    promoted: preferences.map(
      (own, client) => own.length === 0 || (asked[client] ?? 0) > own.length || isOut(held, order[client]),
    ),
    last: held.map((all, vacancy) => all.length === market.seats[vacancy] && all.at(-1)),
  };
}

const isOut = (held: readonly Key[][], order: number | undefined): boolean => !held.flat().some((key) => key.order === order);

describe("placements first", () => {
  it("places whom the plain order leaves out, where the band allows it", () => {
    expect(place(crowded, { placementsFirst: false })).toEqual([0, -1]);
    expect(place(crowded)).toEqual([1, 0]);
    const { cutoffs } = deferredAcceptance(toLists(crowded), toPriorities(crowded), placementsFirst);
    expect(readKey(cutoffs[0] ?? 0, 2, placementsFirst)).toEqual({ band: 0, promoted: true, order: 1 });
    expect(readKey(cutoffs[1] ?? 0, 2, placementsFirst)).toEqual({ band: 0, promoted: false, order: 0 });
  });

  it("does not put a promoted client before a higher band", () => {
    const higher = crowded.pairs.map((own) => own.map((pair) => ({ ...pair })));
    const market = { ...crowded, pairs: [higher[0] ?? [], [{ vacancy: 0, points: 4 }]] };
    expect(place(market)).toEqual([0, -1]);
  });

  it("lets a client gain by a shorter list: the promise that it costs", () => {
    const liar = { ...crowded, pairs: [[{ vacancy: 0, points: 9 }], [{ vacancy: 0, points: 9 }]] };
    expect(place(crowded)[0]).toBe(1);
    expect(place(liar)[0]).toBe(0);
  });

  it("is deferred acceptance with every list gone through twice, the second time before the others of the same band", () => {
    let promoted = 0;
    fc.assert(
      fc.property(smallMarket, (market) => {
        const found = deferredAcceptance(toLists(market), toPriorities(market), placementsFirst);
        const expected = byListsTwice(market);
        expect([...found.assignment]).toEqual(expected.placement);
        expect([...found.promoted]).toEqual(expected.promoted.map(Number));
        const last = [...found.cutoffs].map((key) => key !== seatsLeft && readKey(key, market.pairs.length, placementsFirst));
        expect(last).toEqual(expected.last);
        promoted += expected.placement.filter((at, client) => at !== -1 && expected.promoted[client]).length;
      }),
      runs(5000),
    );
    // Markets in which nobody who was promoted is placed would prove little.
    expect(promoted).toBeGreaterThan(often(500));
  });

  it("keeps to lists and seats, and leaves no pair that blocks by band", () => {
    fc.assert(
      fc.property(smallMarket, (market) => {
        const placement = place(market);
        expect(isAllowed(market, placement)).toBe(true);
        expect(blockingPairsIn(market, placement, byBand)).toBe(0);
        expect(countBlockingPairs(toLists(market), toPriorities(market), Int32Array.from(placement)).byBand).toBe(0);
      }),
      runs(5000),
    );
  });

  it("places at least two thirds of the most that any assignment without such a pair places", () => {
    fc.assert(
      fc.property(smallMarket, (market) => {
        const stable = everyAssignment(market).filter((placement) => blockingPairsIn(market, placement, byBand) === 0);
        expect(3 * placedIn(place(market))).toBeGreaterThanOrEqual(2 * Math.max(...stable.map(placedIn)));
      }),
      runs(5000),
    );
  });
});
