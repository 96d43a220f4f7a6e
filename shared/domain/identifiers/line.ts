import * as z from "zod";
import { raise } from "./codes.ts";

/** One Unicode form (NFC), single spaces, none at the ends. Line breaks and tabs count as spaces. */
export function normaliseLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The beginning of a line, of at most so many UTF-16 units, that ends with a whole character. */
export const beginningOf = (line: string, most: number): string => line.slice(0, most).replace(/[\ud800-\udbff]$/, "");

/** Whether a text holds only what can be seen: no control, format (bidi marks, joiners), lone surrogate, private character. */
export const isVisible = (text: string): boolean => !/\p{C}/u.test(text);

/**
 * A line that somebody typed: a title, a reference, a note, of at most so many UTF-16 units.
 *
 * Errors: `text.empty`, `text.long`, `text.characters`.
 */
export const lineOf = (most: number) =>
  z
    .string()
    .overwrite(normaliseLine)
    .min(1, raise("text.empty"))
    .max(most, raise("text.long"))
    .refine(isVisible, raise("text.characters"));
