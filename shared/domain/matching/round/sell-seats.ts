/** The bidding of an auction: who gets a seat, and what the seats cost in the end. See `auction.ts`. */
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { seatRow } from "./seating.ts";

export type SoldSeats = {
  readonly assignment: Assignment;
  readonly prices: Int32Array;
  /** The greatest step of a bid. */
  readonly step: number;
};

/** Once an auction hurries, a vacancy's step doubles with every so many bids for each seat. */
const bidsOfStep = 32;

/**
 * What each client looked at last: a row of the best edges of the own list, so that most bids need not read the list again.
 * First how many they are; then what none of the others costs less than, which holds for good, as prices only rise.
 */
const rowLength = 12;
const bestKept = rowLength - 2;
const count = 0;
const bar = 1;
const best = 2;

/**
 * Sells the seats, starting from no prices. After `calmBids` bids it hurries.
 *
 * Values are counted downwards here, as edges are: what a client lacks to `mostPoints`, with the price added. So the least is
 * best, staying out costs `mostPoints`, and a list can be left where what is lacking alone is too much.
 */
export function sellSeats(lists: PreferenceLists, calmBids: number): SoldSeats {
  const { clients, vacancies, start, vacancyBits, mostPoints } = lists;
  const mask = (1 << vacancyBits) - 1;
  const root = seatRow(lists);
  // The accepted bids and who made them, each vacancy's a heap with the lowest on top.
  const bids = new Int32Array(root[vacancies] ?? 0);
  const bidders = new Int32Array(root[vacancies] ?? 0);
  const filled = new Int32Array(vacancies);
  const prices = new Int32Array(vacancies);
  const assignment: Assignment = new Int32Array(clients).fill(unplaced);
  const steps = new Int32Array(vacancies).fill(1);
  const hurried = new Int32Array(vacancies);
  let greatestStep = 1;
  const rows = new Uint32Array(clients * rowLength);
  const costs = new Int32Array(bestKept + 1);

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
    const row = client * rowLength;
    let least = mostPoints;
    let second = mostPoints;
    let choice = 0;
    for (let again = false; ; again = true) {
      const end = row + best + (rows[row + count] ?? 0);
      for (let at = row + best; at < end; at++) {
        const edge = rows[at] ?? 0;
        const cost = (edge >>> vacancyBits) + (prices[edge & mask] ?? 0);
        if (cost >= second) continue;
        if (cost < least) {
          second = least;
          least = cost;
          choice = edge;
        } else {
          second = cost;
        }
      }
      // Nobody's row is filled at first, and its bar is 0.
      if (again || second <= (rows[row + bar] ?? 0)) break;
      keepBest(lists, prices, client, rows, costs);
      least = mostPoints;
      second = mostPoints;
    }
    // Prices only rise: whom nothing is worth its price now stays out for good.
    if (least === mostPoints) continue;
    const vacancy = choice & mask;
    const step = steps[vacancy] ?? 1;
    // Up to the second choice, by a step at least; but never more than the vacancy is worth.
    const bid = (prices[vacancy] ?? 0) + Math.min(Math.max(second - least, step), mostPoints - least);
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
    greatestStep = Math.max(greatestStep, 2 * step);
  }
  return { assignment, prices, step: greatestStep };
}

/** Fills a client's row with the edges that cost least now, the cheapest first, and sets its bar. */
function keepBest(
  { start, edges, vacancyBits, mostPoints }: PreferenceLists,
  prices: Int32Array,
  client: number,
  rows: Uint32Array,
  costs: Int32Array,
): void {
  const mask = (1 << vacancyBits) - 1;
  const row = client * rowLength;
  const end = start[client + 1] ?? 0;
  // Sorted in while they are read, and one more than is kept: the cost of that one is the bar.
  let found = 0;
  let most = mostPoints;
  for (let at = start[client] ?? 0; at < end; at++) {
    const edge = edges[at] ?? 0;
    const below = edge >>> vacancyBits;
    if (below >= most) break;
    const cost = below + (prices[edge & mask] ?? 0);
    if (cost >= most) continue;
    let to = found > bestKept ? bestKept : found++;
    for (; to > 0 && (costs[to - 1] ?? 0) > cost; to--) {
      costs[to] = costs[to - 1] ?? 0;
      if (to < bestKept) rows[row + best + to] = rows[row + best + to - 1] ?? 0;
    }
    costs[to] = cost;
    if (to < bestKept) rows[row + best + to] = edge;
    if (found > bestKept) most = costs[bestKept] ?? 0;
  }
  rows[row + count] = Math.min(found, bestKept);
  rows[row + bar] = most;
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
