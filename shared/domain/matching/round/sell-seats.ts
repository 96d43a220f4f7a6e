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
 * What each client looked at last: a row of the best edges of its list, so that most bids need not read the list again.
 * Before them stands how many they are, behind them what none of the others costs less than, which holds for good, as prices
 * only rise.
 */
const rowLength = 12;
const bestKept = rowLength - 2;
const count = 0;
const best = 1;
const bar = rowLength - 1;

/** How many of those who bid next have their rows fetched from memory together. */
const calledTogether = 8;

/**
 * Sells the seats, starting from no prices. After `calmBids` bids it hurries.
 *
 * Values are counted downwards here, as edges are: what a client lacks to `mostPoints`, with the price added. So the least is
 * best, staying out costs `mostPoints`, and a list can be left where what is lacking alone is too much.
 */
export function sellSeats(lists: PreferenceLists, calmBids: number): SoldSeats {
  const { clients, vacancies, vacancyBits, mostPoints } = lists;
  const mask = (1 << vacancyBits) - 1;
  const root = seatRow(lists);
  // The accepted bids, each with who made it: a heap for each vacancy, the lowest on top.
  const heaps = new Int32Array(2 * (root[vacancies] ?? 0));
  const filled = new Int32Array(vacancies);
  const prices = new Int32Array(vacancies);
  const steps = new Int32Array(vacancies).fill(1);
  const hurried = new Int32Array(vacancies);
  let greatestStep = 1;

  // Only who has a list bids.
  const bidders = biddersOf(lists);
  const rows = new Uint32Array(bidders.length * rowLength);
  const costs = new Int32Array(bestKept + 1);

  // Who bids next: a ring, so that those who were outbid wait until everyone else has bid. It saves more than half the bids.
  const queue = new Int32Array(bidders.length + 1).map((_, at) => (at < bidders.length ? at : 0));
  let head = 0;
  let tail = bidders.length;
  // The next few of them, and both ends of their rows. Rows lie anywhere in memory: those of one bid after another would be
  // waited for each by itself; asked for together they come side by side, which saves a quarter of the whole time.
  const next = new Int32Array(calledTogether);
  const counts = new Int32Array(calledTogether);
  const bars = new Int32Array(calledTogether);
  let called = 0;
  let turn = 0;

  for (let made = 0; ; made++) {
    if (turn === called) {
      for (called = 0; called < calledTogether && head !== tail; called++) {
        next[called] = queue[head] ?? 0;
        head = head === bidders.length ? 0 : head + 1;
      }
      if (called === 0) break;
      for (let at = 0; at < called; at++) {
        const row = (next[at] ?? 0) * rowLength;
        counts[at] = rows[row + count] ?? 0;
        bars[at] = rows[row + bar] ?? 0;
      }
      turn = 0;
    }
    const bidder = next[turn] ?? 0;
    const row = bidder * rowLength;
    const lowestOfOthers = bars[turn] ?? 0;
    let kept = counts[turn] ?? 0;
    turn++;
    let least = mostPoints;
    let second = mostPoints;
    let choice = 0;
    for (let again = false; ; again = true) {
      const end = row + best + kept;
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
      if (again || second <= lowestOfOthers) break;
      kept = keepBest(lists, prices, bidders[bidder] ?? 0, row, rows, costs);
      least = mostPoints;
      second = mostPoints;
    }
    // Prices only rise: whom nothing is worth its price now stays out for good.
    if (least === mostPoints) continue;
    const vacancy = choice & mask;
    const price = prices[vacancy] ?? 0;
    const hurries = made >= calmBids;
    const step = hurries ? (steps[vacancy] ?? 1) : 1;
    // Up to the second choice, by a step at least; but never more than the vacancy is worth.
    const bid = price + Math.min(Math.max(second - least, step), mostPoints - least);
    const first = root[vacancy] ?? 0;
    const many = (root[vacancy + 1] ?? 0) - first;
    // A vacancy has a price once all its seats are taken.
    if (price === 0) {
      const taken = filled[vacancy] ?? 0;
      filled[vacancy] = taken + 1;
      siftUp(heaps, first, taken, bid, bidder);
      if (taken + 1 === many) prices[vacancy] = heaps[2 * first] ?? 0;
      continue;
    }
    queue[tail] = heaps[2 * first + 1] ?? 0;
    tail = tail === bidders.length ? 0 : tail + 1;
    siftDown(heaps, first, many, bid, bidder);
    prices[vacancy] = heaps[2 * first] ?? 0;
    if (!hurries) continue;
    const since = (hurried[vacancy] ?? 0) + 1;
    hurried[vacancy] = since % (bidsOfStep * many);
    if (since < bidsOfStep * many) continue;
    steps[vacancy] = 2 * step;
    greatestStep = Math.max(greatestStep, 2 * step);
  }
  const assignment: Assignment = new Int32Array(clients).fill(unplaced);
  for (let vacancy = 0; vacancy < vacancies; vacancy++) {
    const first = root[vacancy] ?? 0;
    for (let seat = first; seat < first + (filled[vacancy] ?? 0); seat++)
      assignment[bidders[heaps[2 * seat + 1] ?? 0] ?? 0] = vacancy;
  }
  return { assignment, prices, step: greatestStep };
}

function biddersOf({ clients, start }: PreferenceLists): Int32Array {
  const bidders = new Int32Array(clients);
  let many = 0;
  for (let client = 0; client < clients; client++) {
    bidders[many] = client;
    many += start[client] === start[client + 1] ? 0 : 1;
  }
  return bidders.slice(0, many);
}

/** Fills a client's row with the edges that cost least now, the cheapest first, and sets its bar. */
function keepBest(
  { start, edges, vacancyBits, mostPoints }: PreferenceLists,
  prices: Int32Array,
  client: number,
  row: number,
  rows: Uint32Array,
  costs: Int32Array,
): number {
  const mask = (1 << vacancyBits) - 1;
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
  const kept = Math.min(found, bestKept);
  rows[row + count] = kept;
  rows[row + bar] = most;
  return kept;
}

/** Adds a bid to a heap of `size`. */
function siftUp(heaps: Int32Array, first: number, size: number, bid: number, bidder: number): void {
  let at = size;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heaps[2 * (first + above)] ?? 0;
    if (other <= bid) break;
    heaps[2 * (first + at)] = other;
    heaps[2 * (first + at) + 1] = heaps[2 * (first + above) + 1] ?? 0;
    at = above;
  }
  heaps[2 * (first + at)] = bid;
  heaps[2 * (first + at) + 1] = bidder;
}

/** Puts a bid in the place of the lowest one of a heap of `size`. */
function siftDown(heaps: Int32Array, first: number, size: number, bid: number, bidder: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    let other = heaps[2 * (first + below)] ?? 0;
    if (below + 1 < size) {
      const right = heaps[2 * (first + below) + 2] ?? 0;
      if (right < other) {
        below++;
        other = right;
      }
    }
    if (other >= bid) break;
    heaps[2 * (first + at)] = other;
    heaps[2 * (first + at) + 1] = heaps[2 * (first + below) + 1] ?? 0;
    at = below;
  }
  heaps[2 * (first + at)] = bid;
  heaps[2 * (first + at) + 1] = bidder;
}
