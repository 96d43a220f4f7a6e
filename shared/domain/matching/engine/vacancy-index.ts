/**
 * Vacancies as columns of numbers, filed under what they demand, so that the vacancies a client may take are found without
 * looking at the others. Vacancies are numbered in the order of their ids: of equal points the lower number is the better.
 */
import { compareTexts } from "../compare-texts.ts";
import type { MatchingVacancy } from "../matching-input.ts";
import { shareOf, wagePoints } from "../points.ts";
import { greatestSum, type MatchingWeights, mostPoints } from "../weights.ts";
import { barFor, type Demands } from "./bars.ts";
import { type Dictionary, dictionary } from "./dictionary.ts";
import { growingNumbers, type NumberLists, reorderLists } from "./growing-numbers.ts";
import { numberOccupations, type Occupations } from "./occupations.ts";
import { fileUnderKeys, type KeyNumbers, keyNumbers, type Postings } from "./postings.ts";
import { distanceTable, regencyNumber } from "./region-numbers.ts";
import { type SetAside, settleSetAside, whyVacancyAside } from "./set-aside.ts";
import { rowsOf } from "./vacancy-rows.ts";
import { fitVocabulary } from "./vocabulary.ts";

export type VacancyIndex = {
  readonly today: string;
  readonly weights: MatchingWeights;
  readonly count: number;
  readonly ids: readonly string[];
  readonly regency: Uint16Array;
  readonly employer: Int32Array;
  readonly seats: Int32Array;
  /** What a vacancy asks for in one number each; `bars.ts`. */
  readonly bars: Int32Array;
  readonly minLevel: Uint8Array;
  readonly occupations: Occupations;
  /** Points that any eligible client has: for the wage, and for the certificate where one is demanded. */
  readonly fixedPoints: Int16Array;
  readonly skills: NumberLists;
  readonly schemes: NumberLists;
  readonly units: NumberLists;
  /** How many bits hold the number of a vacancy. */
  readonly vacancyBits: number;
  readonly mostPoints: number;
  readonly keys: KeyNumbers;
  readonly postings: Postings;
  readonly numbers: {
    readonly skill: Dictionary;
    readonly scheme: Dictionary;
    readonly unit: Dictionary;
    readonly employer: Dictionary;
  };
  /** Points for skills and for certified skills, `of * (longest + 1) + how many`. */
  readonly skillPoints: Int16Array;
  readonly certifiedPoints: Int16Array;
  readonly longestSkills: number;
  readonly distancePoints: Int16Array;
  /** What the search from a client reads, in both orders of the postings; `vacancy-rows.ts`. */
  readonly rows: { readonly byKey: Uint16Array; readonly byRegency: Uint16Array };
  readonly setAside: readonly SetAside[];
};

/**
 * Files vacancies for a day. What cannot be matched is set aside with a reason; of vacancies with the same id none is taken,
 * for which of them is right cannot be known. The answer does not depend on the order in which they come.
 */
