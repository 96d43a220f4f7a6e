/** The fields of a vacancy, as they are asked and shown. */
import { weekdays } from "../../../../shared/domain/calendar/weekdays.ts";
import { drivingLicences } from "../../../../shared/domain/reference/driving-licences.ts";
import { educationLevels, educationNames } from "../../../../shared/domain/reference/education.ts";
import { skills } from "../../../../shared/domain/reference/skills.ts";
import type { Row, RowWords } from "../../parts/record/rows.ts";
import { said } from "../../words/language.ts";
import type { VacancyWords } from "./words.ts";

const occupations = skills.flatMap((skill) => skill.occupations);

export const vacancyRows: readonly Row[] = [
  { path: "title", kind: "line", needed: true },
  { path: "seats", kind: "number", needed: true, usual: "1" },
  { path: "regencyCode", kind: "region", needed: true },
  { path: "validUntil", kind: "date", needed: true },
  { path: "contractType", kind: "choice", options: ["PKWT", "PKWTT", "DAILY", "APPRENTICE"] },
  { path: "wage.amount", kind: "rupiah" },
  {
    path: "wage.basis",
    kind: "choice",
    options: ["MONTHLY", "DAILY", "PIECE", "SHARE", "ALLOWANCE"],
    beside: "wage.amount",
    needed: true,
    usual: "MONTHLY",
  },
  { path: "workDays", kind: "many", options: weekdays, needed: true },
  { path: "reportDayFree", kind: "yes", needed: true },
  { path: "requirements.skills", kind: "many", options: skills.map(({ id }) => id), needed: true },
  { path: "requirements.minEducation", kind: "choice", options: educationLevels },
  { path: "requirements.certificateRequired", kind: "yes", needed: true },
  { path: "requirements.schemes", kind: "list", needed: true, more: true },
  { path: "requirements.minLevel", kind: "number", usual: "0", needed: true, more: true },
  { path: "requirements.units", kind: "list", needed: true, more: true },
  { path: "requirements.minExperienceYears", kind: "number", usual: "0", needed: true, more: true },
  { path: "requirements.licences", kind: "many", options: drivingLicences, more: true },
  { path: "kbji", kind: "choice", options: occupations.map(({ code }) => code), more: true },
  {
    path: "recordCheck",
    kind: "choice",
    options: ["NOT_ASKED", "BEFORE", "AFTER_OFFER", "UNKNOWN"],
    usual: "UNKNOWN",
    needed: true,
    more: true,
  },
  { path: "partTime", kind: "yes", more: true },
  { path: "openToDisabled", kind: "yes", more: true },
  { path: "jobFunction", kind: "line", more: true },
  { path: "description", kind: "text", more: true },
  { path: "sourceUrl", kind: "line", more: true },
];

/** The rows with the agreements under which it may stand, and an occupation that is none of the usual ones. */
export const rowsWith = (agreements: readonly { readonly id: string }[], kbji?: string): readonly Row[] => [
  ...vacancyRows.map((row) =>
    row.path === "kbji" && kbji !== undefined && !row.options?.includes(kbji)
      ? { ...row, options: [kbji, ...(row.options ?? [])] }
      : row,
  ),
  ...(agreements.length > 0
    ? [{ path: "agreementId", kind: "choice", options: agreements.map(({ id }) => id), more: true } as const]
    : []),
];

/** The words of the rows, with those of the lists that they are chosen from. */
export function rowWords(
  words: VacancyWords,
  own: { readonly yes: string; readonly no: string },
  agreements: readonly { readonly id: string; readonly number?: string | undefined; readonly title: string }[] = [],
): RowWords {
  return {
    ...own,
    labels: words.labels,
    hints: words.hints,
    options: {
      ...words.options,
      "requirements.skills": Object.fromEntries(skills.map(({ id, name }) => [id, said(name)])),
      "requirements.minEducation": Object.fromEntries(educationLevels.map((level) => [level, said(educationNames[level])])),
      kbji: Object.fromEntries(occupations.map(({ code, name }) => [code, `${code} ${said(name)}`])),
      agreementId: Object.fromEntries(agreements.map(({ id, number, title }) => [id, number ?? title])),
    },
  };
}
