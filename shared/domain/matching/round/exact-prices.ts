/**
 * Makes the result of an auction exact. After an auction with a step of one point, some clients have one point less than they
 * could have at these prices. For each such client either a chain of moves at equal points puts the client where the most
 * remains, or the prices in reach of such a chain are off by one point: out-of-kilter steps (Fulkerson 1961), where one search
 * breadth first decides.
 *
 * A pair is tight where what remains above the price is the most that remains to the client anywhere. Chains run along tight
 * pairs: a client moves to a tight vacancy, one who holds a seat there moves on, and so forth.
 */
import { type ListsByVacancy, turnRound } from "./lists-by-vacancy.ts";
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { giveBack, type Seating, seatClients, sit, takeSeat } from "./seating.ts";

type Market = Seating & {
  readonly lists: PreferenceLists;
  readonly turned: ListsByVacancy;
  readonly prices: Int32Array;
  /** The most that remains to each client above a price. */
  readonly profit: Int32Array;
  /** What the last search reached, in this order, and how many; whether it did, by the number of the search. */
  readonly reachedClients: Int32Array;
  readonly reachedVacancies: Int32Array;
  readonly clientSeen: Int32Array;
  readonly vacancySeen: Int32Array;
  readonly reached: { clients: number; vacancies: number; search: number };
  /** Going forward: who would move to a vacancy. */
  readonly mover: Int32Array;
  /** Going backward: who would leave a vacancy, and where a client would move. */
  readonly leaver: Int32Array;
  readonly goal: Int32Array;
};

/**
 * How a search ended: with a chain that comes round to where it began, with one whose other end is that client or vacancy, or
 * with none.
 */
type Found = { readonly end: "NONE" | "ROUND" | "CLIENT" | "VACANCY"; readonly at: number };
const nobody = -1;

/**
 * Changes an assignment and prices, both in place, until everyone has the most that remains at these prices; then the points
 * equal the bound of the prices, which proves both. Expects what an auction leaves: whole prices, none where a seat is left;
 * whoever has no place as well off as anywhere, whoever has one at most one point short.
 */
export function settlePrices(lists: PreferenceLists, assignment: Assignment, prices: Int32Array): void {
  const market = openMarket(lists, assignment, prices);
  for (let client = 0; client < lists.clients; client++) {
    const own = assignment[client] ?? unplaced;
    if (own !== unplaced && isShort(market, client, own)) settle(market, client, own);
  }
}

/**
 * Settles one client who is a point short. Where a chain leads out of the market and another one into the seat that is left,
 * both are needed; where one of them is missing, a change of prices by one point is enough.
 */
function settle(market: Market, client: number, own: number): void {
  const seat = market.seatOf[client] ?? 0;
  const out = searchForward(market, client, own);
  if (out.end === "NONE") {
    changePrices(market, 1);
    return;
  }
  if (out.end === "ROUND") {
    moveTowards(market, client, own, seat);
    return;
  }
  const into = searchBackward(market, own, client);
  if (into.end === "NONE") {
    changePrices(market, -1);
    return;
  }
  if (into.end === "ROUND") {
    moveOnwards(market, client, own, seat);
    return;
  }
  leadOut(market, client, out);
  leadInto(market, own, seat);
}

/** Moves a client and whoever stands in the way, until one takes a free seat or stays out. */
function leadOut(market: Market, client: number, { end, at }: Found): void {
  if (end === "VACANCY") {
    moveTowards(market, client, at, takeSeat(market, at));
    return;
  }
  const left = market.assignment[at] ?? unplaced;
  market.assignment[at] = unplaced;
  if (at !== client) moveTowards(market, client, left, market.seatOf[at] ?? 0);
}

/** Fills a seat that was left, or sees to it that the seat left in the end costs nothing. */
function leadInto(market: Market, own: number, seat: number): void {
  let into = searchBackward(market, own, nobody);
  // A way in was there before others moved out, so there is one now; a price that falls to 0 would be one too.
  while (into.end === "NONE") {
    changePrices(market, -1);
    into = searchBackward(market, own, nobody);
  }
  if (into.end === "CLIENT") {
    moveOnwards(market, into.at, own, seat);
  } else if (into.at === own) {
    giveBack(market, own, seat);
  } else {
    const leaver = market.leaver[into.at] ?? 0;
    const left = market.seatOf[leaver] ?? 0;
    moveOnwards(market, leaver, own, seat);
    giveBack(market, into.at, left);
  }
}

function openMarket(lists: PreferenceLists, assignment: Assignment, prices: Int32Array): Market {
  const { clients, vacancies } = lists;
  return {
    ...seatClients(lists, assignment),
    lists,
    turned: turnRound(lists),
    prices,
    profit: Int32Array.from({ length: clients }, (_, client) => profitOf(lists, prices, client)),
    reachedClients: new Int32Array(clients),
    reachedVacancies: new Int32Array(vacancies),
    clientSeen: new Int32Array(clients),
    vacancySeen: new Int32Array(vacancies),
    reached: { clients: 0, vacancies: 0, search: 0 },
    mover: new Int32Array(vacancies),
    leaver: new Int32Array(vacancies),
    goal: new Int32Array(clients),
  };
}

/** The most that remains to a client above a price, 0 where it is best to stay out. */
function profitOf({ start, edges, vacancyBits, mostPoints }: PreferenceLists, prices: Int32Array, client: number): number {
  const mask = (1 << vacancyBits) - 1;
  const end = start[client + 1] ?? 0;
  let most = 0;
  for (let at = start[client] ?? 0; at < end; at++) {
    const edge = edges[at] ?? 0;
    most = Math.max(most, mostPoints - (edge >>> vacancyBits) - (prices[edge & mask] ?? 0));
  }
  return most;
}