export function indexVacancies(vacancies: Iterable<MatchingVacancy>, today: string, weights: MatchingWeights): VacancyIndex {
  const numbers = { skill: dictionary(), scheme: dictionary(), unit: dictionary(), employer: dictionary() };
  const twice = new Set<string>();
  const setAside: SetAside[] = [];
  const seen = new Map<string, number>();
  const ids: string[] = [];
  const kbji: (string | undefined)[] = [];
  const doubled = new Set<number>();
  const raw = {
    regency: growingNumbers(),
    employer: growingNumbers(),
    seats: growingNumbers(),
    bars: growingNumbers(),
    minLevel: growingNumbers(),
    fixed: growingNumbers(),
    skillStart: growingNumbers(),
    skills: growingNumbers(),
    schemeStart: growingNumbers(),
    schemes: growingNumbers(),
    unitStart: growingNumbers(),
    units: growingNumbers(),
  };
  const closeLists = (): void => {
    raw.skillStart.push(raw.skills.length());
    raw.schemeStart.push(raw.schemes.length());
    raw.unitStart.push(raw.units.length());
  };
  closeLists();
  for (const vacancy of vacancies) {
    const { id } = vacancy;
    const before = seen.get(id);
    if (before !== undefined) {
      if (before >= 0) doubled.add(before);
      twice.add(id);
      setAside.push({ kind: "VACANCY", id, code: "DUPLICATE_ID" });
      continue;
    }
    const why = whyVacancyAside(vacancy, today);
    seen.set(id, why ? -1 : ids.length);
    if (why) {
      setAside.push({ kind: "VACANCY", id, code: why });
      continue;
    }
    ids.push(id);
    kbji.push(vacancy.kbji);
    const skills = new Set(vacancy.skills);
    const units = new Set(vacancy.units);
    const schemes = vacancy.certificateRequired ? new Set(vacancy.schemes) : new Set<string>();
    for (const skill of skills) raw.skills.push(numbers.skill.number(skill));
    for (const unit of units) raw.units.push(numbers.unit.number(unit));
    for (const scheme of schemes) raw.schemes.push(numbers.scheme.number(scheme));
    closeLists();
    const demands: Demands = { ...vacancy, units: units.size, schemes: schemes.size };
    raw.regency.push(regencyNumber(vacancy.regencyCode));
    raw.employer.push(numbers.employer.number(vacancy.employerId));
    raw.seats.push(vacancy.seatsFree);
    raw.bars.push(barFor(demands));
    raw.minLevel.push(vacancy.certificateRequired ? vacancy.minLevel : 0);
    const demandsCertificate = vacancy.certificateRequired || units.size > 0;
    raw.fixed.push(wagePoints(vacancy, weights) + (demandsCertificate ? weights.certificate : 0));
  }
  for (const at of doubled) setAside.push({ kind: "VACANCY", id: ids[at] ?? "", code: "DUPLICATE_ID" });

  const lists = {
    skill: { start: raw.skillStart.view(), values: raw.skills.view() },
    scheme: { start: raw.schemeStart.view(), values: raw.schemes.view() },
    unit: { start: raw.unitStart.view(), values: raw.units.view() },
  };
  const vocabulary = fitVocabulary(numbers, lists, doubled);
  for (const at of vocabulary.unfit) setAside.push({ kind: "VACANCY", id: ids[at] ?? "", code: "VOCABULARY_FULL" });

  const order = orderOf(ids, doubled.union(vocabulary.unfit));
  const count = order.length;
  const inOrder = (column: Int32Array): Int32Array => order.map((from) => column[from] ?? 0);
  const sortedIds = Array.from(order, (from) => ids[from] ?? "");
  const inOrderOf = ({ start, values }: NumberLists): NumberLists => reorderLists(start, values, order);
  const skills = inOrderOf(vocabulary.lists.skill);
  const schemes = inOrderOf(vocabulary.lists.scheme);
  const units = inOrderOf(vocabulary.lists.unit);
  const words = vocabulary.numbers;
  const regency = Uint16Array.from(inOrder(raw.regency.view()));
  const bars = inOrder(raw.bars.view());
  const longestSkills = longestOf(skills);
  const vacancyBits = Math.max(1, Math.ceil(Math.log2(Math.max(2, count))));
  const most = mostPoints(weights);
  if ((most + 1) * 2 ** vacancyBits > 2 ** 32)
    throw new RangeError(`${count} vacancies are too many for one index with up to ${greatestSum} points a pair`);
  const keys = keyNumbers(words.skill.size(), words.scheme.size(), words.unit.size());
  const employer = inOrder(raw.employer.view());
  const fixedPoints = Int16Array.from(inOrder(raw.fixed.view()));
  const scored = { employer, regency, fixedPoints, skills, noSkill: words.skill.size() };
  const postings = fileUnderKeys({ count, regency, bars, skills, schemes, units, keys });
  return {
    today,
    weights,
    count,
    ids: sortedIds,
    regency,
    employer,
    seats: inOrder(raw.seats.view()),
    bars,
    minLevel: Uint8Array.from(inOrder(raw.minLevel.view())),
    occupations: numberOccupations(Array.from(order, (from) => kbji[from])),
    fixedPoints,
    skills,
    schemes,
    units,
    vacancyBits,
    mostPoints: most,
    keys,
    postings,
    numbers: { ...words, employer: numbers.employer },
    skillPoints: shareTable(weights.skills, longestSkills),
    certifiedPoints: shareTable(weights.certificate, longestSkills),
    longestSkills,
    distancePoints: distanceTable(weights),
    rows: { byKey: rowsOf(postings.byKey.list, scored), byRegency: rowsOf(postings.byRegency.list, scored) },
    setAside: settleSetAside(setAside, twice),
  };
}

/** Numbers as they came, in the order of the ids, without those that stand twice. */
function orderOf(ids: readonly string[], without: ReadonlySet<number>): Int32Array {
  const order = Array.from(ids.keys()).filter((at) => !without.has(at));
  return Int32Array.from(order.sort((a, b) => compareTexts(ids[a] ?? "", ids[b] ?? "")));
}

function longestOf({ start }: NumberLists): number {
  let longest = 0;
  for (let i = 1; i < start.length; i += 1) longest = Math.max(longest, (start[i] ?? 0) - (start[i - 1] ?? 0));
  return longest;
}

function shareTable(greatest: number, longest: number): Int16Array {
  const width = longest + 1;
  const table = new Int16Array(width * width);
  for (let whole = 0; whole < width; whole += 1)
    for (let part = 0; part <= whole; part += 1) table[whole * width + part] = shareOf(greatest, part, whole);
  return table;
}
