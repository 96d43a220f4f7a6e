import type { LocalDate } from "../../calendar/local-date.ts";
import { isRealDate } from "../../calendar/local-date.ts";
import type { Sex } from "../../identifiers/sex.ts";
import type { EducationLevel } from "../../reference/education.ts";
import type { KarirhubItem } from "./karirhub-item.ts";
import { readPlainText } from "./plain-text.ts";
import type { Declared } from "./vacancy-draft.ts";

/* Reads single fields of a posting into what a draft holds. */

/** The limits that the posting's fields declare, as they stand there. */
export function readDeclared(item: KarirhubItem): Declared {
  const gender = item.gender?.toLowerCase();
  const sex: Sex | undefined = gender === "male" ? "MALE" : gender === "female" ? "FEMALE" : undefined;
  const demanded = (text: string | undefined): string | undefined =>
    text === undefined || /^(?:any|all|both|none|semua|bebas|-)$/i.test(text) ? undefined : text;
  // "Normal" is what the site writes where nobody chose, and "disabled" opens the post to them: neither demands anything.
  const physicalCondition = /^(?:normal|disabled)$/i.test(item.physical_condition ?? "")
    ? undefined
    : demanded(item.physical_condition);
  const maritalStatus = demanded(item.marital_status);
  return {
    ...(sex && { sex }),
    ...(isCount(item.min_age) && { minAge: item.min_age }),
    ...(isCount(item.max_age) && { maxAge: item.max_age }),
    ...(physicalCondition && { physicalCondition }),
    ...(maritalStatus && { maritalStatus }),
  };
}

/** Adults are wanted by law, and from this age people draw their pension (PP 45/2015 art. 15: 59 years from 2025): neither is a limit. */
const adultAge = 18;
const pensionAge = 59;

/** Whether an age range shuts adults of working age out. */
export function limitsAge(minAge: number | undefined, maxAge: number | undefined): boolean {
  return (minAge !== undefined && minAge > adultAge) || (maxAge !== undefined && maxAge < pensionAge);
}

/** A whole number from 0 up. */
export const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0;

/** The work, and the whole text: the requirements follow the work, without the lines that it repeats. */
export function readDescription(item: KarirhubItem): { work: string; description: string } {
  const work = readPlainText(item.description ?? "");
  const known = new Set(work.split("\n"));
  const further = readPlainText(item.qualification ?? "")
    .split("\n")
    .filter((line) => line !== "" && !known.has(line));
  const requirements = further.length === 0 ? "" : `Persyaratan:\n${further.join("\n")}`;
  return { work, description: [work, requirements].filter((part) => part !== "").join("\n\n") };
}

/** The name without the number that the site hangs on it: `PT Contoh/84457`. */
export const readEmployerName = (name: string): string =>
  readPlainText(name)
    .replaceAll("\n", " ")
    .replace(/\s*\/\s*\d{3,}$/, "");

/** The day of `2025-12-22` or `2025-12-31 16:59:59`. */
export function readValidity(text: string | undefined): LocalDate | undefined {
  const date = text?.slice(0, 10);
  return date !== undefined && isRealDate(date) ? date : undefined;
}

const educationNames: readonly { readonly pattern: RegExp; readonly level: EducationLevel }[] = [
  { pattern: /\b(?:s3|doktor)\b/i, level: "S3" },
  { pattern: /\b(?:s2|magister|pasca ?sarjana)\b/i, level: "S2" },
  { pattern: /\b(?:s1|sarjana)\b/i, level: "S1" },
  { pattern: /\b(?:d ?-?(?:4|iv)|diploma (?:4|iv))\b/i, level: "D4" },
  { pattern: /\b(?:d ?-?(?:3|iii)|diploma (?:3|iii))\b/i, level: "D3" },
  { pattern: /\b(?:d ?-?(?:2|ii)|diploma (?:2|ii))\b/i, level: "D2" },
  // "Diploma" alone can be any of four: the lowest is taken, so that nobody is shut out by more than was asked.
  { pattern: /\b(?:d ?-?(?:1|i)|diploma)\b/i, level: "D1" },
  { pattern: /\bsmk\b/i, level: "SMK" },
  { pattern: /\b(?:sma|smu|slta)\b/i, level: "SMA" },
  { pattern: /\b(?:smp|sltp)\b/i, level: "SMP" },
  { pattern: /\bsd\b/i, level: "SD" },
];

/** The least education asked for; undefined where none is, or it is not recognised. */
export function readEducation(item: KarirhubItem): EducationLevel | undefined {
  const name = item.min_education?.name;
  return name === undefined ? undefined : educationNames.find(({ pattern }) => pattern.test(name))?.level;
}