function isShort({ lists, prices, profit }: Market, client: number, own: number): boolean {
  const { start, edges, vacancyBits, mostPoints } = lists;
  const mask = (1 << vacancyBits) - 1;
  let at = start[client] ?? 0;
  while (((edges[at] ?? 0) & mask) !== own) at++;
  return mostPoints - ((edges[at] ?? 0) >>> vacancyBits) - (prices[own] ?? 0) < (profit[client] ?? 0);
}

/** Searches from a client along tight pairs: to its own seat, to someone to whom nothing remains, or to a free seat. */
function searchForward(market: Market, client: number, own: number): Found {
  const { lists, prices, profit, root, holder, filled, reachedClients, reachedVacancies, vacancySeen, mover, reached } = market;
  const { seats, start, edges, vacancyBits, mostPoints } = lists;
  const mask = (1 << vacancyBits) - 1;
  const search = beginSearch(reached);
  reachedClients[reached.clients++] = client;
  for (let head = 0; head < reached.clients; head++) {
    const reader = reachedClients[head] ?? 0;
    const most = profit[reader] ?? 0;
    if (most === 0) return { end: "CLIENT", at: reader };
    const end = start[reader + 1] ?? 0;
    for (let at = start[reader] ?? 0; at < end; at++) {
      const edge = edges[at] ?? 0;
      const vacancy = edge & mask;
      const points = mostPoints - (edge >>> vacancyBits);
      if (points < most) break;
      if (points - (prices[vacancy] ?? 0) !== most || vacancySeen[vacancy] === search) continue;
      vacancySeen[vacancy] = search;
      mover[vacancy] = reader;
      if (vacancy === own) return { end: "ROUND", at: client };
      const taken = filled[vacancy] ?? 0;
      if (taken < (seats[vacancy] ?? 0)) return { end: "VACANCY", at: vacancy };
      reachedVacancies[reached.vacancies++] = vacancy;
      const first = root[vacancy] ?? 0;
      for (let seat = first; seat < first + taken; seat++) reachedClients[reached.clients++] = holder[seat] ?? 0;
    }
  }
  return { end: "NONE", at: nobody };
}

/** Searches back from a seat along tight pairs: to `client`, to someone without a place, or to a vacancy that costs nothing. */
function searchBackward(market: Market, own: number, client: number): Found {
  const { turned, assignment, prices, profit, reachedClients, reachedVacancies, clientSeen, vacancySeen, reached } = market;
  const { start, pairs, pointBits } = turned;
  const pointMask = (1 << pointBits) - 1;
  const search = beginSearch(reached);
  vacancySeen[own] = search;
  reachedVacancies[reached.vacancies++] = own;
  for (let head = 0; head < reached.vacancies; head++) {
    const vacancy = reachedVacancies[head] ?? 0;
    const price = prices[vacancy] ?? 0;
    if (price === 0) return { end: "VACANCY", at: vacancy };
    const end = start[vacancy + 1] ?? 0;
    for (let at = start[vacancy] ?? 0; at < end; at++) {
      const pair = pairs[at] ?? 0;
      const reader = pair >>> pointBits;
      if ((pair & pointMask) - price !== profit[reader] || clientSeen[reader] === search) continue;
      clientSeen[reader] = search;
      market.goal[reader] = vacancy;
      reachedClients[reached.clients++] = reader;
      if (reader === client) return { end: "ROUND", at: client };
      const from = assignment[reader] ?? unplaced;
      if (from === unplaced) return { end: "CLIENT", at: reader };
      if (vacancySeen[from] === search) continue;
      vacancySeen[from] = search;
      market.leaver[from] = reader;
      reachedVacancies[reached.vacancies++] = from;
    }
  }
  return { end: "NONE", at: nobody };
}

function beginSearch(reached: Market["reached"]): number {
  reached.clients = 0;
  reached.vacancies = 0;
  reached.search++;
  return reached.search;
}

/** Nothing leads out of what was reached: there a point more or less on every price takes it from or gives it to the clients. */
function changePrices({ prices, profit, reachedClients, reachedVacancies, reached }: Market, by: 1 | -1): void {
  for (let at = 0; at < reached.vacancies; at++) {
    const vacancy = reachedVacancies[at] ?? 0;
    prices[vacancy] = (prices[vacancy] ?? 0) + by;
  }
  for (let at = 0; at < reached.clients; at++) {
    const client = reachedClients[at] ?? 0;
    profit[client] = (profit[client] ?? 0) - by;
  }
}

/** Moves the clients of a chain found forward, the last one first into `seat` and each into the one just left. */
function moveTowards(market: Market, first: number, vacancy: number, seat: number): void {
  const { assignment, seatOf, mover } = market;
  let [to, free] = [vacancy, seat];
  for (;;) {
    const moved = mover[to] ?? 0;
    const [from, left] = [assignment[moved] ?? unplaced, seatOf[moved] ?? 0];
    sit(market, moved, to, free);
    if (moved === first) return;
    [to, free] = [from, left];
  }
}

/** Moves the clients of a chain found backward, the first one first; each takes the seat of the next, the last one `seat`. */
function moveOnwards(market: Market, first: number, vacancy: number, seat: number): void {
  const { seatOf, leaver, goal } = market;
  let moved = first;
  for (let to = goal[moved] ?? 0; to !== vacancy; to = goal[moved] ?? 0) {
    const next = leaver[to] ?? 0;
    sit(market, moved, to, seatOf[next] ?? 0);
    moved = next;
  }
  sit(market, moved, vacancy, seat);
}
