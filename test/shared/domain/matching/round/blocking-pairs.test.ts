import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBlockingPairs } from "../../../../../shared/domain/matching/round/blocking-pairs.ts";
import { runs } from "../../../../builders/runs.ts";
import {
  blockingPairsIn,
  byBand,
  byPriority,
  everyAssignment,
  type SmallMarket,
  smallMarket,
  toLists,
  toPriorities,
} from "./arbitrary-market.ts";

const count = (market: SmallMarket, placement: readonly number[]) =>
  countBlockingPairs(toLists(market), toPriorities(market), Int32Array.from(placement));

describe("blocking pairs", () => {
  const market: SmallMarket = {
    seats: [1, 1],
    pairs: [
      [
        { vacancy: 0, points: 9 },
        { vacancy: 1, points: 6 },
      ],
      [{ vacancy: 0, points: 7 }],
      [{ vacancy: 0, points: 3 }],
    ],
    mostPoints: 10,
    bands: [5],
    waitingSince: [0, 1, 2],
    lottery: [0, 0, 0],
  };

  it("are those who would both rather have each other, by the whole priority or by the band", () => {
    expect(count(market, [0, -1, -1])).toEqual({ strict: 0, byBand: 0 });
    // The first client waits longer than the second one, who sits in the same band.
    expect(count(market, [1, 0, -1])).toEqual({ strict: 1, byBand: 0 });
    // Both are of a higher band than the third.
    expect(count(market, [1, -1, 0])).toEqual({ strict: 2, byBand: 2 });
    // An empty seat is better than nobody: to everyone who has it on the list and nothing better.
    expect(count(market, [1, -1, -1])).toEqual({ strict: 3, byBand: 3 });
    expect(count(market, [-1, -1, -1])).toEqual({ strict: 4, byBand: 4 });
  });

  it("cannot be counted for a client who was placed off its list", () => {
    expect(() => count(market, [0, 1, -1])).toThrow(new RangeError("client 1 was placed off its list"));
  });

  it("are as many as a look at every pair finds, whatever the assignment", () => {
    fc.assert(
      fc.property(smallMarket, fc.nat(), (some, dice) => {
        const every = everyAssignment(some);
        const placement = every[dice % every.length] ?? [];
        expect(count(some, placement)).toEqual({
          strict: blockingPairsIn(some, placement, byPriority),
          byBand: blockingPairsIn(some, placement, byBand),
        });
      }),
      runs(5000),
    );
  });
});
