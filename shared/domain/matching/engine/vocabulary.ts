/** The words of vacancies, as many as an index has room for: free text can spell one thing in any number of ways. */
import { compareTexts } from "../compare-texts.ts";
import { type Dictionary, dictionary } from "./dictionary.ts";
import type { NumberLists } from "./growing-numbers.ts";

const wordKinds = ["skill", "scheme", "unit"] as const;
type Of<T> = Readonly<Record<(typeof wordKinds)[number], T>>;

/** How many keys each word stands for in the index: a skill is one, and one more where a certificate proves it (`keyNumbers`). */
const keysOfWord = { skill: 2, scheme: 1, unit: 1 } as const satisfies Of<number>;

/**
 * The most keys of an index. Each takes 4 KB, for it is looked up in every regency in two orders: all of them 135 MB. A national
 * market of 200 schemes, 500 skills and 1,600 units has 2,800.
 */
export const mostKeys = 1 << 15;

export type Vocabulary = {
  readonly numbers: Of<Dictionary>;
  readonly lists: Of<NumberLists>;
  /** Vacancies that name a word for which there is no room. */
  readonly unfit: ReadonlySet<number>;
};

/**
 * Leaves out words until the others fit: those that the fewest vacancies name go first, of equal ones the last by alphabet, so
 * that a rare spelling costs nobody else anything and the order in which vacancies come makes no difference.
 * @param without vacancies that take no part, and whose words do not count
 */
export function fitVocabulary(numbers: Of<Dictionary>, lists: Of<NumberLists>, without: ReadonlySet<number>): Vocabulary {
  if (wordKinds.reduce((sum, kind) => sum + keysOfWord[kind] * numbers[kind].size(), 0) <= mostKeys)
    return { numbers, lists, unfit: new Set() };
  const words = wordKinds.flatMap((kind) => {
    const uses = usesOf(numbers[kind].size(), lists[kind], without);
    return numbers[kind].words().map((text, number) => ({ kind, text, uses: uses[number] ?? 0 }));
  });
  const byUse = words
    .filter((word) => word.uses > 0)
    .sort((a, b) => b.uses - a.uses || compareTexts(a.kind, b.kind) || compareTexts(a.text, b.text));
  const kept: Of<Dictionary> = { skill: dictionary(), scheme: dictionary(), unit: dictionary() };
  let keys = 0;
  for (const { kind, text } of byUse) {
    keys += keysOfWord[kind];
    if (keys > mostKeys) break;
    kept[kind].number(text);
  }
  const unfit = new Set<number>();
  const renumbered = (kind: (typeof wordKinds)[number]): NumberLists => {
    const { start, values } = lists[kind];
    const newNumbers = numbers[kind].words().map((text) => kept[kind].find(text));
    for (let vacancy = 0; vacancy + 1 < start.length; vacancy += 1)
      for (let at = start[vacancy] ?? 0; at < (start[vacancy + 1] ?? 0); at += 1)
        if (newNumbers[values[at] ?? 0] === -1 && !without.has(vacancy)) unfit.add(vacancy);
    return { start, values: values.map((number) => newNumbers[number] ?? 0) };
  };
  return { numbers: kept, lists: { skill: renumbered("skill"), scheme: renumbered("scheme"), unit: renumbered("unit") }, unfit };
}

/** How many vacancies name each word. */
function usesOf(words: number, { start, values }: NumberLists, without: ReadonlySet<number>): Int32Array {
  const uses = new Int32Array(words);
  for (let vacancy = 0; vacancy + 1 < start.length; vacancy += 1) {
    if (without.has(vacancy)) continue;
    for (let at = start[vacancy] ?? 0; at < (start[vacancy + 1] ?? 0); at += 1) {
      const word = values[at] ?? 0;
      uses[word] = (uses[word] ?? 0) + 1;
    }
  }
  return uses;
}
