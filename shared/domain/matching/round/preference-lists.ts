/**
 * The market of a round: who may go where, and how well. Clients and vacancies are numbers from 0; an edge is an eligible
 * pair. Vacancies are numbered in the order of their ids, so that equal points fall to the one recorded earlier.
 */

export type PreferenceLists = {
  readonly clients: number;
  readonly vacancies: number;
  /** Seats of each vacancy, 1 to 999. */
  readonly seats: Int32Array;
  /** Where each client's edges begin; `clients + 1` numbers, the last one is how many edges there are. */
  readonly start: Int32Array;
  /**
   * The edges of all clients, each client's best first: `(mostPoints - points) << vacancyBits | vacancy`. Sorted ascending
   * within a client, so that the greatest points come first and equal points by the vacancy's number.
   */
  readonly edges: Uint32Array;
  /** How many of an edge's low bits hold the vacancy; `2 ** vacancyBits >= vacancies`. */
  readonly vacancyBits: number;
  /** No edge has more points. `(mostPoints + 1) << vacancyBits` fits 32 bits. */
  readonly mostPoints: number;
};

/** Where a client was placed: the number of the vacancy, or `unplaced`. One number a client. */
export type Assignment = Int32Array;
export const unplaced = -1;

/** The vacancy of an edge. */
export const vacancyOfEdge = (edge: number, vacancyBits: number): number => edge & ((1 << vacancyBits) - 1);

/** The points of an edge. */
export const pointsOfEdge = (edge: number, { vacancyBits, mostPoints }: PreferenceLists): number =>
  mostPoints - (edge >>> vacancyBits);

/** Where a client's edge to a vacancy stands. Throws a `RangeError` where the vacancy is not on the client's list. */
export function edgeTo({ start, edges, vacancyBits }: PreferenceLists, client: number, vacancy: number): number {
  const end = start[client + 1] ?? 0;
  let at = start[client] ?? 0;
  while (at < end && vacancyOfEdge(edges[at] ?? 0, vacancyBits) !== vacancy) at += 1;
  if (at === end) throw new RangeError(`client ${client} was placed off its list`);
  return at;
}
