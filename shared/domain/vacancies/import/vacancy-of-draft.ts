/** What a posting becomes here: the employer and the vacancy that would be registered. */
import { addCalendarDays, type LocalDate } from "../../calendar/local-date.ts";
import { beginningOf } from "../../identifiers/line.ts";
import { holdsNik } from "../../identifiers/nik-in-text.ts";
import type { ImportedVacancy } from "./import-vacancies.ts";
import type { FlagCode, NoteCode } from "./reasons.ts";
import type { VacancyDraft } from "./vacancy-draft.ts";

/** How long a posting without an end is held open, in days. */
const assumedValidity = 30;
/** As many seats as one vacancy can have; a posting that names more is taken for one seat, and its flag says so. */
const mostSeats = 999;

/**
 * A posting as it is sent to be brought in: whole, or closed or full, in the shape of `postingInput`. Undefined for what is of no
 * use here: what cannot be read, and what has no place that is known, where nobody could be proposed.
 */
export function postingOf(result: ImportedVacancy, today: LocalDate) {
  if (result.outcome === "REFUSED") {
    const { karirhubRef, reasons } = result;
    const gone = reasons.includes("vacancy.closed") ? "CLOSED" : reasons.includes("vacancy.no-seats") ? "FULL" : undefined;
    return karirhubRef === undefined || gone === undefined ? undefined : { karirhubRef, gone };
  }
  const { draft, reasons, notes } = result;
  const { karirhubRef, regencyCode } = draft;
  if (regencyCode === undefined) return undefined;
  const vacancy = vacancyOfDraft(draft, regencyCode, { reasons, notes, today });
  return { karirhubRef, employer: employerOfDraft(draft, regencyCode), vacancy, namesItsEnd: draft.validUntil !== undefined };
}

/** The source names no size: until somebody says otherwise the minimum wage is held to bind. */
const employerOfDraft = (draft: VacancyDraft, regencyCode: string) => ({
  type: "COMPANY",
  size: "MEDIUM",
  legalName: beginningOf(draft.employerName ?? "Pemberi kerja tanpa nama", 150),
  regencyCode: draft.employerRegencyCode ?? regencyCode,
  contact: {
    name: "Bagian Rekrutmen",
    ...draft.contact,
  },
  karirhubRef: draft.employerRef ?? `vacancy-${draft.karirhubRef}`,
});

type Found = { readonly reasons: readonly FlagCode[]; readonly notes: readonly NoteCode[]; readonly today: LocalDate };

/** What the source leaves out stays out. */
function vacancyOfDraft(draft: VacancyDraft, regencyCode: string, { reasons, notes, today }: Found) {
  const { requirements } = draft;
  const description = withoutNumbers(draft.description);
  return {
    title: beginningOf(draft.title, 150),
    regencyCode,
    ...(draft.kbji && { kbji: draft.kbji }),
    seats: draft.count > mostSeats ? 1 : draft.count,
    ...(draft.wage && { wage: { amount: draft.wage.min, basis: draft.wage.basis } }),
    workDays: [],
    reportDayFree: false,
    ...(draft.contractType && { contractType: draft.contractType }),
    ...(draft.partTime && { partTime: true }),
    ...(draft.openToDisabled && { openToDisabled: true }),
    ...(description !== "" && { description }),
    ...(draft.jobFunction && { jobFunction: beginningOf(draft.jobFunction, 100) }),
    ...(draft.sourceUrl && !holdsNik(draft.sourceUrl) && { sourceUrl: draft.sourceUrl }),
    requirements: {
      ...(requirements.minEducation && { minEducation: requirements.minEducation }),
      minExperienceYears: Math.min(40, requirements.minYearsExperience ?? 0),
      ...(requirements.licences && { licences: requirements.licences }),
    },
    recordCheck: reasons.includes("vacancy.record-check-in-text") ? "BEFORE" : "UNKNOWN",
    flags: reasons,
    notes,
    validUntil: draft.validUntil ?? addCalendarDays(today, assumedValidity),
  };
}

/** A number of a person has no business in a posting: its line is left out. */
const withoutNumbers = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !holdsNik(line))
    .join("\n");
