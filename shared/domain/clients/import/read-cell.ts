/**
 * Single cells as spreadsheets hold them. Excel makes dates of texts and numbers of phones, and rounds what has more than fifteen
 * digits: what it changed is changed back where that is sure, and refused where something was lost. Nothing is guessed.
 */
import { addCalendarDays, isRealDate, type LocalDate } from "../../calendar/local-date.ts";
import { regenciesNamed } from "../../identifiers/region-names.ts";
import { findRegency } from "../../identifiers/regions.ts";
import type { Sex } from "../../identifiers/sex.ts";
import type { EducationLevel } from "../../reference/education.ts";

export type Cell = string | number | boolean | null;
/** A value, or the code of what is wrong with the cell. */
export type CellValue<T> = { readonly value: T } | { readonly wrong: CellError };

export const cellErrors = [
  "cell.missing",
  "cell.rounded",
  "cell.date",
  "cell.date-short-year",
  "cell.date-past-calendar",
  "cell.sex",
  "cell.education",
  "cell.education-unclear",
  "cell.regency",
  "cell.regency-unclear",
  "cell.number",
  "cell.rt-rw",
  "cell.officer",
  "cell.officer-unclear",
  "cell.nik-differs",
  "line.key-missing",
  "line.duplicate",
  "line.officer-differs",
  "line.two-clients",
] as const;
export type CellError = (typeof cellErrors)[number];

const wrong = (code: CellError) => ({ wrong: code }) as const;
const value = <T>(read: T) => ({ value: read }) as const;

/** The text of a cell; the apostrophe by which Excel keeps a number as text is no part of it. */
export const textOfCell = (cell: Cell): string =>
  String(cell ?? "")
    .normalize("NFC")
    .trim()
    .replace(/^'/, "")
    .trim();

/** What offices write where there is nothing. */
const nothing = /^(?:-+|–|—|\.|n\/?a|nihil|tidak ada|tdk ada|kosong|null)?$/i;
export const isEmptyCell = (cell: Cell | undefined): boolean => nothing.test(textOfCell(cell ?? null));

const exponent = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

/** More digits than Excel keeps of a number: those behind the fifteenth are zeros, whatever was typed. */
const mostDigits = 15;

/** The digits of a number that is an identity. What Excel has rounded is refused: it stands for a thousand others. */
export function readDigits(cell: Cell): CellValue<string> {
  const text = textOfCell(cell);
  if (exponent.test(text)) return wrong("cell.rounded");
  if (typeof cell === "number" && text.replace(/\D/g, "").length > mostDigits) return wrong("cell.rounded");
  return value(text);
}

const monthNames = [
  ["januari", "jan", "january"],
  ["februari", "feb", "pebruari", "peb", "february"],
  ["maret", "mar", "mrt", "march"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["agustus", "agu", "agt", "ags", "agust", "aug", "august"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "oct", "october"],
  ["november", "nov", "nop", "nopember"],
  ["desember", "des", "dec", "december"],
];

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was: true from 1 March 1900 on. */
const excelDayZero = "1899-12-30";
const firstSerial = 61;
const lastSerial = 73_050;

/** A day as text (31/12/1990, 31 Des 1990, 1990-12-31; the day stands before the month) or as Excel's serial number. */
export function readDate(cell: Cell): CellValue<LocalDate> {
  const text = textOfCell(cell);
  if (/^\d{3,5}(?:[.,]\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text.replace(",", ".")));
    return serial >= firstSerial && serial <= lastSerial ? value(addCalendarDays(excelDayZero, serial)) : wrong("cell.date");
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2,4})(?: 0{1,2}[:.]00(?:[:.]00)?)?$/.exec(text);
  if (numbers) return dateOf(numbers[3], numbers[2], numbers[1]);
  const words = /^(?:\p{L}+,\s*)?(\d{1,2})[-/. ]*(\p{L}+)\.?[-/. ,]*(\d{2,4})$/u.exec(text);
  const month = words?.[2]?.toLowerCase();
  const at = month === undefined ? -1 : monthNames.findIndex((names) => names.includes(month));
  return words && at >= 0 ? dateOf(words[3], String(at + 1), words[1]) : wrong("cell.date");
}

function dateOf(year = "", month = "", day = ""): CellValue<LocalDate> {
  if (year.length !== 4) return wrong("cell.date-short-year");
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDate(date) ? value(date) : wrong("cell.date-past-calendar");
}

