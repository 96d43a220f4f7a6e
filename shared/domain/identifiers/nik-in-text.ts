/** Finds a NIK where it does not belong: in a line or a name that stands in the clear. */
import { asciiDigits } from "./digits.ts";
import { isNikLike } from "./nik.ts";

/** Digits of any script as those that we write; whatever is neither a letter nor a digit parts two groups of digits. */
const groupsOf = (text: string): readonly string[] =>
  asciiDigits(text.normalize("NFKC"))
    .replace(/\p{L}/gu, "x")
    .replace(/[^x\d]/gu, " ")
    .split("x")
    .flatMap((run) => [...run.split(" ").filter((group) => group !== ""), "x"]);

/**
 * Whether a text holds a NIK: sixteen digits that read as one number, in whatever spacing and punctuation, of a province and a
 * day that there are. A longer number is none, a part of it neither: that of a certificate has more digits.
 */
export function holdsNik(text: string): boolean {
  const groups = groupsOf(text);
  return groups.some((_, first) => {
    let digits = "";
    for (const group of groups.slice(first)) {
      if (group === "x" || digits.length >= 16) break;
      digits += group;
    }
    return digits.length === 16 && isNikLike(digits);
  });
}
