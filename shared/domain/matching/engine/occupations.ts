/**
 * Occupations as numbers in the order of their codes (KBJI), so that all whose codes begin alike lie next to each other: a
 * barred beginning is one range of numbers.
 */
export type Occupations = {
  /** The number of each vacancy's occupation; -1 where it names none. */
  readonly of: Int32Array;
  /** The first number of those whose codes begin so, and the number after the last. Both are the same where there are none. */
  readonly rangeOf: (beginning: string) => readonly [first: number, after: number];
};

/** Numbers the occupations of vacancies, whose codes are given in the order of the vacancies. */
export function numberOccupations(codes: readonly (string | undefined)[]): Occupations {
  const named = [...new Set(codes.filter((code) => code !== undefined))].sort();
  const numbers = new Map(named.map((code, number) => [code, number]));
  /** The number of the first code of which something holds; it holds of all behind it, too. */
  const firstOf = (holds: (code: string) => boolean): number => {
    let from = 0;
    let to = named.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(named[middle] ?? "")) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  return {
    of: Int32Array.from(codes, (code) => (code === undefined ? -1 : (numbers.get(code) ?? -1))),
    rangeOf: (beginning) => [
      firstOf((code) => code >= beginning),
      firstOf((code) => code > beginning && !code.startsWith(beginning)),
    ],
  };
}
