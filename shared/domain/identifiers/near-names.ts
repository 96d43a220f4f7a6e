/** Names and numbers that are nearly the same: a slip of the finger tells nobody apart. */
import { employerLikenessWords, ownName } from "./likeness.ts";
import { isOneSlip, otherSpelling } from "./near-words.ts";
import { foldWord, nameWords } from "./search-words.ts";

/** Short texts differ by design. */
const shortest = 5;

/** Whether two people's names are spelled nearly the same: as they sound, in any order of their words. */
export const areNearNames = (one: string, other: string): boolean => areNear(soundsOf(one), soundsOf(other));
function soundsOf(name: string): readonly string[] {
  const words = nameWords(ownName(name));
  // The last one is its first two as one.
  const names = words.length > 1 ? words.slice(0, -1) : words;
  // Purnama and Purnomo are one name.
  return names.map((word) => [word, otherSpelling(word) ?? word].toSorted()[0] ?? word);
}

/** As the words stand, since a slip at the beginning of one moves it among the sorted; and sorted, since their order tells nothing. */
const areNear = (one: readonly string[], other: readonly string[]): boolean =>
  [one.join(""), one.toSorted().join("")].some((joined, at) => {
    const second = (at === 0 ? other : other.toSorted()).join("");
    return joined === second || (Math.min(joined.length, second.length) >= shortest && isOneSlip(joined, second));
  });

/** A register number without what people leave out or add: its signs, and the zeros before its numbers. */
export const plainRegisterNumber = (number: string): string =>
  number
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .flatMap((part) => part.match(/\d+|[A-Z]+/g) ?? [])
    .map((part) => part.replace(/^0+(?=\d)/, ""))
    .join(" ");

/** Whether two employers' names are nearly the same, without the form of the firm. */
export const areNearEmployers = (one: string, other: string): boolean =>
  areNear(employerLikenessWords(one).map(foldWord), employerLikenessWords(other).map(foldWord));
