/** Finds records by the words of their names and numbers, as they are typed. */
import { refusal } from "../../domain/errors.ts";
import { searchedAsOne, searchedWords } from "../../domain/identifiers/search-words.ts";
import type { WordRow } from "../../store/words.ts";

/** What is found by its words: a record, or the row of one of them, which carries them all. */
type Worded = { readonly id: string; readonly searchWords?: readonly string[] | undefined };

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
  /** The records of up to a hundred ids, in their order. */
  readonly load: (ids: readonly string[]) => Promise<readonly (T | undefined)[]>;
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

/** So many rows of a word are read at once; the first ones of each word say which is the rarest. */
const rowsAtOnce = 100;
/** So many records are loaded at once. */
const mostLoaded = 100;
/** So many rows are looked at for one page; where fewer are found among them the page is short, and its cursor goes on. */
const mostLooked = 300;
/** The way of a search for all that was typed as the beginning of one word. */
const asOne = "one";

/** The records with a word that begins so for each word that is searched, by the rarest of the words. */
export async function findByWords<T extends Worded>(search: Search<T>): Promise<Found<T>> {
  const { last } = search;
  const words = searchedWords(search.typed);
  const one = searchedAsOne(search.typed);
  if (last) {
    // Which of the words, and by which of the record's that begin so: not the words themselves, they are somebody's name.
    const [way = "", nth = "0"] = last.way.split("_");
    const beginning = way === asOne ? one : words[Number(way)];
    if (beginning === undefined) return { items: [] };
    const places = placesOf(last.record, beginning);
    return goThrough(search, beginning, way === asOne ? [] : words, way, { after: places[Number(nth)] ?? places.at(-1) });
  }
  const rarest = await rarestOf(search, words);
  if (rarest === undefined) return { items: [] };
  const found = await goThrough(search, rarest.word, words, String(rarest.at), rarest);
  // A name that is kept as one word, and was typed as two.
  if (found.items.length > 0 || found.next || words.length < 2) return found;
  return goThrough(search, one, [], asOne, {});
}

/** Which of the words the fewest records have, with its first rows; of those that very many have, the longest. */
async function rarestOf<T>({ byWord }: Search<T>, words: readonly string[]) {
  const read = await Promise.all(words.map(async (word, at) => ({ at, word, rows: await byWord(word, { limit: rowsAtOnce }) })));
  return read.toSorted((one, other) => one.rows.length - other.rows.length || other.word.length - one.word.length)[0];
}

/** Where one begins to go through the records: after a place, or with rows that were read already. */
type Start = { readonly after?: string | undefined; readonly rows?: readonly WordRow[] };

/** Goes through those who have a word that begins so, in the order of their words, each once; only who may be wanted is loaded. */
async function goThrough<T extends Worded>(
  { limit, wanted, byWord, load }: Search<T>,
  beginning: string,
  words: readonly string[],
  way: string,
  start: Start,
): Promise<Found<T>> {
  // Somebody with two such words comes by the first of them.
  const comes = (worded: Worded, { place }: WordRow): boolean =>
    placesOf(worded, beginning)[0] === place && hasAll(worded, words);
  const items: T[] = [];
  let rows = start.rows ?? [];
  for (let looked = 0; looked < mostLooked; looked += rows.length) {
    if (looked > 0 || !start.rows)
      rows = await byWord(beginning, { after: rows.at(-1)?.place ?? start.after, limit: rowsAtOnce });
    const mayCome = rows.filter((row) => row.searchWords === undefined || comes(row, row));
    // A page is mostly filled by as many as it takes; where it is not, few are wanted, and all others are looked at.
    for (let from = 0, atOnce = Math.min(limit + 1, mostLoaded); from < mayCome.length; from += atOnce, atOnce = mostLoaded) {
      const some = mayCome.slice(from, from + atOnce);
      const found = await load(some.map(({ id }) => id));
      for (const [at, row] of some.entries()) {
        const record = found[at];
        if (!(record && comes(record, row) && wanted(record))) continue;
        if (items.length === limit) return { items, next: { id: items.at(-1)?.id ?? "", way } };
        items.push(record);
      }
    }
    if (rows.length < rowsAtOnce) return { items };
  }
  const last = rows.at(-1);
  const record = last && (last.searchWords ? last : (await load([last.id]))[0]);
  if (!record) return { items };
  const nth = placesOf(record, beginning).indexOf(last.place);
  return { items, next: { id: last.id, way: nth > 0 ? `${way}_${nth}` : way } };
}

const hasAll = ({ searchWords = [] }: Worded, words: readonly string[]): boolean =>
  words.every((beginning) => searchWords.some((word) => word.startsWith(beginning)));

/** Where a record stands by each of its words that begin so, in their order. */
const placesOf = ({ id, searchWords = [] }: Worded, beginning: string): readonly string[] =>
  searchWords
    .filter((word) => word.startsWith(beginning))
    .toSorted()
    .map((word) => `${word}#${id}`);
