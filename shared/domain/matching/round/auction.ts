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
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { seatRow } from "./seating.ts";

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
  /** Whether the result must be a proven optimum. Needs twice the memory of the edges again, and time; meant for small markets. */
  readonly exact: boolean;
  /**
   * After so many bids an auction hurries: where a vacancy still draws many, its step doubles again and again. Only markets
   * with hardly any differences in points last so long. An exact auction never hurries.
   */
  readonly calmBids?: number;
};

/** At two million a normal national round has ended, and one where all points are equal has lost under a second. */
const defaultCalmBids = 2_000_000;
/** In a hurry a vacancy's step doubles with every so many bids for each seat. */
const bidsOfStep = 32;

/** Auctions the seats of a market. */
export function auction(lists: PreferenceLists, options: AuctionOptions): Auction {
  const calmBids = options.exact ? Number.POSITIVE_INFINITY : (options.calmBids ?? defaultCalmBids);
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

/** The points of all who were placed. Throws a `RangeError` where a client was placed off the own list. */
export function sumOfPoints({ clients, start, edges, vacancyBits, mostPoints }: PreferenceLists, assignment: Assignment): number {
  const mask = (1 << vacancyBits) - 1;
  let points = 0;
  for (let client = 0; client < clients; client++) {
    const own = assignment[client] ?? unplaced;
    if (own === unplaced) continue;
    const end = start[client + 1] ?? 0;
    let at = start[client] ?? 0;
    while (at < end && ((edges[at] ?? 0) & mask) !== own) at++;
    if (at === end) throw new RangeError(`client ${client} was placed off the own list`);
    points += mostPoints - ((edges[at] ?? 0) >>> vacancyBits);
  }
  return points;
}

type Sold = { readonly assignment: Assignment; readonly prices: Int32Array; readonly step: number };

/**
 * Values are counted downwards here, as edges are: what a client lacks to `mostPoints`, with the price added. So the least is
 * best, staying out costs `mostPoints`, and a list can be left where what is lacking alone exceeds the second choice.
 */
function sellSeats(lists: PreferenceLists, calmBids: number): Sold {
  const { clients, vacancies, start, edges, vacancyBits, mostPoints } = lists;
  const mask = (1 << vacancyBits) - 1;
  const root = seatRow(lists);
  // The accepted bids and who made them, each vacancy's a heap with the lowest on top.
  const bids = new Int32Array(root[vacancies] ?? 0);
  const bidders = new Int32Array(root[vacancies] ?? 0);
  const filled = new Int32Array(vacancies);
  const prices = new Int32Array(vacancies);
  const steps = new Int32Array(vacancies).fill(1);
  const hurried = new Int32Array(vacancies);
  const assignment: Assignment = new Int32Array(clients).fill(unplaced);
  let greatestStep = 1;

  // Who bids next: a ring, so that those who were outbid wait until everyone else has bid. It saves more than half the bids.
  const queue = new Int32Array(clients + 1);
  let head = 0;
  let tail = 0;
  for (let client = 0; client < clients; client++) {
    if (start[client] !== start[client + 1]) queue[tail++] = client;
  }

  for (let made = 0; head !== tail; made++) {
    const client = queue[head] ?? 0;
    head = head === clients ? 0 : head + 1;
    let least = mostPoints;
    let second = mostPoints;
    let choice = 0;
    const end = start[client + 1] ?? 0;
    for (let at = start[client] ?? 0; at < end; at++) {
      const edge = edges[at] ?? 0;
      const below = edge >>> vacancyBits;
      if (below >= second) break;
      const cost = below + (prices[edge & mask] ?? 0);
      if (cost >= second) continue;
      if (cost < least) {
        second = least;
        least = cost;
        choice = edge;
      } else {
        second = cost;
      }
    }
    // Prices only rise: whom nothing is worth its price now stays out for good.
    if (least === mostPoints) continue;
    const vacancy = choice & mask;
    const step = steps[vacancy] ?? 1;
    const price = prices[vacancy] ?? 0;
    // Up to the second choice, by a step at least; but never more than the vacancy is worth.
    const bid = price + Math.min(Math.max(second - least, step), mostPoints - least);
    const first = root[vacancy] ?? 0;
    const many = (root[vacancy + 1] ?? 0) - first;
    const taken = filled[vacancy] ?? 0;
    assignment[client] = vacancy;
    if (taken < many) {
      filled[vacancy] = taken + 1;
      siftUp(bids, bidders, first, taken, bid, client);
      if (taken + 1 === many) prices[vacancy] = bids[first] ?? 0;
      continue;
    }
    const outbid = bidders[first] ?? 0;
    assignment[outbid] = unplaced;
    queue[tail] = outbid;
    tail = tail === clients ? 0 : tail + 1;
    siftDown(bids, bidders, first, many, bid, client);
    prices[vacancy] = bids[first] ?? 0;
    if (made < calmBids) continue;
    const since = (hurried[vacancy] ?? 0) + 1;
    hurried[vacancy] = since % (bidsOfStep * many);
    if (since < bidsOfStep * many) continue;
    steps[vacancy] = 2 * step;
    if (2 * step > greatestStep) greatestStep = 2 * step;
  }
  return { assignment, prices, step: greatestStep };
}

/** Adds a bid to a heap of `size`. */
function siftUp(bids: Int32Array, bidders: Int32Array, first: number, size: number, bid: number, client: number): void {
  let at = size;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = bids[first + above] ?? 0;
    if (other <= bid) break;
    bids[first + at] = other;
    bidders[first + at] = bidders[first + above] ?? 0;
    at = above;
  }
  bids[first + at] = bid;
  bidders[first + at] = client;
}

/** Puts a bid in the place of the lowest one of a heap of `size`. */
function siftDown(bids: Int32Array, bidders: Int32Array, first: number, size: number, bid: number, client: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    let other = bids[first + below] ?? 0;
    if (below + 1 < size) {
      const right = bids[first + below + 1] ?? 0;
      if (right < other) {
        below++;
        other = right;
      }
    }
    if (other >= bid) break;
    bids[first + at] = other;
    bidders[first + at] = bidders[first + below] ?? 0;
    at = below;
  }
  bids[first + at] = bid;
  bidders[first + at] = client;
}
