/** Finds records by the words of their names and numbers, as they are typed. */
import { refusal } from "../../domain/errors.ts";
import { searchedAsOne, searchedWords } from "../../domain/identifiers/search-words.ts";
import type { WordRow } from "../../store/words.ts";

/** What is found by its words. */
export type Worded = { readonly id: string; readonly searchWords?: readonly string[] | undefined };

/** The record that was read last, and in which of several ways of reading. */
export type Last<T> = { readonly record: T; readonly way: string };
export type Found<T> = {
  readonly items: readonly T[];
  readonly next?: { readonly id: string; readonly way: string } | undefined;
};

export type Search<T> = {
  readonly typed: string;
  readonly limit: number;
  readonly last: Last<T> | undefined;
  readonly wanted: (record: T) => boolean;
  /** The rows of words that begin so, in the order of the words. */
  readonly byWord: (
    beginning: string,
    stretch: { readonly after?: string | undefined; readonly limit: number },
  ) => Promise<readonly WordRow[]>;
  readonly load: (id: string) => Promise<T | undefined>;
};

/** A cursor names the last record that was read, by its id alone: no name and nothing that was typed. */
export const writeCursor = ({ id, way }: { readonly id: string; readonly way: string }): string =>
  Buffer.from(`${id} ${way}`).toString("base64url");

/**
 * The record that a cursor names. Errors: REQUEST_INVALID where there is none.
 * @param load the record of an id, where it is of the list that is read
 */
export async function readCursor<T>(
  cursor: string | undefined,
  load: (id: string) => Promise<T | undefined>,
): Promise<Last<T> | undefined> {
  if (cursor === undefined) return undefined;
  const [id = "", way = ""] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  const record = /^\w{1,40}$/.test(id) ? await load(id) : undefined;
  if (record === undefined) throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
  return { record, way };
}

/** So many rows of each word are counted, to begin with the rarest one. */
const mostCounted = 100;
/** So many records are looked at for one page; where fewer are found among them the page is short, and its cursor goes on. */
const mostLooked = 300;
/** The way of a search for all that was typed as the beginning of one word. */
const asOne = "one";

/** The records with a word that begins so for each word that is searched, by the rarest of the words. */
export async function findByWords<T extends Worded>(search: Search<T>): Promise<Found<T>> {
  const words = searchedWords(search.typed);
  const one = searchedAsOne(search.typed);
  if (search.last?.way === asOne) return goThrough(search, one, [], asOne);
  // Which of the words, and not the word itself: it is somebody's name.
  const way = search.last?.way ?? String(await rarestOf(search, words));
  const rarest = words[Number(way)];
  if (rarest === undefined) return { items: [] };
  const found = await goThrough(search, rarest, words, way);
  // A name that is kept as one word, and was typed as two.
  if (found.items.length > 0 || found.next || search.last || words.length < 2) return found;
  return goThrough(search, one, [], asOne);
}

/** Which of the words the fewest records have; of those that very many have, the longest. */
async function rarestOf<T>({ byWord }: Search<T>, words: readonly string[]): Promise<number> {
  if (words.length < 2) return 0;
  const counts = await Promise.all(
    words.map(async (word, at) => {
      const { length } = await byWord(word, { limit: mostCounted });
      return { at, rows: length, letters: word.length };
    }),
  );
  return counts.toSorted((one, other) => one.rows - other.rows || other.letters - one.letters)[0]?.at ?? 0;
}

/** Goes through those who have a word that begins so, in the order of their words, each once. */
async function goThrough<T extends Worded>(
  { limit, last, wanted, byWord, load }: Search<T>,
  beginning: string,
  words: readonly string[],
  way: string,
): Promise<Found<T>> {
  const items: T[] = [];
  let after = last && placeOf(last.record, beginning);
  let from: string | undefined;
  for (let looked = 0; looked < mostLooked; ) {
    const rows = await byWord(beginning, { after, limit: limit + 1 });
    const found = await Promise.all(rows.map(({ id }) => load(id)));
    for (const [at, row] of rows.entries()) {
      const record = found[at];
      // Somebody with two such words comes by the first of them.
      const comes = record && placeOf(record, beginning) === row.place && hasAll(record, words) && wanted(record);
      if (comes && items.length === limit) return { items, next: { id: items.at(-1)?.id ?? "", way } };
      if (comes) items.push(record);
      if (record) from = record.id;
    }
    if (rows.length <= limit) return { items };
    looked += rows.length;
    after = rows.at(-1)?.place;
  }
  const next = items.length === limit ? items.at(-1)?.id : from;
  return { items, next: next === undefined ? undefined : { id: next, way } };
}

const hasAll = ({ searchWords = [] }: Worded, words: readonly string[]): boolean =>
  words.every((beginning) => searchWords.some((word) => word.startsWith(beginning)));

/** Where a record stands by the first of its words that begins so. */
function placeOf({ id, searchWords = [] }: Worded, beginning: string): string | undefined {
  const [first] = searchWords.filter((word) => word.startsWith(beginning)).toSorted();
  return first && `${first}#${id}`;
}
