/** A search by words goes to its end whatever very many records have in common, and loads hardly more than it finds. */
import { expect, it } from "vitest";
import { type Found, findByWords, type Last, readCursor, writeCursor } from "../../../../shared/commands/record/find-by-words.ts";
import { searchWordsOf } from "../../../../shared/domain/identifiers/search-words.ts";

type Person = { readonly id: string; readonly searchWords: readonly string[] };

const many = 450;
/** Whom everybody is called after, and a second name of each; every fifth is a Dewi. */
const people = Array.from({ length: many }, (_, no): Person => {
  const second = no % 5 === 0 ? "Dewi" : `Nama${no}`;
  return { id: `cl_${String(no).padStart(26, "0")}`, searchWords: searchWordsOf({ fullName: `Agus ${second}` }) };
});

/** @param carried whether the rows carry the words of their record, or were put before they did */
function index(carried: (no: number) => boolean) {
  const rows = people
    .flatMap(({ id, searchWords }, no) =>
      searchWords.map((word) => ({ place: `${word}#${id}`, id, searchWords: carried(no) ? searchWords : undefined })),
    )
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const loaded: string[] = [];
  const search = (typed: string, last: Last<Person> | undefined): Promise<Found<Person>> =>
    findByWords<Person>({
      typed,
      limit: 25,
      last,
      wanted: () => true,
      byWord: async (beginning, { after, limit }) =>
        rows.filter(({ place }) => place.startsWith(beginning) && (after === undefined || place > after)).slice(0, limit),
      load: async (ids) => {
        loaded.push(...ids);
        return ids.map((id) => people.find((person) => person.id === id));
      },
    });
  return { search, loaded };
}

/** All that is found, page after page, as somebody who goes on by the cursor gets it. */
async function findAll(search: ReturnType<typeof index>["search"], typed: string): Promise<readonly string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 50; page += 1) {
    const last = await readCursor(cursor, async (id) => people.find((person) => person.id === id));
    const { items, next } = await search(typed, last);
    seen.push(...items.map(({ id }) => id));
    if (!next) return seen;
    cursor = writeCursor(next);
  }
  throw new Error("the cursor leads nowhere");
}

it.each([
  ["rows that carry all words", () => true],
  ["rows of before, that carry none", () => false],
  ["both", (no: number) => no % 2 === 0],
])("finds each once, to the end, by %s", async (_, carried) => {
  const { search } = index(carried);
  const ids = people.map(({ id }) => id);
  expect((await findAll(search, "agus")).toSorted()).toEqual(ids);
  expect((await findAll(search, "agus dewi")).toSorted()).toEqual(ids.filter((_, no) => no % 5 === 0));
  expect((await findAll(search, "a d")).toSorted()).toEqual(ids.filter((_, no) => no % 5 === 0));
});

it("loads no more than it finds and one, where two words are typed that very many have", async () => {
  const { search, loaded } = index(() => true);
  const { items } = await search("agus dewi", undefined);
  expect([items.length, loaded.length]).toEqual([25, 26]);
});
