/**
 * The largest number of clients that could be placed at all, whatever the points and priorities: shortest augmenting paths with
 * distance labels and gaps (Ahuja, Magnanti and Orlin 1991), on the problem of Hopcroft and Karp (1973) with seats. It holds
 * its time on markets with nearly as many seats as people who could take them, where every search for a free seat goes far.
 * The result proves itself: nobody can place more than a cut allows, and the cut returned has just that size (König 1931).
 */
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { type Seating, seatClients, sit, takeSeat } from "./seating.ts";

export type LargestNumber = {
  readonly assignment: Assignment;
  readonly placed: number;
  /**
   * Clients outside the cut and seats inside it. A client inside has all its vacancies inside too, so each placement
   * takes up one of these clients or one of these seats: more than `cut` is impossible.
   */
  readonly cut: number;
};

/**
 * Extends an assignment, by default the empty one, to a largest one. Whoever it places stays placed, though perhaps
 * elsewhere. Throws a `RangeError` where it gives away more seats than there are.
 */
export function largestNumber(lists: PreferenceLists, begun?: Assignment): LargestNumber {
  const seating = seatClients(lists, begun?.slice() ?? new Int32Array(lists.clients).fill(unplaced));
  if (!begun) placeWhereFree(lists, seating);
  const market = measure(lists, seating);
  for (let client = 0; client < lists.clients; client++) {
    if (seating.assignment[client] === unplaced) placeByExchange(market, client);
  }
  return { assignment: seating.assignment, ...sizes(market) };
}

type Market = Seating & {
  readonly lists: PreferenceLists;
  /** At least so many clients must move on before a seat of this vacancy is free; `never` where none can become free. */
  readonly distance: Int32Array;
  readonly never: number;
  /** How many vacancies are at each distance. Where none is at one, nobody gets across from further away. */
  readonly atDistance: Int32Array;
  /** The vacancies from which a free seat may still be reached, ascending, and how many they are. */
  readonly reaching: Int32Array;
  reachingCount: number;
  /** Where the search for someone who can move on has come to: the seat, and the place in its holder's list. */
  readonly nextSeat: Int32Array;
  readonly nextEdge: Int32Array;
  /** The vacancies of the chain under way. */
  readonly chain: Int32Array;
};
const fromStart = -1;

/** Gives each client the first vacancy of its list that has a seat left: most chains are no longer than that. */
function placeWhereFree(lists: PreferenceLists, seating: Seating): void {
  const { clients, seats, start, edges, vacancyBits } = lists;
  const mask = (1 << vacancyBits) - 1;
  for (let client = 0; client < clients; client++) {
    const end = start[client + 1] ?? 0;
    for (let at = start[client] ?? 0; at < end; at++) {
      const vacancy = (edges[at] ?? 0) & mask;
      if ((seating.filled[vacancy] ?? 0) === (seats[vacancy] ?? 0)) continue;
      sit(seating, client, vacancy, takeSeat(seating, vacancy));
      break;
    }
  }
}

function measure(lists: PreferenceLists, seating: Seating): Market {
  const { vacancies, seats } = lists;
  const distance = Int32Array.from(seats, (many, vacancy) => (seating.filled[vacancy] === many ? 1 : 0));
  const atDistance = new Int32Array(vacancies + 1);
  for (const far of distance) atDistance[far] = (atDistance[far] ?? 0) + 1;
  return {
    ...seating,
    lists,
    distance,
    never: vacancies + 1,
    atDistance,
    reaching: Int32Array.from(seats.keys()),
    reachingCount: vacancies,
    nextSeat: seating.root.slice(),
    nextEdge: new Int32Array(vacancies).fill(fromStart),
    chain: new Int32Array(vacancies + 1),
  };
}

/** Looks for a chain of clients who each move one vacancy nearer to a free seat, and moves them. */
function placeByExchange(market: Market, client: number): void {
  const { lists, filled, chain } = market;
  const { seats } = lists;
  for (let first = nearestChoice(market, client); first !== unplaced; first = nearestChoice(market, client)) {
    let depth = 0;
    chain[0] = first;
    while (depth >= 0) {
      const vacancy = chain[depth] ?? 0;
      if ((filled[vacancy] ?? 0) < (seats[vacancy] ?? 0)) {
        moveAlong(market, client, depth);
        return;
      }
      const nearer = findNearer(market, vacancy);
      if (nearer === unplaced) {
        setFurther(market, vacancy);
        depth--;
      } else {
        depth++;
        chain[depth] = nearer;
      }
    }
  }
}

