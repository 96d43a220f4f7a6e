import * as z from "zod";
import type { LocalDate } from "../../calendar/local-date.ts";
import { yearOf } from "../../calendar/local-date.ts";
import type { Sex } from "../../identifiers/sex.ts";
import { mentionsCorrections } from "../../reference/correctional-words.ts";
import { readLicences } from "../../reference/driving-licences.ts";
import type { EducationLevel } from "../../reference/education.ts";
import { type KarirhubItem, karirhubItemSchema } from "./karirhub-item.ts";
import { type Location, locateVacancy } from "./karirhub-region.ts";
import { readPlainText } from "./plain-text.ts";
import { findInProse } from "./prose-findings.ts";
import { readContact } from "./read-contact.ts";
import {
  isCount,
  limitsAge,
  readDeclared,
  readDescription,
  readEducation,
  readEmployerName,
  readValidity,
} from "./read-fields.ts";
import { readOccupation } from "./read-occupation.ts";
import { readTerms } from "./read-wage.ts";
import { type FlagCode, isFlag, isNote, type NoteCode, type RefusalCode, sortFlags, sortNotes, sortRefusals } from "./reasons.ts";
import type { Declared, VacancyDraft } from "./vacancy-draft.ts";

/** What became of one posting. TAKEN: as it is. FLAGGED: a person must look first. REFUSED: no use, with all the reasons at once. */
export type ImportedVacancy =
  | {
      readonly outcome: "TAKEN" | "FLAGGED";
      readonly reasons: readonly FlagCode[];
      /** What is worth knowing beside, and asks nobody to look. */
      readonly notes: readonly NoteCode[];
      readonly draft: VacancyDraft;
    }
  | { readonly outcome: "REFUSED"; readonly reasons: readonly RefusalCode[]; readonly karirhubRef?: string };

/**
 * Maps a file of Karirhub postings to drafts, one result for each posting in the file's order. Pure: the same file on the same day
 * gives the same results. Throws a ZodError where the file is no list.
 */
export function importVacancies(items: unknown, given: { readonly today: LocalDate }): ImportedVacancy[] {
  const seen = new Set<string>();
  return z
    .array(z.unknown())
    .parse(items)
    .map((item) => {
      const result = importVacancy(item, given);
      const ref = result.outcome === "REFUSED" ? result.karirhubRef : result.draft.karirhubRef;
      if (ref === undefined || !seen.has(ref)) {
        if (ref !== undefined) seen.add(ref);
        return result;
      }
      return { outcome: "REFUSED", reasons: ["vacancy.duplicate"], karirhubRef: ref };
    });
}

/** Maps a single posting. */
export function importVacancy(raw: unknown, given: { readonly today: LocalDate }): ImportedVacancy {
  const parsed = karirhubItemSchema.safeParse(raw);
  if (!parsed.success) return { outcome: "REFUSED", reasons: ["vacancy.malformed"] };
  const item = parsed.data;
  const location = locateVacancy(item);
  const seats = item.available_quota ?? item.quota;
  const refused = findRefusals(item, location, seats);
  if (refused.length > 0 || item.id === undefined || item.title === undefined || location.kind !== "INDONESIA") {
    return { outcome: "REFUSED", reasons: sortRefusals(refused), ...(item.id !== undefined && { karirhubRef: item.id }) };
  }

  const { draft, codes } = makeDraft({ ...item, id: item.id, title: item.title }, location, seats, given.today);
  const reasons = sortFlags(codes.filter(isFlag));
  return { outcome: reasons.length === 0 ? "TAKEN" : "FLAGGED", reasons, notes: sortNotes(codes.filter(isNote)), draft };
}

function findRefusals(item: KarirhubItem, location: Location, seats: number | undefined): RefusalCode[] {
  const checks: [boolean, RefusalCode][] = [
    [item.id === undefined, "vacancy.no-id"],
    [item.status !== undefined && item.status.toLowerCase() !== "open", "vacancy.closed"],
    [readTitle(item) === "", "vacancy.no-title"],
    [mentionsCorrections(readTitle(item)), "vacancy.title-corrections"],
    [location.kind === "OVERSEAS", "vacancy.overseas"],
    [location.kind === "NONE", "vacancy.no-region"],
    [(seats !== undefined && seats < 1) || (item.quota !== undefined && item.quota < 1), "vacancy.no-seats"],
  ];
  return checks.filter(([applies]) => applies).map(([, code]) => code);
}

const readTitle = (item: KarirhubItem): string => readPlainText(item.title ?? "").replaceAll("\n", " ");