/** `Tangerang, 31 Desember 1990`: the day behind the place. */
export const readPlaceAndDate = (cell: Cell): CellValue<LocalDate> =>
  readDate(typeof cell === "string" ? (/^[^\d]*[,/ ]\s*(?=\d)(.+)$/s.exec(textOfCell(cell))?.[1] ?? cell) : cell);

/** A phone as text or as the number that Excel made of it: the zero in front is put back where the number is read. */
export function readPhone(cell: Cell): CellValue<string> {
  const text = textOfCell(cell);
  return exponent.test(text) ? wrong("cell.rounded") : value(text);
}

export function readSex(cell: Cell): CellValue<Sex> {
  const text = textOfCell(cell)
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  if (/^(?:l|lk|laki|lakilaki|pria|m|male)$/.test(text)) return value("MALE");
  return /^(?:p|pr|perempuan|wanita|w|f|female)$/.test(text) ? value("FEMALE") : wrong("cell.sex");
}

const educations: readonly (readonly [RegExp, EducationLevel])[] = [
  [/^(?:tidak|tdk|belum|blm) (?:tamat|sekolah|lulus|pernah sekolah|bersekolah)(?: sd)?$|^putus sekolah sd$/, "NONE"],
  [/^(?:sd|mi|sr|paket a|kejar paket a)$/, "SD"],
  [/^(?:smp|sltp|mts|paket b|kejar paket b)$/, "SMP"],
  [/^(?:smk|stm|smea|smkk)$/, "SMK"],
  [/^(?:sma|smu|slta|ma|paket c|kejar paket c)$/, "SMA"],
  [/^(?:d ?1|d ?i|diploma 1)$/, "D1"],
  [/^(?:d ?2|d ?ii|diploma 2)$/, "D2"],
  [/^(?:d ?3|d ?iii|diploma 3)$/, "D3"],
  [/^(?:d ?4|d ?iv|diploma 4)$/, "D4"],
  [/^(?:s ?1|sarjana|strata 1)$/, "S1"],
  [/^(?:s ?2|magister|strata 2)$/, "S2"],
  [/^(?:s ?3|doktor|strata 3)$/, "S3"],
];

/** The schooling that a cell names. `SMA/SMK` names two equal ones: which of them is not guessed. */
export function readEducation(cell: Cell): CellValue<EducationLevel> {
  const parts = textOfCell(cell)
    .toLowerCase()
    .replace(/\b(?:sederajat|setara|sdrjt|tamat|lulus(?:an)?|negeri|swasta)\b(?! sd)/g, (word) => (word === "tamat" ? word : " "))
    .split("/")
    .map((part) =>
      part
        .replace(/[^a-z0-9]+/g, " ")
        .trim()
        .replace(/^tamat /, ""),
    )
    .filter((part) => part !== "");
  const levels = parts.map((part) => educations.find(([pattern]) => pattern.test(part))?.[1]);
  const [first] = levels;
  if (first === undefined || levels.includes(undefined)) return wrong("cell.education");
  return levels.every((level) => level === first) ? value(first) : wrong("cell.education-unclear");
}

/** The regency that a cell names, by name or code. `Tangerang` alone is a regency and a city: which is not guessed. */
export function readRegency(cell: Cell): CellValue<string> {
  const text = textOfCell(cell);
  const code = /^(\d{2})\.?(\d{2})$/.exec(text);
  if (code) {
    const dotted = `${code[1]}.${code[2]}`;
    return findRegency(dotted) ? value(dotted) : wrong("cell.regency");
  }
  const [name = ""] = text.split(",");
  const given = regenciesNamed(name);
  const codes = given.length > 0 ? given : ["Kabupaten", "Kota"].flatMap((kind) => regenciesNamed(`${kind} ${name}`));
  const [found] = codes;
  if (found === undefined) return wrong("cell.regency");
  return codes.length === 1 ? value(found) : wrong("cell.regency-unclear");
}

/** Whole years, `3` or `3 tahun`. */
export function readYears(cell: Cell): CellValue<number> {
  const found = /^(\d{1,2})(?:[.,]0+)?\s*(?:th|thn|tahun)?$/i.exec(textOfCell(cell));
  return found ? value(Number(found[1])) : wrong("cell.number");
}
