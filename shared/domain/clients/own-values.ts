/** A second wall before whoever may not know a client yet: what holds the client's own values is not shown, whatever it was meant to be. */
import type { Client } from "./client.ts";

/** Shorter words of a name are words of the language, too. */
const shortestWord = 3;
/** So many digits in a row, however they are parted, are a number by which somebody is known or reached. */
const longestCount = 9;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= shortestWord);

/** Whether a text holds a word of the client's name, or digits that may be the client's number or phone. */
export function holdsOwnValues({ fullName }: Pick<Client, "fullName">, text: string): boolean {
  const own = new Set(wordsOf(fullName));
  if (wordsOf(text).some((word) => own.has(word))) return true;
  return new RegExp(`(?:\\p{Nd}[^\\p{L}\\p{Nd}]*){${longestCount},}`, "u").test(text.normalize("NFKC"));
}
