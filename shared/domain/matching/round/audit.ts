/** What every round publishes of itself: how many it placed, how many could have been, and that nobody was passed over. */
import type { MatchingWeights } from "../weights.ts";
import { auction, sumOfPoints } from "./auction.ts";
import { countBlockingPairs } from "./blocking-pairs.ts";
import { largestNumber } from "./largest-number.ts";
import { type Assignment, type PreferenceLists, unplaced } from "./preference-lists.ts";
import { inverseOf, type Priorities } from "./priority.ts";

export type Audit = {
  readonly today: string;
  /** The version of the weights. */
  readonly weights: string;
  readonly placementsFirst: boolean;
  readonly clients: number;
  /** Clients with at least one eligible vacancy. */
  readonly clientsWithChoice: number;
  readonly vacancies: number;
  readonly seats: number;
  readonly eligiblePairs: number;
  readonly placed: number;
  /** The largest number that could be placed at all; `largestProof` is a number that no placement can exceed, and equals it. */
  readonly largest: number;
  readonly largestProof: number;
  /** The sum of points of what was placed, and of the placement that the auction found for the greatest sum. */
  readonly points: number;
  readonly bestPoints: number;
  /** No placement has more points than this; `certifiedPercent` is how much of it `bestPoints` reaches. */
  readonly bestPointsBound: number;
  readonly certifiedPercent: number;
  /** Pairs who would both rather have each other, by (band, wait, lottery), and by band alone. */
  readonly blockingPairs: number;
  readonly blockingPairsByBand: number;
  /** The tenth of the clients with a choice who have waited longest. */
  readonly longestWaiting: { readonly clients: number; readonly placed: number };
};

export type Audited = {
  readonly today: string;
  readonly weights: MatchingWeights;
  readonly placementsFirst: boolean;
  readonly lists: PreferenceLists;
  readonly priorities: Priorities;
  readonly assignment: Assignment;
};

/** Examines a placement. Knows nothing of how it was found. */
export function auditOf({ today, weights, placementsFirst, lists, priorities, assignment }: Audited): Audit {
  const { clients, start } = lists;
  const best = auction(lists, { exact: false });
  const largest = largestNumber(lists);
  const blocking = countBlockingPairs(lists, priorities, assignment);
  let clientsWithChoice = 0;
  for (let client = 0; client < clients; client += 1) if (start[client] !== start[client + 1]) clientsWithChoice += 1;
  return {
    today,
    weights: weights.version,
    placementsFirst,
    clients,
    clientsWithChoice,
    vacancies: lists.vacancies,
    seats: lists.seats.reduce((sum, seats) => sum + seats, 0),
    eligiblePairs: start[clients] ?? 0,
    placed: placedOf(assignment),
    largest: largest.placed,
    largestProof: largest.cut,
    points: sumOfPoints(lists, assignment),
    bestPoints: best.points,
    bestPointsBound: best.bound,
    certifiedPercent: best.bound === 0 ? 100 : (100 * best.points) / best.bound,
    blockingPairs: blocking.strict,
    blockingPairsByBand: blocking.byBand,
    longestWaiting: longestWaitingTenth(lists, priorities, assignment, Math.ceil(clientsWithChoice / 10)),
  };
}

const placedOf = (assignment: Assignment): number => {
  let placed = 0;
  for (const vacancy of assignment) if (vacancy !== unplaced) placed += 1;
  return placed;
};

function longestWaitingTenth({ start }: PreferenceLists, { order }: Priorities, assignment: Assignment, most: number) {
  let clients = 0;
  let placed = 0;
  for (const client of inverseOf(order)) {
    if (clients === most) break;
    if (start[client] === start[client + 1]) continue;
    clients += 1;
    if (assignment[client] !== unplaced) placed += 1;
  }
  return { clients, placed };
}