/** The vacancy on a client's list from which a free seat is nearest; `unplaced` where none can become free. */
function nearestChoice({ lists, distance, never }: Market, client: number): number {
  const { start, edges, vacancyBits } = lists;
  const mask = (1 << vacancyBits) - 1;
  const end = start[client + 1] ?? 0;
  let nearest = never;
  let choice = unplaced;
  for (let at = start[client] ?? 0; at < end && nearest > 0; at++) {
    const vacancy = (edges[at] ?? 0) & mask;
    const far = distance[vacancy] ?? 0;
    if (far >= nearest) continue;
    nearest = far;
    choice = vacancy;
  }
  return choice;
}

/** The next vacancy to which someone could move on from here and which is one nearer to a free seat. */
function findNearer({ lists, root, holder, distance, nextSeat, nextEdge }: Market, vacancy: number): number {
  const { start, edges, vacancyBits } = lists;
  const mask = (1 << vacancyBits) - 1;
  const wanted = (distance[vacancy] ?? 0) - 1;
  const end = root[vacancy + 1] ?? 0;
  let from = nextEdge[vacancy] ?? 0;
  for (let seat = nextSeat[vacancy] ?? 0; seat < end; seat++) {
    const client = holder[seat] ?? 0;
    const last = start[client + 1] ?? 0;
    for (let at = from === fromStart ? (start[client] ?? 0) : from; at < last; at++) {
      const other = (edges[at] ?? 0) & mask;
      if (distance[other] !== wanted) continue;
      nextSeat[vacancy] = seat;
      nextEdge[vacancy] = at;
      return other;
    }
    from = fromStart;
  }
  return unplaced;
}

/** Corrects the distance of a full vacancy from which nobody can move nearer. */
function setFurther(market: Market, vacancy: number): void {
  const { lists, root, holder, distance, never, atDistance, nextSeat, nextEdge } = market;
  const { start, edges, vacancyBits } = lists;
  const mask = (1 << vacancyBits) - 1;
  const before = distance[vacancy] ?? 0;
  const first = root[vacancy] ?? 0;
  const end = root[vacancy + 1] ?? 0;
  let nearest = never;
  for (let seat = first; seat < end && nearest > before; seat++) {
    const client = holder[seat] ?? 0;
    const last = start[client + 1] ?? 0;
    for (let at = start[client] ?? 0; at < last && nearest > before; at++) {
      const other = (edges[at] ?? 0) & mask;
      if (other !== vacancy) nearest = Math.min(nearest, distance[other] ?? 0);
    }
  }
  nextSeat[vacancy] = first;
  nextEdge[vacancy] = fromStart;
  const after = Math.min(nearest + 1, never);
  distance[vacancy] = after;
  if (after < never) atDistance[after] = (atDistance[after] ?? 0) + 1;
  const left = (atDistance[before] ?? 0) - 1;
  atDistance[before] = left;
  if (left === 0) giveUpBeyond(market, before);
}

/** Nobody is at a distance any more: whoever is further away has no way to a free seat. */
function giveUpBeyond(market: Market, gap: number): void {
  const { distance, never, atDistance, reaching } = market;
  let left = 0;
  for (let at = 0; at < market.reachingCount; at++) {
    const vacancy = reaching[at] ?? 0;
    const far = distance[vacancy] ?? 0;
    if (far <= gap) reaching[left++] = vacancy;
    else if (far !== never) {
      atDistance[far] = (atDistance[far] ?? 0) - 1;
      distance[vacancy] = never;
    }
  }
  market.reachingCount = left;
}

/** Moves everyone of a chain one vacancy further, and the client to its beginning. */
function moveAlong(market: Market, client: number, depth: number): void {
  const { holder, chain, nextSeat, nextEdge } = market;
  let seat = takeSeat(market, chain[depth] ?? 0);
  for (let step = depth; step > 0; step--) {
    const from = chain[step - 1] ?? 0;
    const left = nextSeat[from] ?? 0;
    sit(market, holder[left] ?? 0, chain[step] ?? 0, seat);
    // Whoever comes to this seat comes from further away, and has nothing nearer than this vacancy.
    nextSeat[from] = left + 1;
    nextEdge[from] = fromStart;
    seat = left;
  }
  sit(market, client, chain[0] ?? 0, seat);
}

/** How many are placed, and how many the vacancies where no seat can become free prove to be the most. */
function sizes({ lists, assignment, distance, never }: Market): { readonly placed: number; readonly cut: number } {
  let placed = 0;
  let cut = 0;
  for (const own of assignment) {
    if (own === unplaced) continue;
    placed++;
    if (distance[own] !== never) cut++;
  }
  for (let vacancy = 0; vacancy < lists.vacancies; vacancy++) if (distance[vacancy] === never) cut += lists.seats[vacancy] ?? 0;
  return { placed, cut };
}
