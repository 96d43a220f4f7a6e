/**
 * The greatest sum of points that an assignment can have, by an auction (Bertsekas 1988): clients bid for seats with what a
 * vacancy is worth to them above their second choice, a seat goes to whoever bids more, and whoever is outbid bids again. The
 * prices at the end are a certificate: whatever the prices, no assignment has more points than `boundOfPrices`.
 *
 * It starts at price 0, and a vacancy has a price only once all its seats are taken; so no seat is left over that has a price,
 * and nothing needs to be taken back at the end. A bid goes above the second choice by one point only where the two are
 * equal, which leaves few clients with less than they could have at these prices; `exact` finds those and sets them right.
 */
import { settlePrices } from "./exact-prices.ts";
import { type Assignment, edgeTo, type PreferenceLists, pointsOfEdge, unplaced } from "./preference-lists.ts";
import { sellSeats } from "./sell-seats.ts";

export type Auction = {
  readonly assignment: Assignment;
  /** The sum of the points of all who were placed. */
  readonly points: number;
  /** No assignment has more points. Equal to `points` where the auction was exact. */
  readonly bound: number;
  /** What a seat of each vacancy costs in points; 0 where one is left. */
  readonly prices: Int32Array;
  /** The greatest step of a bid, in points: `points` is short of `bound` by no more than this for each client placed. */
  readonly step: number;
};

export type AuctionOptions = {
  /** Whether the result must be a proven optimum. Needs as much memory as the edges again. */
  readonly exact: boolean;
  /**
   * After so many bids an auction hurries: where a vacancy still draws many, its step doubles again and again. Only markets
   * with hardly any differences in points last so long. An exact auction never hurries.
   */
  readonly calmBids?: number;
};

/** Enough for any market whose points differ as points do: a national round of 270,000 clients needs half of it. */
const calmBidsFor = (clients: number): number => Math.max(1_000_000, 24 * clients);

/** Auctions the seats of a market. */
export function auction(lists: PreferenceLists, options: AuctionOptions): Auction {
  const calmBids = options.exact ? Number.POSITIVE_INFINITY : (options.calmBids ?? calmBidsFor(lists.clients));
  const sold = sellSeats(lists, calmBids);
  const { assignment, prices, step } = sold;
  if (options.exact) settlePrices(lists, assignment, prices);
  return { assignment, prices, points: sumOfPoints(lists, assignment), bound: boundOfPrices(lists, prices), step };
}

/**
 * What no assignment can exceed, whatever the prices (none negative): everything that the seats would fetch, and for each
 * client the most that remains above a price, or nothing.
 */
export function boundOfPrices(
  { clients, vacancies, seats, start, edges, vacancyBits, mostPoints }: PreferenceLists,
  prices: Int32Array,
): number {
  const mask = (1 << vacancyBits) - 1;
  let bound = 0;
  for (let vacancy = 0; vacancy < vacancies; vacancy++) bound += (seats[vacancy] ?? 0) * (prices[vacancy] ?? 0);
  for (let client = 0; client < clients; client++) {
    const end = start[client + 1] ?? 0;
    let least = mostPoints;
    for (let at = start[client] ?? 0; at < end; at++) {
      const edge = edges[at] ?? 0;
      const below = edge >>> vacancyBits;
      if (below >= least) break;
      const cost = below + (prices[edge & mask] ?? 0);
      if (cost < least) least = cost;
    }
    bound += mostPoints - least;
  }
  return bound;
}

/** The points of all who were placed. Throws a `RangeError` where a client was placed off its list. */
export function sumOfPoints(lists: PreferenceLists, assignment: Assignment): number {
  let points = 0;
  for (let client = 0; client < lists.clients; client++) {
    const own = assignment[client] ?? unplaced;
    if (own !== unplaced) points += pointsOfEdge(lists.edges[edgeTo(lists, client, own)] ?? 0, lists);
  }
  return points;
}
