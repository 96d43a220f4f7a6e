/** Finds the clients of an office by the words of their names and numbers, as they are typed. */
import type { Client } from "../../domain/clients/client.ts";
import { searchedAsOne, searchedWords } from "../../domain/identifiers/search-words.ts";
import type { Deps } from "../deps.ts";

/** The client who was read last, and in which of several ways of reading. */
export type Last = { readonly client: Client; readonly way: string };
export type Found = {
  readonly items: readonly Client[];
  readonly next?: { readonly id: string; readonly way: string } | undefined;
};

export type Search = {
  readonly officeId: string;
  readonly typed: string;
  readonly limit: number;
  readonly last: Last | undefined;
  readonly wanted: (client: Client) => boolean;
};

/** So many rows of each word are counted, to begin with the rarest one. */
const mostCounted = 100;
/** So many clients are looked at for one page; where fewer are found among them the page is short, and its cursor goes on. */
const mostLooked = 300;
/** The way of a search for all that was typed as the beginning of one word. */
const asOne = "one";

/** The clients each of whose searched words begins a word of theirs, by the rarest of the words. */
export async function findByWords(deps: Deps, search: Search): Promise<Found> {
  const words = searchedWords(search.typed);
  const one = searchedAsOne(search.typed);
  if (search.last?.way === asOne) return goThrough(deps, search, one, [], asOne);
  // Which of the words, and not the word itself: it is somebody's name.
  const way = search.last?.way ?? String(await rarestOf(deps, search.officeId, words));
  const rarest = words[Number(way)];
  if (rarest === undefined) return { items: [] };
  const found = await goThrough(deps, search, rarest, words, way);
  // A name that is kept as one word, and was typed as two.
  if (found.items.length > 0 || found.next || search.last || words.length < 2) return found;
  return goThrough(deps, search, one, [], asOne);
}

/** Which of the words the fewest clients have; of those that very many have, the longest. */
async function rarestOf({ store }: Deps, officeId: string, words: readonly string[]): Promise<number> {
  if (words.length < 2) return 0;
  const counts = await Promise.all(
    words.map(async (word, at) => {
      const { length } = await store.clients.byWord(officeId, word, { limit: mostCounted });
      return { at, rows: length, letters: word.length };
    }),
  );
  return counts.toSorted((one, other) => one.rows - other.rows || other.letters - one.letters)[0]?.at ?? 0;
}

/** Goes through those who have a word that begins so, in the order of their words, each once. */
async function goThrough(
  deps: Deps,
  { officeId, limit, last, wanted }: Search,
  beginning: string,
  words: readonly string[],
  way: string,
): Promise<Found> {
  const items: Client[] = [];
  let after = last && placeOf(last.client, beginning);
  let from: string | undefined;
  for (let looked = 0; looked < mostLooked; ) {
    const rows = await deps.store.clients.byWord(officeId, beginning, { after, limit: limit + 1 });
    const found = await Promise.all(rows.map(({ id }) => deps.store.clients.client(id)));
    for (const [at, row] of rows.entries()) {
      const client = found[at]?.state;
      // Somebody with two such words comes by the first of them.
      const comes = client && placeOf(client, beginning) === row.place && hasAll(client, words) && wanted(client);
      if (comes && items.length === limit) return { items, next: { id: items.at(-1)?.id ?? "", way } };
      if (comes) items.push(client);
      if (client) from = client.id;
    }
    if (rows.length <= limit) return { items };
    looked += rows.length;
    after = rows.at(-1)?.place;
  }
  const next = items.length === limit ? items.at(-1)?.id : from;
  return { items, next: next === undefined ? undefined : { id: next, way } };
}

const hasAll = ({ searchWords = [] }: Client, words: readonly string[]): boolean =>
  words.every((beginning) => searchWords.some((word) => word.startsWith(beginning)));

/** Where a client stands by the first of their words that begins so. */
function placeOf({ id, searchWords = [] }: Client, beginning: string): string | undefined {
  const [first] = searchWords.filter((word) => word.startsWith(beginning)).toSorted();
  return first && `${first}#${id}`;
}
