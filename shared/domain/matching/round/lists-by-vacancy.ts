/** The lists turned round: for each vacancy those who have it on their list. */
import type { PreferenceLists } from "./preference-lists.ts";

export type ListsByVacancy = {
  /** Where each vacancy's pairs begin, and the end of them all. */
  readonly start: Int32Array;
  /** `client << pointBits | points`, within a vacancy by the client's number. */
  readonly pairs: Uint32Array;
  readonly pointBits: number;
};

/**
 * Turns the lists round, which takes as much memory again as the edges. Throws a `RangeError` where a client's number and the
 * points do not fit 32 bits together; a million clients with 4,000 points do.
 */
export function turnRound({ clients, vacancies, start, edges, vacancyBits, mostPoints }: PreferenceLists): ListsByVacancy {
  const pointBits = 32 - Math.clz32(mostPoints);
  if (clients * 2 ** pointBits > 2 ** 32) throw new RangeError(`${clients} clients with ${mostPoints} points do not fit 32 bits`);
  const mask = (1 << vacancyBits) - 1;
  const many = start[clients] ?? 0;
  // Counted one further on, so that what is the end of a vacancy's pairs at last is where the next one goes until then.
  const next = new Int32Array(vacancies + 2);
  for (let at = 0; at < many; at++) {
    const after = ((edges[at] ?? 0) & mask) + 2;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let vacancy = 2; vacancy < vacancies + 2; vacancy++) next[vacancy] = (next[vacancy] ?? 0) + (next[vacancy - 1] ?? 0);
  const pairs = new Uint32Array(many);
  for (let client = 0; client < clients; client++) {
    const end = start[client + 1] ?? 0;
    for (let at = start[client] ?? 0; at < end; at++) {
      const edge = edges[at] ?? 0;
      const vacancy = edge & mask;
      const to = next[vacancy + 1] ?? 0;
      next[vacancy + 1] = to + 1;
      pairs[to] = (client << pointBits) | (mostPoints - (edge >>> vacancyBits));
    }
  }
  return { start: next.subarray(0, vacancies + 1), pairs, pointBits };
}
