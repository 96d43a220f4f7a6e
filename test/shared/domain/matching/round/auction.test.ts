import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Auction,
  type AuctionOptions,
  auction,
  boundOfPrices,
  sumOfPoints,
} from "../../../../../shared/domain/matching/round/auction.ts";
import { turnRound } from "../../../../../shared/domain/matching/round/lists-by-vacancy.ts";
import { runs } from "../../../../builders/runs.ts";
import {
  crowdedMarket,
  everyAssignment,
  isAllowed,
  placedIn,
  pointsIn,
  type SmallMarket,
  smallMarket,
  toLists,
  wideMarket,
} from "./arbitrary-market.ts";

const sell = (market: SmallMarket, options: AuctionOptions): Auction => auction(toLists(market), options);
const quick = { exact: false };
const exact = { exact: true };

const optimum = (market: SmallMarket): number =>
  everyAssignment(market).reduce((most, placement) => Math.max(most, pointsIn(market, placement)), 0);

/** What must hold of every auction, by its own figures. */
function expectSound(market: SmallMarket, { assignment, points, bound, prices, step }: Auction): void {
  const placement = [...assignment];
  expect(isAllowed(market, placement)).toBe(true);
  expect(points).toBe(pointsIn(market, placement));
  expect(bound).toBe(boundOfPrices(toLists(market), prices));
  expect(bound - points).toBeGreaterThanOrEqual(0);
  expect(bound - points).toBeLessThanOrEqual(step * placedIn(placement));
  market.seats.forEach((many, vacancy) => {
    expect(prices[vacancy]).toBeGreaterThanOrEqual(0);
    if (placement.filter((at) => at === vacancy).length < many) expect(prices[vacancy]).toBe(0);
  });
  // Nobody pays more than the vacancy is worth to the one who got it.
  placement.forEach((vacancy, client) => {
    const own = market.pairs[client]?.find((pair) => pair.vacancy === vacancy);
    if (own) expect(prices[vacancy]).toBeLessThanOrEqual(own.points);
  });
}

const plain = { bands: [], waitingSince: [0, 0, 0], lottery: [0, 0, 0] };

