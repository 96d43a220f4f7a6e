/**
 * A second wall before whoever may not know a client yet: what is the client's own is left out, whatever the text was meant to be.
 * Names are known by their words; numbers in whatever spacing, punctuation, script of digits and prefix.
 */
import { asciiDigits } from "../identifiers/digits.ts";
import type { Client } from "./client.ts";

export type OwnValues = Pick<Client, "fullName" | "phone" | "registerNumber">;

/** What stands where something of the client's own stood. */
const withheld = "…";
/** Shorter words of a name are words of the language, too. */
const shortestWord = 3;
/** A register number of fewer letters and digits could be a year or an hour. */
const shortestRegister = 5;
/** So many digits in a row, however they are parted, are a number by which somebody is known or reached. */
const longestCount = 9;

/** What may stand within a number. */
const gap = "[^\\p{L}\\p{Nd}]*";
const parted = (characters: string): string => [...characters].join(gap);

/** A word as it is written, with what Unicode hides in it. */
const written = /[\p{L}\p{M}\p{Cf}]+/gu;
const folded = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
const wordsOf = (text: string): readonly string[] =>
  (text.match(written) ?? []).map(folded).filter((word) => [...word].length >= shortestWord);

/** Sixteen digits that stand by themselves: a NIK is kept sealed, so any number of its length is taken for it. */
const nikLong = new RegExp(`(?<!\\p{Nd})\\p{Nd}(?:${gap}\\p{Nd}){15}(?!\\p{Nd})`, "gu");
const longNumber = new RegExp(`(?:\\p{Nd}${gap}){${longestCount},}`, "u");

function numbersOf({ phone, registerNumber }: OwnValues): readonly RegExp[] {
  const national = phone?.replace(/\D/g, "").replace(/^(?:62|0)/, "");
  const register = registerNumber?.match(/[\p{L}\p{Nd}]/gu)?.join("") ?? "";
  return [
    nikLong,
    // With the prefix of the country, of a call within it, or both, as people mix them.
    ...(national ? [new RegExp(`\\+?(?:0${gap}){0,2}(?:6${gap}2${gap})?(?:0${gap})?${parted(national)}`, "gu")] : []),
    ...(register.length >= shortestRegister
      ? [new RegExp(`(?<![\\p{L}\\p{Nd}])${parted(register)}(?![\\p{L}\\p{Nd}])`, "giu")]
      : []),
  ];
}

/**
 * The text with "…" for every word of the client's name, number of a NIK's length, phone and register number; the very text where
 * there is none.
 * @param known what the reader knows without us, such as its own name: a gap there would tell what stood in it
 */
export function withoutOwnValues(client: OwnValues, text: string, known: readonly string[] = []): string {
  const told = known.map(readable);
  const toldWords = new Set(told.flatMap(wordsOf));
  const own = new Set(wordsOf(client.fullName).filter((word) => !toldWords.has(word)));
  const numbers = numbersOf(client).filter((number) => !told.some((said) => said.search(number) >= 0));
  const plain = readable(text);
  const masked = numbers
    .reduce((rest, number) => rest.replace(number, withheld), plain)
    .replace(written, (word) => (own.has(folded(word)) ? withheld : word));
  return masked === plain ? text : masked;
}

/** Full-width letters and digits of any script as plain ones. What was withheld before stays one sign, which NFKC would part. */
const readable = (text: string): string =>
  text
    .split(withheld)
    .map((part) => asciiDigits(part.normalize("NFKC")))
    .join(withheld);

/** Whether a text holds something of the client's own, or digits that may be a number by which the client is known or reached. */
export const holdsOwnValues = (client: OwnValues, text: string): boolean =>
  withoutOwnValues(client, text) !== text || longNumber.test(text.normalize("NFKC"));
