/** Numbers texts from 0 in the order in which they are first seen. */
export type Dictionary = {
  /** The number of a text, a new one where it is new. */
  readonly number: (text: string) => number;
  /** The number of a known text; -1 for any other. */
  readonly find: (text: string) => number;
  readonly size: () => number;
  /** All texts, in the order of their numbers. */
  readonly words: () => readonly string[];
};

export function dictionary(): Dictionary {
  const numbers = new Map<string, number>();
  return {
    number: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    find: (text) => numbers.get(text) ?? -1,
    size: () => numbers.size,
    words: () => [...numbers.keys()],
  };
}