describe("an auction", () => {
  it("finds the greatest sum, not the greatest single points", () => {
    const market: SmallMarket = {
      ...plain,
      seats: [1, 1],
      pairs: [
        [
          { vacancy: 0, points: 90 },
          { vacancy: 1, points: 80 },
        ],
        [{ vacancy: 0, points: 85 }],
        [],
      ],
      mostPoints: 100,
    };
    // The first client would pay 10 for vacancy 0 rather than go to vacancy 1; the second one would pay more.
    const sold = sell(market, exact);
    expect([...sold.assignment]).toEqual([1, 0, -1]);
    expect(sold).toMatchObject({ points: 165, bound: 165, step: 1 });
    // What makes it so: vacancy 0 costs at least 10 more, and no more than it is worth to the second one.
    const [first = 0, second = 0] = sold.prices;
    expect(first - second).toBeGreaterThanOrEqual(10);
    expect(first).toBeLessThanOrEqual(85);
  });

  it("leaves out whoever adds least where seats are short", () => {
    const all = [30, 50, 40].map((points) => [{ vacancy: 0, points }]);
    expect(sell({ ...plain, seats: [2], pairs: all, mostPoints: 50 }, quick)).toEqual({
      assignment: Int32Array.of(-1, 0, 0),
      points: 90,
      bound: 90,
      prices: Int32Array.of(40),
      step: 1,
    });
  });

  it("ends at once where nobody has a choice", () => {
    expect(sell({ ...plain, seats: [1], pairs: [[], [], []], mostPoints: 0 }, exact)).toMatchObject({ points: 0, bound: 0 });
  });

  it("hurries where a vacancy draws bids for long, and says by how much", () => {
    const both = [1, 2, 3].map(() => [0, 1].map((vacancy) => ({ vacancy, points: 1000 })));
    const market: SmallMarket = { ...plain, seats: [1, 1], pairs: both, mostPoints: 1000 };
    expect(sell(market, { exact: false, calmBids: 10_000 }).step).toBe(1);
    const hurried = sell(market, { exact: false, calmBids: 0 });
    expect(hurried.step).toBe(32);
    expectSound(market, hurried);
    expect(sell(market, { exact: true, calmBids: 0 })).toMatchObject({ points: 2000, bound: 2000, step: 1 });
  });

  it("lets a client go to whom nothing remains once prices have changed", () => {
    // Found by chance. The first change of prices leaves client 6 with less than nothing.
    const table = [
      [0, 1, 1, 2, 3],
      [3, 2, 4, 1, 3],
      [4, 4, 0, 2, 1],
      [0, 0, 3, 3, 1],
      [4, 1, 0, 1, 0],
      [0, 0, 2, 1, 2],
      [1, 3, 2, 0, 2],
      [4, 1, 4, 0, 0],
      [4, 0, 0, 1, 3],
    ];
    const pairs = table.map((row) => row.map((points, vacancy) => ({ vacancy, points })));
    const market: SmallMarket = { ...plain, seats: [1, 1, 2, 1, 3], pairs, mostPoints: 4 };
    const sold = sell(market, exact);
    expectSound(market, sold);
    expect([sold.points, sold.bound]).toEqual([27, 27]);
  });

  it("is short of the greatest sum by a step for each client placed at most, and bounds it", () => {
    fc.assert(
      fc.property(smallMarket, fc.constantFrom(undefined, 0), (market, calmBids) => {
        const sold = sell(market, { exact: false, ...(calmBids === undefined ? {} : { calmBids }) });
        const most = optimum(market);
        expectSound(market, sold);
        if (calmBids === undefined) expect(sold.step).toBe(1);
        expect(sold.bound).toBeGreaterThanOrEqual(most);
        expect(sold.points).toBeGreaterThanOrEqual(most - placedIn(sold.assignment) * sold.step);
      }),
      runs(5000),
    );
  });

  it("finds the greatest sum itself when it must be exact", () => {
    fc.assert(
      fc.property(smallMarket, (market) => {
        const sold = sell(market, exact);
        expectSound(market, sold);
        expect([sold.points, sold.bound]).toEqual([optimum(market), optimum(market)]);
      }),
      runs(5000),
    );
  });

  it.each([
    ["crowded markets", crowdedMarket, 10_000],
    ["markets with long lists", wideMarket, 300],
  ] as const)("proves the greatest sum in %s, and comes near it when it need not be exact", (_name, markets, numRuns) => {
    fc.assert(
      fc.property(markets, (market) => {
        const [sold, best] = [sell(market, quick), sell(market, exact)];
        expectSound(market, sold);
        expectSound(market, best);
        expect(best.bound).toBe(best.points);
      }),
      runs(numRuns),
    );
  });
});

describe("lists turned round", () => {
  const market: SmallMarket = { ...plain, seats: [1], pairs: [[{ vacancy: 0, points: 4000 }], [], []], mostPoints: 4000 };

  it("hold each client's number beside the points, and refuse more clients than there is room for", () => {
    const { pairs, pointBits } = turnRound(toLists(market));
    expect([...pairs].map((pair) => [pair >>> pointBits, pair & ((1 << pointBits) - 1)])).toEqual([[0, 4000]]);
    expect(() => turnRound({ ...toLists(market), clients: 2 ** 20 + 1 })).toThrow(RangeError);
  });
});

describe("the bound of prices", () => {
  it("is never below the greatest sum, whatever the prices", () => {
    fc.assert(
      fc.property(smallMarket, fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }), (market, prices) => {
        expect(boundOfPrices(toLists(market), Int32Array.from(prices))).toBeGreaterThanOrEqual(optimum(market));
      }),
      runs(5000),
    );
  });
});

describe("the sum of points", () => {
  it("refuses a client who was placed off its list", () => {
    const market: SmallMarket = { ...plain, seats: [1, 1], pairs: [[{ vacancy: 0, points: 3 }], [], []], mostPoints: 3 };
    expect(sumOfPoints(toLists(market), Int32Array.of(0, -1, -1))).toBe(3);
    expect(() => sumOfPoints(toLists(market), Int32Array.of(1, -1, -1))).toThrow(RangeError);
  });
});
