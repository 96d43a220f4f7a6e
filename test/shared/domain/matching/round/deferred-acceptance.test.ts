import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferredAcceptance, readKey, seatsLeft } from "../../../../../shared/domain/matching/round/deferred-acceptance.ts";
import { isWhole, runs } from "../../../../builders/runs.ts";
import {
  blockingPairsIn,
  byPreference,
  byPriority,
  choiceOf,
  claimOf,
  everyAssignment,
  isAllowed,
  type Placement,
  renumber,
  type SmallMarket,
  smallMarket,
  toLists,
  toPriorities,
  withOrder,
} from "./arbitrary-market.ts";

const plain = { placementsFirst: false };
const single = { mostPoints: 10, bands: [5] };

const place = (market: SmallMarket): Placement => [
  ...deferredAcceptance(toLists(market), toPriorities(market), plain).assignment,
];

/** The best that each client gets in any stable assignment; one assignment gives it to all of them at once. */
function bestStable(market: SmallMarket): Placement | undefined {
  const stable = everyAssignment(market).filter((placement) => blockingPairsIn(market, placement, byPriority) === 0);
  const choices = (placement: Placement) => placement.map((at, client) => choiceOf(market, client, at));
  const best = stable.map(choices).reduce((a, b) => a.map((choice, client) => Math.min(choice, b[client] ?? 0)));
  return stable.find((placement) => choices(placement).every((choice, client) => choice === best[client]));
}