function makeDraft(
  item: KarirhubItem & { id: string; title: string },
  location: Extract<Location, { kind: "INDONESIA" }>,
  seats: number | undefined,
  today: LocalDate,
): { draft: VacancyDraft; codes: (FlagCode | NoteCode)[] } {
  const title = readTitle(item);
  const { work, description } = readDescription(item);
  const prose = findInProse(title, description);
  const terms = readTerms(item, { title, text: description, regencyCode: location.regencyCode, year: yearOf(today) });
  const minEducation = readEducation(item);
  const validUntil = readValidity(item.expires_at);
  const fields = readDeclared(item);
  const contact = readContact(item);
  const openToDisabled = item.physical_condition?.toLowerCase() === "disabled";
  const count = Math.floor(seats ?? 1);

  const checks: [boolean, FlagCode | NoteCode][] = [
    [item.employer?.name === undefined, "vacancy.employer-missing"],
    [item.confidential === true, "vacancy.employer-hidden"],
    [Object.keys(contact).length === 0, "vacancy.contact-missing"],
    [openToDisabled, "vacancy.open-to-disabled"],
    [terms.partTime, "vacancy.part-time"],
    [seats === undefined, "vacancy.seats-unknown"],
    [count >= 1000, "vacancy.many-seats"],
    [validUntil !== undefined && validUntil < today, "vacancy.expired"],
    [validUntil === undefined, "vacancy.no-validity"],
    [work === "" || work.toLowerCase() === title.toLowerCase(), "vacancy.no-description"],
    [item.min_education !== undefined && minEducation === undefined, "vacancy.education-unknown"],
    [fields.sex !== undefined, "vacancy.sex"],
    [mentionsCorrections(description ?? ""), "vacancy.text-corrections"],
    [prose.sex !== undefined, "vacancy.sex-in-text"],
    [limitsAge(fields.minAge, fields.maxAge), "vacancy.age"],
    [limitsAge(prose.minAge, prose.maxAge), "vacancy.age-in-text"],
    [fields.physicalCondition !== undefined, "vacancy.physical-condition"],
    [fields.maritalStatus !== undefined, "vacancy.marital-status"],
  ];
  const codes = checks.filter(([applies]) => applies).map(([, code]) => code);

  const draft: VacancyDraft = {
    karirhubRef: item.id,
    title,
    ...employerOf(item, location.regencyCode),
    contact,
    count,
    ...(location.regencyCode !== undefined && { regencyCode: location.regencyCode }),
    ...(terms.wage && { wage: terms.wage }),
    description,
    requirements: requirementsOf(item, description, { minEducation, declared: declaredOf(fields, prose) }),
    ...(terms.contractType && { contractType: terms.contractType }),
    ...(validUntil && { validUntil }),
    ...(terms.partTime && { partTime: true }),
    ...(openToDisabled && { openToDisabled: true }),
    ...workOf(item, title),
  };
  return { draft, codes: [...codes, ...location.flags, ...terms.codes, ...prose.flags] };
}

/** Who employs, and where that is. */
function employerOf(
  item: KarirhubItem,
  regencyCode: string | undefined,
): Pick<VacancyDraft, "employerName" | "employerRef" | "employerRegencyCode"> {
  const ref = item.employer?.id ?? item.employer_id;
  const seat = locateVacancy({ region: item.employer?.employerable?.region });
  const own = seat.kind === "INDONESIA" ? seat.regencyCode : undefined;
  return {
    ...(item.employer?.name !== undefined && { employerName: readEmployerName(item.employer.name) }),
    ...(ref !== undefined && { employerRef: ref }),
    ...(own !== undefined && own !== regencyCode && { employerRegencyCode: own }),
  };
}

/** What the work is called, and where it is described. */
function workOf(item: KarirhubItem, title: string): Pick<VacancyDraft, "kbji" | "jobFunction" | "sourceUrl"> {
  const field = item.job_function?.name;
  const kbji = readOccupation(field, title);
  const link = item.platform_link;
  return {
    ...(kbji !== undefined && { kbji }),
    ...(field !== undefined && { jobFunction: field }),
    ...(link !== undefined && /^https?:\/\/\S{4,500}$/i.test(link) && { sourceUrl: link }),
  };
}

function requirementsOf(
  item: KarirhubItem,
  text: string,
  { minEducation, declared }: { minEducation: EducationLevel | undefined; declared: Declared },
): VacancyDraft["requirements"] {
  const licences = readLicences(text);
  return {
    ...(minEducation && { minEducation }),
    ...(isCount(item.min_year_experience) && { minYearsExperience: item.min_year_experience }),
    ...(licences.length > 0 && { licences }),
    declared,
  };
}

/** The limits of the fields; of the prose only what the fields are silent about. */
function declaredOf(
  fields: Declared,
  prose: { sex?: Sex | undefined; minAge?: number | undefined; maxAge?: number | undefined },
): Declared {
  const sex = fields.sex ?? prose.sex;
  const minAge = fields.minAge ?? prose.minAge;
  const maxAge = fields.maxAge ?? prose.maxAge;
  return { ...fields, ...(sex && { sex }), ...(minAge !== undefined && { minAge }), ...(maxAge !== undefined && { maxAge }) };
}
