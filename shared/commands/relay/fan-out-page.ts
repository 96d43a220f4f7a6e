/** One page of a fan-out: each process of it on its own, then the order of the next page. */
import { addMilliseconds } from "../../domain/calendar/instant.ts";
import { refusal } from "../../domain/errors.ts";
import { system } from "../../domain/process/actor.ts";
import { type FanOut, outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";

/** A fan-out that works its way through pages. */
export type PagedFanOut = Extract<FanOut, { readonly done: number }>;

/** What follows from another act is the system's. */
export const bySystem = { actor: system } as const;

export const pageSize = 25;

/**
 * Works on each process of a page. One that fails becomes a row of its own, with its own tries and its own alarm, and holds up
 * none behind it. Then the page after this one is ordered, if there is one.
 */
export async function eachOfPage(
  deps: Deps,
  ref: PagedFanOut,
  ids: readonly string[],
  next: PagedFanOut | undefined,
  work: (processId: string) => Promise<unknown>,
): Promise<void> {
  const failed: string[] = [];
  let last: unknown;
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      last = error;
      failed.push(id);
    }
  }
  // The row of a single process has no other to hold up.
  if (ref.only !== undefined && failed.length > 0) throw last;
  await order(deps, [...failed.map((only) => ({ ...ref, only })), ...(next && ref.only === undefined ? [next] : [])]);
}

/** Orders further rows of a fan-out, now or some time later. */
export async function order(deps: Deps, refs: readonly PagedFanOut[], later = 0): Promise<void> {
  if (refs.length === 0) return;
  const due = addMilliseconds(deps.now(), later);
  const rows = refs.map((ref) => outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref }, due));
  const result = await deps.store.database.commit(rows);
  if (result.kind !== "committed") throw refusal("CONFLICT");
}

/** After this time an index shows what was written before, in milliseconds. */
export const indexLag = 60_000;
