import * as z from "zod";
import type { LocalDate } from "../../calendar/local-date.ts";
import { yearOf } from "../../calendar/local-date.ts";
import type { Sex } from "../../identifiers/sex.ts";
import { type KarirhubItem, karirhubItemSchema } from "./karirhub-item.ts";
import { type Location, locateVacancy } from "./karirhub-region.ts";
import { readPlainText } from "./plain-text.ts";
import { findInProse } from "./prose-findings.ts";
import {
  isCount,
  limitsAge,
  readContractType,
  readDeclared,
  readDescription,
  readEducation,
  readValidity,
  readWage,
} from "./read-fields.ts";
import { type FlagCode, type RefusalCode, sortFlags, sortRefusals } from "./reasons.ts";
import type { Declared, VacancyDraft } from "./vacancy-draft.ts";

/** What became of one posting. TAKEN: as it is. FLAGGED: a person must look first. REFUSED: no use, with all the reasons at once. */
export type ImportedVacancy =
  | { readonly outcome: "TAKEN" | "FLAGGED"; readonly reasons: readonly FlagCode[]; readonly draft: VacancyDraft }
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

  const { draft, flags } = makeDraft({ ...item, id: item.id, title: item.title }, location, seats, given.today);
  return { outcome: flags.length === 0 ? "TAKEN" : "FLAGGED", reasons: sortFlags(flags), draft };
}

function findRefusals(item: KarirhubItem, location: Location, seats: number | undefined): RefusalCode[] {
  const checks: [boolean, RefusalCode][] = [
    [item.id === undefined, "vacancy.no-id"],
    [item.status !== undefined && item.status.toLowerCase() !== "open", "vacancy.closed"],
    [readTitle(item) === "", "vacancy.no-title"],
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
): { draft: VacancyDraft; flags: FlagCode[] } {
  const title = readTitle(item);
  const { work, description } = readDescription(item);
  const prose = findInProse(title, description);
  const wage = readWage(item, location.regencyCode, yearOf(today));
  const minEducation = readEducation(item);
  const validUntil = readValidity(item.expires_at);
  const fields = readDeclared(item);
  const count = Math.floor(seats ?? 1);

  const checks: [boolean, FlagCode][] = [
    [item.employer?.name === undefined, "vacancy.employer-missing"],
    [item.confidential === true, "vacancy.employer-hidden"],
    [seats === undefined, "vacancy.seats-unknown"],
    [count >= 1000, "vacancy.many-seats"],
    [validUntil !== undefined && validUntil < today, "vacancy.expired"],
    [validUntil === undefined, "vacancy.no-validity"],
    [work === "" || work.toLowerCase() === title.toLowerCase(), "vacancy.no-description"],
    [item.min_education !== undefined && minEducation === undefined, "vacancy.education-unknown"],
    [fields.sex !== undefined, "vacancy.sex"],
    [prose.sex !== undefined, "vacancy.sex-in-text"],
    [limitsAge(fields.minAge, fields.maxAge), "vacancy.age"],
    [limitsAge(prose.minAge, prose.maxAge), "vacancy.age-in-text"],
    [fields.physicalCondition !== undefined, "vacancy.physical-condition"],
    [fields.maritalStatus !== undefined, "vacancy.marital-status"],
  ];
  const flags = checks.filter(([applies]) => applies).map(([, code]) => code);

  const contractType = readContractType(item.job_type?.name);
  const employerRef = item.employer?.id ?? item.employer_id;
  const draft: VacancyDraft = {
    karirhubRef: item.id,
    title,
    ...(item.employer?.name !== undefined && { employerName: readPlainText(item.employer.name) }),
    ...(employerRef !== undefined && { employerRef }),
    count,
    ...(location.regencyCode !== undefined && { regencyCode: location.regencyCode }),
    ...(wage.wage && { wage: wage.wage }),
    description,
    requirements: {
      ...(minEducation && { minEducation }),
      ...(isCount(item.min_year_experience) && { minYearsExperience: item.min_year_experience }),
      declared: declaredOf(fields, prose),
    },
    ...(contractType && { contractType }),
    ...(validUntil && { validUntil }),
    ...(item.job_function?.name !== undefined && { jobFunction: item.job_function.name }),
  };
  return { draft, flags: [...flags, ...location.flags, ...wage.flags, ...prose.flags] };
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
