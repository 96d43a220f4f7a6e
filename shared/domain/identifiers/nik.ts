import * as z from "zod";
import type { LocalDate } from "../calendar/local-date.ts";
import { isRealDate, yearsBetween } from "../calendar/local-date.ts";
import { type IdentifierWarning, raise } from "./codes.ts";
import { maskAllButLastFour, stripSeparators } from "./digits.ts";
import { isKnownProvince, isKnownRegency } from "./regions.ts";
import type { Sex } from "./sex.ts";

/** NIK are issued at birth, but those who come here are no children: a younger reading of the year is taken for the century before. */
const youngestPlausibleAge = 12;

const nikPattern = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/;

type NikParts = {
  province: string;
  regency: string;
  district: string;
  day: number;
  month: number;
  twoDigitYear: number;
  sex: Sex;
  sequence: string;
};

function splitNik(nik: string): NikParts | undefined {
  const found = nikPattern.exec(nik);
  if (!found) return undefined;
  const [, province = "", regency = "", district = "", dayAndSex = "", month = "", year = "", sequence = ""] = found;
  const day = Number(dayAndSex);
  return {
    province,
    regency,
    district,
    day: day > 40 ? day - 40 : day,
    month: Number(month),
    twoDigitYear: Number(year),
    sex: day > 40 ? "FEMALE" : "MALE",
    sequence,
  };
}

/** The real dates that DDMMYY can mean, the younger first. */
function birthDatesOf({ day, month, twoDigitYear }: NikParts): LocalDate[] {
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return ["20", "19"]
    .map((century) => `${century}${twoDigits(twoDigitYear)}-${twoDigits(month)}-${twoDigits(day)}`)
    .filter(isRealDate);
}

/**
 * The population number: province 2, regency 2, district 2, birth date DDMMYY (a woman's day plus 40), serial 4. It has no
 * check digit. Spaces, dots and hyphens are dropped.
 *
 * A NIK is personal data: store it encrypted, look it up by HMAC, show it by `maskNik` only.
 *
 * Errors: `nik.format`, `nik.date`, `nik.sequence`.
 * Source: UU 23/2006 art. 13 with UU 24/2013; PP 40/2019; the civil registry's explanation of the digits.
 */
export const nikSchema = z
  .string({ error: "nik.format" })
  .overwrite(stripSeparators)
  .regex(/^\d{16}$/, raise("nik.format"))
  .refine((nik) => {
    const parts = splitNik(nik);
    return parts !== undefined && birthDatesOf(parts).length > 0;
  }, raise("nik.date"))
  .refine((nik) => !nik.endsWith("0000"), raise("nik.sequence"))
  .brand<"Nik">();
export type Nik = z.infer<typeof nikSchema>;

/** Whether sixteen digits can be a NIK: a province and a birth date that there are. A regency may have been split since. */
export function isNikLike(digits: string): digits is Nik {
  const parts = splitNik(digits);
  return parts !== undefined && isKnownProvince(parts.province) && birthDatesOf(parts).length > 0 && !digits.endsWith("0000");
}

/** What a NIK says of its bearer, and where that disagrees with what else is known. */
export type NikReading = {
  readonly provinceCode: string;
  /** Dotted, as 36.03: the regency of first registration, which may since have been split or renamed. */
  readonly regencyCode: string;
  readonly districtCode: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly sequence: string;
  readonly warnings: readonly IdentifierWarning[];
};

/**
 * Reads a NIK. The year has no century: it is 20YY unless that is in the future or makes the bearer younger than twelve on
 * `today`. An unknown region or a mismatch is a warning only, since a NIK is permanent even where it is wrong.
 *
 * Warnings: `nik.unknown-region`, `nik.birth-date-differs`, `nik.sex-differs`.
 */
export function parseNik(
  nik: Nik,
  given: { readonly today: LocalDate; readonly birthDate?: LocalDate | undefined; readonly sex?: Sex | undefined },
): NikReading {
  const parts = splitNik(nik);
  if (!parts) throw new Error("a parsed NIK has 16 digits");
  const possible = birthDatesOf(parts);
  const oldEnough = possible.find((date) => date <= given.today && yearsBetween(date, given.today) >= youngestPlausibleAge);
  const birthDate = oldEnough ?? possible.at(-1);
  if (!birthDate) throw new Error("a parsed NIK holds a real date");
  const regencyCode = `${parts.province}.${parts.regency}`;
  const warnings: IdentifierWarning[] = [];
  if (!isKnownRegency(regencyCode)) warnings.push("nik.unknown-region");
  if (given.birthDate !== undefined && given.birthDate !== birthDate) warnings.push("nik.birth-date-differs");
  if (given.sex !== undefined && given.sex !== parts.sex) warnings.push("nik.sex-differs");
  return {
    provinceCode: parts.province,
    regencyCode,
    districtCode: `${regencyCode}.${parts.district}`,
    birthDate,
    sex: parts.sex,
    sequence: parts.sequence,
    warnings,
  };
}

/** Whether what is typed is a NIK of another birth date; no schema: a page asks it. Not while either is no whole number or day yet. */
export function nikBirthDateDiffers(typed: string, birthDate: string, today: LocalDate): boolean {
  const digits = stripSeparators(typed);
  if (!isNikLike(digits) || !isRealDate(birthDate)) return false;
  return parseNik(digits, { today, birthDate }).warnings.includes("nik.birth-date-differs");
}

/** The last four digits, the rest as dots. */
export function maskNik(nik: string): string {
  return maskAllButLastFour(nik);
}
