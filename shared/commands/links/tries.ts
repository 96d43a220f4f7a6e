/**
 * Wrong secrets and codes leave a sign: they are counted by the hour, for each link and for each address from which they come, and
 * the operators are told when they come in rows. Of an address a hash is kept that is another one every day.
 */

import { triesIn } from "../../store/tries.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../process/process-writes.ts";

/** So many wrong ones within an hour are no slips of the finger any more: the operators are told, and again at each so many more. */
export const triesInRows = 10;

/**
 * So many wrong codes may come from one address within an hour. A whole city may stand behind one address of a mobile network, so
 * that it is no small number; of 60 bits nobody finds one in it.
 */
export const mostCodesTried = 60;

const hourOf = (now: string): string => now.slice(0, 13);

/** How an address is counted: by a hash that cannot be compared with another day's. */
const counterOf = (from: string, now: string): string => `FROM#${sha256(`${now.slice(0, 10)} ${from}`).slice(0, 24)}`;

/** How many wrong ones came from an address in this hour. */
export async function triesFrom(deps: Deps, from: string | undefined): Promise<number> {
  const now = deps.now();
  return from === undefined ? 0 : triesIn(deps.store.database).count(counterOf(from, now), hourOf(now));
}

/** Counts a wrong secret or code. */
export async function noteWrong(
  deps: Deps,
  { linkId, from }: { readonly linkId?: string | undefined; readonly from?: string | undefined },
): Promise<void> {
  const now = deps.now();
  const counters = [
    ...(linkId === undefined ? [] : [{ counter: `LINK#${linkId}`, link: linkId }]),
    ...(from === undefined ? [] : [{ counter: counterOf(from, now), link: undefined }]),
  ];
  for (const { counter, link } of counters) {
    const count = await triesIn(deps.store.database).add(counter, hourOf(now), now);
    if (count % triesInRows === 0) deps.noteTries?.(count, link);
  }
}
