/**
 * What vacancies go by when they choose: the band of fit, then the longer wait, then the lottery. One whole number says it
 * all, the key of a pair: the lower one goes first.
 */
import { bandOf } from "../weights.ts";

export type Priorities = {
  /** The band of a pair by its points, 0 the best. */
  readonly bandOfPoints: Uint8Array;
  readonly bands: number;
  /** Each client's own place in the queue, from 0: whoever waits longer first, then by lottery. */
  readonly order: Int32Array;
};

/** The bands of all points from 0 to `mostPoints`; `bands` are the points from which each begins, the best first. */
export const bandsOfPoints = (bands: readonly number[], mostPoints: number): Uint8Array =>
  new Uint8Array(mostPoints + 1).map((_, points) => bandOf(points, bands));

/**
 * The places of clients in the queue: the earlier day (days since 1970) first, on the same day the lower lottery number, and
 * should two draw the same one, the lower number of the client. Throws a `RangeError` where one of the two is missing.
 */
export function queueOrder(waitingSince: Int32Array, lottery: Float64Array): Int32Array {
  if (waitingSince.length !== lottery.length) throw new RangeError("each client needs a day and a lottery number");
  const clients = waitingSince.length;
  const days = waitingSince.toSorted();
  const queue = new Int32Array(clients);
  // First everyone behind those of earlier days, in the order of their numbers; then each day by itself, which is little to sort.
  const next = new Map<number, number>();
  for (let at = clients - 1; at >= 0; at--) next.set(days[at] ?? 0, at);
  for (let client = 0; client < clients; client++) {
    const day = waitingSince[client] ?? 0;
    const at = next.get(day) ?? 0;
    queue[at] = client;
    next.set(day, at + 1);
  }
  for (let from = 0; from < clients; ) {
    const to = next.get(days[from] ?? 0) ?? clients;
    queue.subarray(from, to).sort((a, b) => Math.sign((lottery[a] ?? 0) - (lottery[b] ?? 0)) || a - b);
    from = to;
  }
  return inverseOf(queue);
}

/** Who stands at each place of an order; of such a list, where each one stands. */
export function inverseOf(order: Int32Array | Uint32Array): Int32Array {
  const inverse = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) inverse[order[at] ?? 0] = at;
  return inverse;
}
