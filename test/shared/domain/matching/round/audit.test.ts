import * as fc from "fast-check";
import { expect, it } from "vitest";
import { auditOf } from "../../../../../shared/domain/matching/round/audit.ts";
import { defaultWeights } from "../../../../../shared/domain/matching/weights.ts";
import { often, runs } from "../../../../builders/runs.ts";
import {
  blockingPairsIn,
  byBand,
  byPriority,
  everyAssignment,
  placedIn,
  pointsIn,
  smallMarket,
  toLists,
  toPriorities,
} from "./arbitrary-market.ts";

it("says of any placement, stable or not, what trying every assignment finds", () => {
  let withComplaints = 0;
  fc.assert(
    fc.property(smallMarket, fc.nat(), (market, dice) => {
      const every = everyAssignment(market);
      const placement = every[dice % every.length] ?? [];
      const [lists, priorities] = [toLists(market), toPriorities(market)];
      const audit = auditOf({
        today: "2026-03-02",
        weights: defaultWeights,
        placementsFirst: false,
        lists,
        priorities,
        assignment: Int32Array.from(placement),
      });
      const most = Math.max(...every.map(placedIn));
      const choosing = [...market.pairs.keys()].filter((client) => (market.pairs[client] ?? []).length > 0);
      const longest = choosing
        .toSorted((a, b) => (priorities.order[a] ?? 0) - (priorities.order[b] ?? 0))
        .slice(0, Math.ceil(choosing.length / 10));
      expect(audit).toMatchObject({
        clients: market.pairs.length,
        clientsWithChoice: choosing.length,
        vacancies: market.seats.length,
        seats: market.seats.reduce((sum, seats) => sum + seats, 0),
        eligiblePairs: market.pairs.flat().length,
        placed: placedIn(placement),
        largest: most,
        largestProof: most,
        points: pointsIn(market, placement),
        blockingPairs: blockingPairsIn(market, placement, byPriority),
        blockingPairsByBand: blockingPairsIn(market, placement, byBand),
        longestWaiting: { clients: longest.length, placed: longest.filter((client) => placement[client] !== -1).length },
      });
      const greatest = Math.max(...every.map((item) => pointsIn(market, item)));
      expect(audit.bestPoints).toBeLessThanOrEqual(greatest);
      expect(audit.bestPointsBound).toBeGreaterThanOrEqual(greatest);
      if (audit.blockingPairs > audit.blockingPairsByBand) withComplaints += 1;
    }),
    runs(5000),
  );
  expect(withComplaints).toBeGreaterThan(often(500));
});
