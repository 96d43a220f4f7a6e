import type { LocalDate } from "../../calendar/local-date.ts";
import { isRealDate } from "../../calendar/local-date.ts";
import type { Sex } from "../../identifiers/sex.ts";
import type { EducationLevel } from "../../reference/education.ts";
import { isPlausibleMonthlyWage, minimumWageOf } from "../../reference/minimum-wages.ts";
import { senOfRupiah } from "../../reference/money.ts";
import type { KarirhubItem } from "./karirhub-item.ts";
import { readPlainText } from "./plain-text.ts";
import type { FlagCode } from "./reasons.ts";
import type { Declared, VacancyDraft } from "./vacancy-draft.ts";

/* Reads single fields of a posting into what a draft holds. */

/** The limits that the posting's fields declare, as they stand there. */
export function readDeclared(item: KarirhubItem): Declared {
  const gender = item.gender?.toLowerCase();
  const sex: Sex | undefined = gender === "male" ? "MALE" : gender === "female" ? "FEMALE" : undefined;
  const demanded = (text: string | undefined): string | undefined =>
    text === undefined || /^(?:any|all|both|none|semua|bebas|-)$/i.test(text) ? undefined : text;
  const physicalCondition = demanded(item.physical_condition);
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

/** The day of `2025-12-22` or `2025-12-31 16:59:59`. */
export function readValidity(text: string | undefined): LocalDate | undefined {
  const date = text?.slice(0, 10);
  return date !== undefined && isRealDate(date) ? date : undefined;
}

/** A range whose end is this many times its beginning says nothing of what will be paid. */
const widestPlausibleRange = 4;

/** The monthly wage in sen where it is usable, and what is wrong with it. */
export function readWage(
  item: KarirhubItem,
  regencyCode: string | undefined,
  year: number,
): { wage?: NonNullable<VacancyDraft["wage"]>; flags: FlagCode[] } {
  const currencies = [item.min_salary_currency, item.max_salary_currency];
  const least = item.min_salary_amount || undefined;
  const greatest = item.max_salary_amount || undefined;
  if (least === undefined && greatest === undefined) return { flags: ["vacancy.wage-missing"] };
  if (currencies.some((currency) => currency !== undefined && currency !== "IDR")) return { flags: ["vacancy.wage-currency"] };
  const isPlausible = (amount: number | undefined): boolean =>
    amount === undefined || isPlausibleMonthlyWage(senOfRupiah(amount));
  const isOrdered = least === undefined || greatest === undefined || least <= greatest;
  if (!isPlausible(least) || !isPlausible(greatest) || !isOrdered) return { flags: ["vacancy.wage-implausible"] };
  // An upper end alone promises nothing: taking it for the wage would let it pass the minimum wage.
  if (least === undefined) return { flags: ["vacancy.wage-range"] };

  const min = senOfRupiah(least);
  const max = senOfRupiah(greatest ?? least);
  const floor = regencyCode === undefined ? undefined : minimumWageOf(regencyCode, year)?.amount;
  const isFullTime = !/part|paruh|freelance|lepas/i.test(item.job_type?.name ?? "");
  const checks: [boolean, FlagCode][] = [
    [max >= min * widestPlausibleRange, "vacancy.wage-range"],
    [isFullTime && floor !== undefined && min < floor, "vacancy.wage-below-minimum"],
  ];
  return { wage: { min, max, basis: "MONTHLY" }, flags: checks.filter(([applies]) => applies).map(([, code]) => code) };
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

const contractNames: readonly { readonly pattern: RegExp; readonly type: NonNullable<VacancyDraft["contractType"]> }[] = [
  { pattern: /intern|magang|apprentice/i, type: "APPRENTICE" },
  { pattern: /daily|harian/i, type: "DAILY" },
  { pattern: /contract|kontrak|pkwt\b/i, type: "PKWT" },
  { pattern: /permanent|tetap|pkwtt/i, type: "PKWTT" },
];

/** "Full time" and "Part time" speak of hours, not of the contract. */
export function readContractType(name: string | undefined): VacancyDraft["contractType"] {
  return name === undefined ? undefined : contractNames.find(({ pattern }) => pattern.test(name))?.type;
}
