import * as z from "zod";
import { raise } from "./codes.ts";
import { holdsNik } from "./nik-in-text.ts";

/** One Unicode form (NFC), single spaces, none at the ends. Line breaks and tabs count as spaces. */
export function normaliseLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The beginning of a line, of at most so many UTF-16 units, that ends with a whole character. */
export const beginningOf = (line: string, most: number): string => line.slice(0, most).replace(/[\ud800-\udbff]$/, "");

/**
 * Whether a text holds only what can be seen: no control, format (bidi marks, joiners), lone surrogate, private character, and
 * none that stands for one that was lost (U+FFFD).
 */
export const isVisible = (text: string): boolean => !/[\p{C}\ufffd]/u.test(text);

/**
 * A line that somebody typed: a title, a reference, a note, of at most so many UTF-16 units.
 *
 * A line stands in the clear: a NIK is refused in it. Errors: `text.empty`, `text.long`, `text.characters`, `text.nik`.
 */
export const lineOf = (most: number) =>
  z
    .string()
    .overwrite(normaliseLine)
    .min(1, raise("text.empty"))
    .max(most, raise("text.long"))
    .refine(isVisible, raise("text.characters"))
    .refine((line) => !holdsNik(line), raise("text.nik"));

/** Every line normalised, none of them empty. */
export const normaliseText = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(normaliseLine)
    .filter((line) => line !== "")
    .join("\n");

/**
 * A text of several lines, of at most so many UTF-16 units, each of them what `lineOf` would take.
 *
 * Errors: `text.empty`, `text.long`, `text.characters`, `text.nik`.
 */
export const textOf = (most: number) =>
  z
    .string()
    .overwrite(normaliseText)
    .min(1, raise("text.empty"))
    .max(most, raise("text.long"))
    .refine((text) => text.split("\n").every(isVisible), raise("text.characters"))
    .refine((text) => !text.split("\n").some(holdsNik), raise("text.nik"));
