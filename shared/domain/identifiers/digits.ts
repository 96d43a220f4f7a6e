/**
 * Folds full-width digits, and drops what people and spreadsheets put between digits: spaces, dots, hyphens, invisible marks, and the
 * one before them by which a spreadsheet keeps a text.
 * Idempotent on what it returns when that is all digits.
 */
export function stripSeparators(text: string): string {
  return text.normalize("NFKC").replace(/[\s.\p{Pd}\p{Cf}]|^\s*['’`]/gu, "");
}

/** All but the last four characters as dots: the most of an identifier that a screen shows. */
export function maskAllButLastFour(text: string): string {
  const shown = Math.min(4, Math.floor(text.length / 2));
  return "•".repeat(text.length - shown) + text.slice(text.length - shown);
}

/** Digits of any script as those that we write. */
export const asciiDigits = (text: string): string => text.replace(/\p{Nd}/gu, digitOf);

/** The value of a decimal digit: every script has its ten in a row, zero first. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