describe("deferred acceptance", () => {
  it("lets a higher band go first, then a longer wait, then the lottery", () => {
    const market = { ...single, seats: [1], lottery: [2, 1, 0] };
    const all = (...points: number[]) => points.map((some) => [{ vacancy: 0, points: some }]);
    expect(place({ ...market, pairs: all(4, 5, 4), waitingSince: [0, 9, 9] })).toEqual([-1, 0, -1]);
    expect(place({ ...market, pairs: all(5, 9, 9), waitingSince: [8, 9, 9] })).toEqual([0, -1, -1]);
    expect(place({ ...market, pairs: all(5, 9, 6), waitingSince: [9, 9, 9] })).toEqual([-1, -1, 0]);
  });

  it("sends on whoever is displaced, and whoever that displaces", () => {
    const market: SmallMarket = {
      ...single,
      seats: [1, 1, 2],
      // The first client leaves vacancy 0 to the second one's higher band, and the third leaves vacancy 1 to the first.
      pairs: [
        [
          { vacancy: 0, points: 4 },
          { vacancy: 1, points: 3 },
        ],
        [{ vacancy: 0, points: 5 }],
        [
          { vacancy: 1, points: 4 },
          { vacancy: 2, points: 1 },
        ],
      ],
      waitingSince: [1, 2, 3],
      lottery: [0, 0, 0],
    };
    const { assignment, cutoffs } = deferredAcceptance(toLists(market), toPriorities(market), plain);
    expect([...assignment]).toEqual([1, 0, 2]);
    expect([...cutoffs].map((key) => (key === seatsLeft ? "seats left" : readKey(key, 3, plain)))).toEqual([
      { band: 0, promoted: false, order: 1 },
      { band: 1, promoted: false, order: 0 },
      "seats left",
    ]);
  });

  it("refuses more clients than the keys have room for, and half as many with placements first", () => {
    const market = (clients: number) => ({
      ...toLists({ ...single, seats: [], pairs: [], waitingSince: [], lottery: [] }),
      clients,
    });
    const priorities = { bandOfPoints: new Uint8Array(), bands: 8, order: new Int32Array() };
    expect(() => deferredAcceptance(market(2 ** 28), priorities, plain)).toThrow(RangeError);
    expect(() => deferredAcceptance(market(2 ** 27), priorities, { placementsFirst: true })).toThrow(RangeError);
  });

  it.runIf(isWhole)(
    "keeps to lists and seats, leaves no blocking pair, and is best for every client among all that leave none",
    () => {
      fc.assert(
        fc.property(smallMarket, (market) => {
          const placement = place(market);
          expect(isAllowed(market, placement)).toBe(true);
          expect(blockingPairsIn(market, placement, byPriority)).toBe(0);
          expect(placement).toEqual(bestStable(market));
        }),
        runs(5000),
      );
    },
  );

  it("names the last one admitted to each vacancy that is full", () => {
    fc.assert(
      fc.property(smallMarket, (market) => {
        const { assignment, cutoffs } = deferredAcceptance(toLists(market), toPriorities(market), plain);
        const { order } = toPriorities(market);
        market.seats.forEach((many, vacancy) => {
          const held = [...assignment.keys()].filter((client) => assignment[client] === vacancy);
          const last = held.toSorted((a, b) => byPriority(claimOf(market, b, vacancy), claimOf(market, a, vacancy)))[0] ?? -1;
          const expected = { band: claimOf(market, last, vacancy).band, promoted: false, order: order[last] };
          const cutoff = cutoffs[vacancy] ?? 0;
          if (held.length < many) expect(cutoff).toBe(seatsLeft);
          else expect(readKey(cutoff, order.length, plain)).toEqual(expected);
        });
      }),
      runs(5000),
    );
  });

  it("gives no client more for another order of its list, or for a shorter one", () => {
    const lying = smallMarket.chain((market) => {
      const liars = market.pairs.map((own, client) =>
        fc.record({ market: fc.constant(market), client: fc.constant(client), said: fc.shuffledSubarray([...own]) }),
      );
      return fc.oneof(...liars);
    });
    fc.assert(
      fc.property(lying, ({ market, client, said }) => {
        const pairs = market.pairs.map((own, at) => (at === client ? said : own.toSorted(byPreference)));
        const lists = toLists({ ...market, pairs }, { inOrder: true });
        const lied = deferredAcceptance(lists, toPriorities(market), plain).assignment[client] ?? -1;
        const honest = place(market)[client] ?? -1;
        expect(choiceOf(market, client, lied)).toBeGreaterThanOrEqual(choiceOf(market, client, honest));
      }),
      runs(10_000),
    );
  });

  it("never lets a client lose by having waited longer", () => {
    fc.assert(
      fc.property(smallMarket, fc.nat(6), fc.integer({ min: 1, max: 3 }), (market, some, days) => {
        const client = some % market.pairs.length;
        const waitingSince = market.waitingSince.map((day, at) => (at === client ? day - days : day));
        const before = place(market)[client] ?? -1;
        const after = place({ ...market, waitingSince })[client] ?? -1;
        expect(choiceOf(market, client, after)).toBeLessThanOrEqual(choiceOf(market, client, before));
      }),
      runs(5000),
    );
  });

  it("never lets a client lose by one more seat anywhere", () => {
    fc.assert(
      fc.property(smallMarket, fc.nat(4), (market, some) => {
        const seats = market.seats.map((many, vacancy) => (vacancy === some % market.seats.length ? many + 1 : many));
        const before = place(market);
        const after = place({ ...market, seats });
        before.forEach((at, client) => {
          expect(choiceOf(market, client, after[client] ?? -1)).toBeLessThanOrEqual(choiceOf(market, client, at));
        });
      }),
      runs(5000),
    );
  });

  it.each([plain, { placementsFirst: true }])("does not depend on the order of the clients, with %o", (how) => {
    fc.assert(
      fc.property(withOrder(smallMarket), ({ market, order }) => {
        const other = renumber(market, order);
        const before = deferredAcceptance(toLists(market), toPriorities(market), how);
        const after = deferredAcceptance(toLists(other), toPriorities(other), how);
        expect([...after.assignment]).toEqual(order.map((client) => before.assignment[client]));
        expect(after.cutoffs).toEqual(before.cutoffs);
      }),
      runs(5000),
    );
  });
});
