/**
 * The largest number of clients that could be placed at all, whatever the points and priorities, after Hopcroft and Karp
 * (1973) with seats: each search goes out from all clients without a place at once, and every chain that reaches a free seat
 * by the fewest moves is used, as long as it has no client in common with another. The answer proves itself: nobody can place
 * more than a cut allows, and the cut returned has just that size (König 1931).
 *
 * Of the chains that meet only the first is used, and the next search finds the others: with a start as good as the auction's
 * there are few, and searching is cheaper than looking for a largest set of chains as the textbook does.
 */
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { type Seating, seatClients, sit, takeSeat } from "./seating.ts";

export type LargestNumber = {
  readonly assignment: Assignment;
  readonly placed: number;
  /**
   * Clients outside the cut and seats inside it. A client inside has all the own vacancies inside too, so each placement
   * takes up one of these clients or one of these seats: more than `cut` is impossible.
   */
  readonly cut: number;
};

/**
 * Extends an assignment, by default the empty one, to a largest one. Whoever it places stays placed, though perhaps
 * elsewhere. Throws a `RangeError` where it gives away more seats than there are.
 */
export function largestNumber(lists: PreferenceLists, warm?: Assignment): LargestNumber {
  const market = marketOf(lists, warm);
  if (!warm) placeWhereFree(market);
  for (let search = 1, found = searchFreeSeats(market); found > 0; search++, found = searchFreeSeats(market)) {
    for (let at = 0; at < found; at++) moveAlong(market, market.ends[at] ?? 0, search);
  }
  return { assignment: market.assignment, ...sizes(market) };
}

type Market = Seating & {
  readonly lists: PreferenceLists;
  /** The client who would move to a vacancy that the last search reached, or `nobody`. */
  readonly mover: Int32Array;
  /** The search in which a client moved last. */
  readonly movedIn: Int32Array;
  /** Whose lists are read, and the vacancies with a free seat that were reached. */
  readonly queue: Int32Array;
  readonly ends: Int32Array;
};
const nobody = -1;

const marketOf = (lists: PreferenceLists, warm: Assignment | undefined): Market => ({
  ...seatClients(lists, warm ? warm.slice() : new Int32Array(lists.clients).fill(unplaced)),
  lists,
  mover: new Int32Array(lists.vacancies),
  movedIn: new Int32Array(lists.clients),
  queue: new Int32Array(lists.clients),
  ends: new Int32Array(lists.vacancies),
});

const hasSeat = ({ lists, filled }: Market, vacancy: number): boolean => (filled[vacancy] ?? 0) < (lists.seats[vacancy] ?? 0);

/** Gives each client the first vacancy of the own list that has a seat left: most chains are no longer than that. */
function placeWhereFree(market: Market): void {
  const { clients, start, edges, vacancyBits } = market.lists;
  const mask = (1 << vacancyBits) - 1;
  for (let client = 0; client < clients; client++) {
    const end = start[client + 1] ?? 0;
    let at = start[client] ?? 0;
    while (at < end && !hasSeat(market, (edges[at] ?? 0) & mask)) at++;
    if (at === end) continue;
    const vacancy = (edges[at] ?? 0) & mask;
    sit(market, client, vacancy, takeSeat(market, vacancy));
  }
}

/**
 * Searches breadth first from all clients without a place, and stops at the step at which free seats are reached. Answers how
 * many vacancies with a free seat stand in `ends`; where there is none, every vacancy that can be reached is marked.
 */
function searchFreeSeats(market: Market): number {
  const { lists, assignment, root, holder, filled, mover, queue, ends } = market;
  const { clients, seats, start, edges, vacancyBits } = lists;
  const mask = (1 << vacancyBits) - 1;
  mover.fill(nobody);
  let tail = 0;
  for (let client = 0; client < clients; client++) if (assignment[client] === unplaced) queue[tail++] = client;
  let found = 0;
  for (let head = 0; head < tail && found === 0; ) {
    for (const end = tail; head < end; head++) {
      const client = queue[head] ?? 0;
      const last = start[client + 1] ?? 0;
      for (let at = start[client] ?? 0; at < last; at++) {
        const vacancy = (edges[at] ?? 0) & mask;
        if (mover[vacancy] !== nobody) continue;
        mover[vacancy] = client;
        const many = filled[vacancy] ?? 0;
        if (many < (seats[vacancy] ?? 0)) ends[found++] = vacancy;
        const first = root[vacancy] ?? 0;
        for (let seat = first; seat < first + many; seat++) queue[tail++] = holder[seat] ?? 0;
      }
    }
  }
  return found;
}

/** Moves everyone on the way to a free seat one vacancy further, unless one of them has moved in this search already. */
function moveAlong(market: Market, free: number, search: number): void {
  const { assignment, seatOf, mover, movedIn } = market;
  for (let vacancy = free; vacancy !== unplaced; ) {
    const client = mover[vacancy] ?? nobody;
    if (movedIn[client] === search) return;
    vacancy = assignment[client] ?? unplaced;
  }
  let seat = takeSeat(market, free);
  for (let vacancy = free; vacancy !== unplaced; ) {
    const client = mover[vacancy] ?? nobody;
    const left = assignment[client] ?? unplaced;
    const leftSeat = seatOf[client] ?? 0;
    movedIn[client] = search;
    sit(market, client, vacancy, seat);
    vacancy = left;
    seat = leftSeat;
  }
}

/** How many are placed, and how many the last search, which reached no free seat, proves to be the most. */
function sizes({ lists, assignment, mover }: Market): { readonly placed: number; readonly cut: number } {
  let placed = 0;
  let cut = 0;
  for (let client = 0; client < lists.clients; client++) {
    const own = assignment[client] ?? unplaced;
    if (own === unplaced) continue;
    placed++;
    if (mover[own] === nobody) cut++;
  }
  for (let vacancy = 0; vacancy < lists.vacancies; vacancy++) if (mover[vacancy] !== nobody) cut += lists.seats[vacancy] ?? 0;
  return { placed, cut };
}
