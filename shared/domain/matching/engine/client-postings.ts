/** Clients by the keys that they hold, so that those who may take a vacancy are found without looking at the others. */
import type { ClientColumns } from "./client-columns.ts";
import { clientKeys } from "./client-keys.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type ClientPostings = {
  /** Where the clients of a key begin in `list`; one more at the end. */
  readonly start: Int32Array;
  /** Clients by key, within a key ascending. */
  readonly list: Int32Array;
};

export function fileClients(index: VacancyIndex, clients: ClientColumns): ClientPostings {
  const held = clientKeys(index, clients);
  const eachPosting = (file: (key: number, client: number) => void): void => {
    for (let client = 0; client < clients.count; client += 1) {
      const count = held.read(client);
      for (let at = 0; at < count; at += 1) file(held.keys[at] ?? 0, client);
    }
  };
  const start = new Int32Array(index.keys.count + 1);
  eachPosting((key) => {
    start[key + 1] = (start[key + 1] ?? 0) + 1;
  });
  for (let i = 1; i < start.length; i += 1) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
  const next = start.slice(0, index.keys.count);
  const list = new Int32Array(start.at(-1) ?? 0);
  eachPosting((key, client) => {
    const to = next[key] ?? 0;
    list[to] = client;
    next[key] = to + 1;
  });
  return { start, list };
}

/** The first place in a part of an ascending list that holds at least `least`. */
export function firstAtLeast(list: Int32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
