/** Clients whose name is what was typed but for a slip in a word: offered where nobody is found by the words as they stand. */
import type { Client } from "../../domain/clients/client.ts";
import { isNear, maybeSlips, nearKeysOf, otherSpelling } from "../../domain/identifiers/near-words.ts";
import { searchedWords } from "../../domain/identifiers/search-words.ts";
import type { Deps } from "../deps.ts";

/** Whoever knows the name sees it among so many, or goes on typing. */
const mostOffered = 10;
/** So many words of what was typed are looked for; the longest have the fewest near them. */
const mostWords = 2;

/** Those whose words are all near what was typed, the likest first; at most ten, by at most sixteen reads of a key each. */
export async function findNear(
  { store }: Deps,
  office: string,
  typed: string,
  wanted: (client: Client) => boolean,
): Promise<readonly Client[]> {
  const words = searchedWords(typed);
  const keys = maybeSlips(words).slice(0, mostWords).flatMap(keysFor);
  const rows = (await Promise.all([...new Set(keys)].map((key) => store.clients.nearWord(office, key)))).flat();
  const near = new Map(rows.filter(({ searchWords }) => isMeant(words, searchWords)).map((row) => [row.clientId, row]));
  const likest = [...near.values()].toSorted((one, other) => slips(words, one.searchWords) - slips(words, other.searchWords));
  const clients = await store.clients.clients(likest.slice(0, 100).map(({ clientId }) => clientId));
  return clients.flatMap((client) => (client && wanted(client) ? [client] : [])).slice(0, mostOffered);
}

/** Those of a typed word, and the one of the same name in its other spelling. */
function keysFor(word: string): readonly string[] {
  const other = otherSpelling(word);
  return [...nearKeysOf(word), ...(other === undefined ? [] : nearKeysOf(other).slice(0, 1))];
}

const isMeant = (typed: readonly string[], words: readonly string[]): boolean =>
  typed.every((one) => words.some((word) => isNear(one, word)));

/** How many of the typed words begin none of the client's. */
const slips = (typed: readonly string[], words: readonly string[]): number =>
  typed.filter((one) => !words.some((word) => word.startsWith(one))).length;
