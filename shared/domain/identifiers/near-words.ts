/**
 * Words that differ by one slip: a letter missing, one too many, one in another's place, two that have changed places. Each word is
 * kept under itself and under what is left of its beginning where one letter is taken out; two words that differ by one slip have
 * one of these in common, so that a few reads by key find what was meant, however many words there are.
 * Source: W. Garbe, Symmetric Delete spelling correction, https://github.com/wolfgarbe/SymSpell (its prefix index).
 */

/** As much of a word as its keys are made of: six letters tell names apart, and bound how many keys there are. */
const beginning = 6;
/** A shorter word is a slip away from too many others. */
const shortest = 4;
/** So many words of a record are kept so; with seven keys for each at most. */
const mostWords = 4;

/** The words of a name among those by which a record is found: numbers are not guessed at. */
const namesAmong = (words: readonly string[]): readonly string[] =>
  words.filter((word) => /^\p{L}+$/u.test(word) && word.length >= shortest);

/** The keys under which a word is kept, and by which what is near it is found: itself and one for each letter, at most seven. */
export function nearKeysOf(word: string): readonly string[] {
  const letters = [...word].slice(0, beginning);
  return [...new Set([letters.join(""), ...letters.map((_, at) => letters.toSpliced(at, 1).join(""))])];
}

/** The keys under which a record with these folded words is kept. */
export const nearKeys = (searchWords: readonly string[]): readonly string[] => [
  ...new Set(namesAmong(searchWords).slice(0, mostWords).flatMap(nearKeysOf)),
];

/** Of the words that somebody typed those that may be a slip, the longest first: the fewest words are near it. */
export const maybeSlips = (typed: readonly string[]): readonly string[] =>
  namesAmong(typed).toSorted((one, other) => other.length - one.length);

/**
 * A folded word with the other letter for the open vowel at its end, which Javanese names have in two syllables and people write as
 * a or as o: Purnama and Purnomo, Pratama and Pratomo. None where its last two vowels are not one and the same of the two.
 */
export function otherSpelling(word: string): string | undefined {
  const [, start, one, between, two, end] = /^(.*)([au])([^aeiu]+)([au])([^aeiu]*)$/.exec(word) ?? [];
  if (one === undefined || one !== two) return undefined;
  const other = one === "a" ? "u" : "a";
  return `${start}${other}${between}${other}${end}`;
}

/** Whether a word, or its beginning, is what was typed but for one slip, or for the letter of its last two vowels. */
export function isNear(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true;
  const other = otherSpelling(typed);
  if (other !== undefined && typed.length >= shortest && word.startsWith(other)) return true;
  if (typed.length < shortest) return false;
  return [-1, 0, 1].some((more) => isOneSlip(typed, word.slice(0, typed.length + more)));
}

/** Whether the texts are the same but for one letter more, one less, another one, or two that have changed places. */
export function isOneSlip(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [left, right] = [one.slice(same), other.slice(same)];
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
