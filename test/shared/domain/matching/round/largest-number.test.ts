import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestNumber } from "../../../../../shared/domain/matching/round/largest-number.ts";
import { runs } from "../../../../builders/runs.ts";
import { everyAssignment, isAllowed, placedIn, type SmallMarket, smallMarket, toLists, wideMarket } from "./arbitrary-market.ts";

const place = (market: SmallMarket, warm?: readonly number[]) => largestNumber(toLists(market), warm && Int32Array.from(warm));

/** Everyone could go to the vacancy of their own number, and to the next one but for the last client. */
const chain: SmallMarket = {
  seats: [1, 1, 1],
  pairs: [
    [
      { vacancy: 0, points: 5 },
      { vacancy: 1, points: 9 },
    ],
    [
      { vacancy: 1, points: 5 },
      { vacancy: 2, points: 9 },
    ],
    [{ vacancy: 2, points: 5 }],
  ],
  mostPoints: 10,
  bands: [],
  waitingSince: [0, 0, 0],
  lottery: [0, 0, 0],
};

describe("the largest number", () => {
  it("is reached by a chain of exchanges", () => {
    expect(place(chain, [1, 2, -1])).toEqual({ assignment: Int32Array.of(0, 1, 2), placed: 3, cut: 3 });
    expect(place(chain)).toEqual({ assignment: Int32Array.of(0, 1, 2), placed: 3, cut: 3 });
  });

  it("leaves out those for whom there are no seats, and proves it", () => {
    const pairs = chain.pairs.map(() => [{ vacancy: 1, points: 5 }]);
    expect(place({ ...chain, seats: [1, 2, 1], pairs })).toEqual({ assignment: Int32Array.of(1, 1, -1), placed: 2, cut: 2 });
    expect(place({ ...chain, pairs: [[], [], []] })).toMatchObject({ placed: 0, cut: 0 });
  });

  it("refuses a beginning that gives away more seats than there are", () => {
    expect(() => place(chain, [1, 1, -1])).toThrow(new RangeError("vacancy 1 has no seat left for client 1"));
  });

  it("is what trying every assignment finds, from nothing and from any of them; who was placed stays placed", () => {
    fc.assert(
      fc.property(smallMarket, fc.nat(), (market, dice) => {
        const every = everyAssignment(market);
        const most = Math.max(...every.map(placedIn));
        const begun = every[dice % every.length] ?? [];
        for (const warm of [undefined, begun]) {
          const { assignment, placed, cut } = place(market, warm);
          expect(isAllowed(market, [...assignment])).toBe(true);
          expect([placedIn(assignment), placed, cut]).toEqual([most, most, most]);
          warm?.forEach((at, client) => {
            if (at !== -1) expect(assignment[client]).not.toBe(-1);
          });
        }
      }),
      runs(5000),
    );
  });

  it("is proven by its cut in larger markets", () => {
    fc.assert(
      fc.property(wideMarket, (market) => {
        const { assignment, placed, cut } = place(market);
        expect(isAllowed(market, [...assignment])).toBe(true);
        expect([placedIn(assignment), cut]).toEqual([placed, placed]);
      }),
      runs(1000),
    );
  });
});
