/**
 * The words by which a name is found, folded so that the ways in which Indonesian names are commonly written are one: the spelling
 * before 1972 (oe, tj, dj, sj, nj, j for y), Arabic sounds (kh, ch, sy, dz, f, z), doubled letters, marks and apostrophes. No rule
 * looks at what follows its letters, so that the beginning of a word folds to the beginning of what the word folds to: people are
 * searched for while they are typed. (But for the first half of two letters that are one sound: `ach` finds more than `ac`.)
 */
import { muhammad, titles, wordsOf } from "./likeness.ts";

/** In this order; what stands for one sound becomes one letter. */
const sounds: readonly (readonly [RegExp, string])[] = [
  // An apostrophe that is a letter.
  [/\p{Lm}/gu, ""],
  [/^ch|^kh/, "k"],
  [/[ck]h/g, ""],
  [/tj/g, "c"],
  [/dj/g, "j"],
  [/dz/g, "z"],
  [/s[yj]/g, "s"],
  [/oe/g, "u"],
  [/x/g, "ks"],
  [/(?<=.)h/g, ""],
  [/[ckq]/g, "k"],
  [/[pfv]/g, "p"],
  [/[sz]/g, "s"],
  [/[iyj]/g, "i"],
  [/[ouw]/g, "u"],
  [/([a-z])\1+/g, "$1"],
];

/** Between the names, and in very many of them. */
const between: ReadonlySet<string> = new Set(["bin", "binti", "b", "bt"]);

/** More words than any name has. */
const mostWords = 12;
/** As much of a word as tells it apart. */
const longestWord = 24;

/** A word in the form in which it is found; digits stand as they are. */
export const foldWord = (word: string): string =>
  sounds.reduce((text, [sound, letter]) => text.replace(sound, letter), word).slice(0, longestWord);

const hasDigit = (text: string): boolean => /\d/.test(text);
const plain = (text: string): string => wordsOf(text).join("");

/** The words by which a client is found: each of the name, its first two as one, the register number, the last digits of the NIK. */
export function searchWordsOf({
  fullName,
  registerNumber,
  nik,
}: {
  readonly fullName: string;
  readonly registerNumber?: string | undefined;
  readonly nik?: { readonly last4: string } | undefined;
}): string[] {
  const register = registerNumber ? plain(registerNumber) : "";
  return distinct([
    ...nameWords(fullName),
    foldWord(register),
    // Who searches for it leaves out what every number of the office begins with.
    register.replace(/^\D+/, ""),
    nik?.last4 ?? "",
  ]);
}

/** The words of a name, without titles unless there is nothing else, and its first two as one: Nur Hayati, Nurhayati. */
export function nameWords(name: string): readonly string[] {
  const words = wordsOf(name).filter((word) => !between.has(word));
  const told = words.filter((word) => !titles.has(word));
  const names = (told.length > 0 ? told : words).map((word) => (muhammad.test(word) ? "muhammad" : word));
  return [...names.map(foldWord), ...(names.length > 1 ? [foldWord(names.slice(0, 2).join(""))] : [])];
}

/** The words of a text as they are found. */
export const wordsAsFound = (text: string): string[] => distinct(wordsOf(text).map(foldWord));

/** The words by which an employer is found: all of its name. */
export const employerWordsOf = wordsAsFound;

/** The words by which a vacancy is found: those of its title and of its employer's name. */
export const vacancyWordsOf = ({ title, employerName }: { readonly title: string; readonly employerName: string }): string[] => [
  ...new Set([...employerWordsOf(title), ...employerWordsOf(employerName)]),
];

/** What somebody typed, as the beginnings of words that are looked for; none where no letter or digit is in it. */
export function searchedWords(typed: string): readonly string[] {
  const words = typed
    .split(/\s+/)
    .flatMap((part) => (hasDigit(part) ? [plain(part)] : wordsOf(part)))
    .filter((word) => !between.has(word) && !titles.has(word));
  return distinct(words.map(foldWord));
}

/** The same as the beginning of one word, where a name was typed in two that is kept in one. */
export const searchedAsOne = (typed: string): string => foldWord(plain(typed));

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter((word) => word !== "").slice(0, mostWords);
