/**
 * Clients as columns of numbers in the words of one vacancy index: a skill, scheme or unit that no vacancy names has no number
 * and is left out. Clients are numbered by (willingness, regency, id): those who could come to a place are a few ranges.
 */
import type { MatchingCertificate, MatchingClient } from "../matching-input.ts";
import { isValid } from "../rules.ts";
import { dayBit } from "./bars.ts";
import { type GrowingNumbers, growingNumbers, type NumberLists, reorderLists } from "./growing-numbers.ts";
import { idTable } from "./id-table.ts";
import { type OfficeColumns, officeColumns, type TermsByOffice } from "./office-terms.ts";
import { regencyCount, regencyNumber, willingnessNumber } from "./region-numbers.ts";
import { type SetAside, whyClientAside } from "./set-aside.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

/**
 * What a skill is to a client, in 8 bits: four marks, and from bit 4 the highest level of a certificate that proves it. In a
 * list the skill stands above them, from bit 8.
 */
export const skillMark = { has: 1, interest: 2, aptitude: 4, certified: 8, levelShift: 4, bits: 255, skillShift: 8 } as const;

/** In a list of schemes the highest level of each stands in the low 4 bits, the scheme above. */
export const schemeLevel = { bits: 15, schemeShift: 4 } as const;

export type ClientColumns = {
  readonly count: number;
  readonly ids: readonly string[];
  readonly regency: Uint16Array;
  readonly willingness: Uint8Array;
  readonly education: Uint8Array;
  readonly experience: Uint8Array;
  readonly reportDay: Uint8Array;
  readonly office: Uint16Array;
  readonly offices: OfficeColumns;
  /** Epoch days. */
  readonly waitingSince: Int32Array;
  /** Each skill with what it is to the client (`skillMark`). */
  readonly skills: NumberLists;
  /** Each scheme with its highest level (`schemeLevel`). */
  readonly schemes: NumberLists;
  readonly units: NumberLists;
  readonly exhausted: NumberLists;
  /** Occupations barred, for those clients who have any. */
  readonly barred: ReadonlyMap<number, readonly string[]>;
  /** Where the clients of a willingness and regency begin: `willingness * regencyCount + regency`; one more at the end. */
  readonly blocks: Int32Array;
  readonly setAside: readonly SetAside[];
};

const day = 86_400_000;

/** Brings clients into columns. The answer does not depend on the order in which they come. */
export function compileClients(clients: Iterable<MatchingClient>, index: VacancyIndex, terms: TermsByOffice): ClientColumns {
  const { numbers } = index;
  const offices = officeColumns(terms, index);
  const setAside: SetAside[] = [];
  const asideIds = new Set<string>();
  const doubled = new Set<number>();
  const ids: string[] = [];
  const table = idTable(ids);
  const barred = new Map<number, readonly string[]>();
  const column = () => growingNumbers();
  const raw = {
    block: column(),
    education: column(),
    experience: column(),
    reportDay: column(),
    office: column(),
    waitingSince: column(),
  };
  const listOf = () => ({ start: growingNumbers(), values: growingNumbers() });
  const lists = { skills: listOf(), schemes: listOf(), units: listOf(), exhausted: listOf() };
  const everyList = Object.values(lists);
  const closeLists = (): void => {
    for (const list of everyList) list.start.push(list.values.length());
  };
  closeLists();
  // What each skill, scheme and unit is to the client at hand: 0 between clients.
  const marks = new Uint8Array(numbers.skill.size());
  const levels = new Uint8Array(numbers.scheme.size());
  const hasUnit = new Uint8Array(numbers.unit.size());
  const touched = { skills: growingNumbers(), schemes: growingNumbers(), units: growingNumbers() };
  const mark = (skill: string, bits: number): void => {
    const number = numbers.skill.find(skill);
    if (number === -1) return;
    const before = marks[number] ?? 0;
    if (before === 0) touched.skills.push(number);
    marks[number] = ((before | bits) & 15) | Math.max(before & 240, bits & 240);
  };
  const markCertificate = (certificate: MatchingCertificate): void => {
    const bits = skillMark.has | skillMark.certified | (certificate.level << skillMark.levelShift);
    for (const skill of certificate.skills) mark(skill, bits);
    const scheme = numbers.scheme.find(certificate.scheme);
    if (scheme !== -1) {
      // One more than the level, so that a certificate without a level leaves a mark, too.
      if (levels[scheme] === 0) touched.schemes.push(scheme);
      levels[scheme] = Math.max(levels[scheme] ?? 0, certificate.level + 1);
    }
    for (const unit of certificate.units) {
      const number = numbers.unit.find(unit);
      if (number === -1 || hasUnit[number] === 1) continue;
      hasUnit[number] = 1;
      touched.units.push(number);
    }
  };
  /** Moves what was marked for one client to the lists. */
  const unmark = (): void => {
    for (const skill of touched.skills.view()) {
      const bits = marks[skill] ?? 0;
      marks[skill] = 0;
      lists.skills.values.push((skill << skillMark.skillShift) | bits);
    }
    for (const scheme of touched.schemes.view()) {
      lists.schemes.values.push((scheme << schemeLevel.schemeShift) | ((levels[scheme] ?? 1) - 1));
      levels[scheme] = 0;
    }
    for (const unit of touched.units.view()) {
      lists.units.values.push(unit);
      hasUnit[unit] = 0;
    }
    touched.skills.clear();
    touched.schemes.clear();
    touched.units.clear();
  };

  for (const client of clients) {
    const before = table.find(client.id);
    if (before !== -1 || asideIds.has(client.id)) {
      if (before !== -1) doubled.add(before);
      setAside.push({ kind: "CLIENT", id: client.id, code: "DUPLICATE_ID" });
      continue;
    }
    const why = whyClientAside(client);
    if (why) {
      asideIds.add(client.id);
      setAside.push({ kind: "CLIENT", id: client.id, code: why });
      continue;
    }
    for (const skill of client.skills) mark(skill, skillMark.has);
    for (const skill of client.interests) mark(skill, skillMark.interest);
    for (const skill of client.aptitudes) mark(skill, skillMark.aptitude);
    for (const certificate of client.certificates) {
      if (isValid(certificate, index)) markCertificate(certificate);
      else setAside.push({ kind: "CERTIFICATE", id: client.id, code: "CERTIFICATE_EXPIRED" });
    }
    if (client.barredOccupations.length > 0) barred.set(ids.length, client.barredOccupations);
    ids.push(client.id);
    table.noteLast();
    unmark();
    for (const employerId of client.exhaustedEmployers) {
      const employer = numbers.employer.find(employerId);
      if (employer !== -1) lists.exhausted.values.push(employer);
    }
    closeLists();
    raw.block.push(willingnessNumber[client.willingness] * regencyCount + regencyNumber(client.regencyCode));
    raw.education.push(Math.min(255, client.education));
    raw.experience.push(Math.min(63, client.experienceYears));
    raw.reportDay.push(dayBit(client.reportDay));
    raw.office.push(offices.numberOf(client.officeId));
    raw.waitingSince.push(Math.floor(Date.parse(client.waitingSince) / day));
  }
  for (const at of doubled) setAside.push({ kind: "CLIENT", id: ids[at] ?? "", code: "DUPLICATE_ID" });

  const { order, blocks } = orderOf(ids, raw.block.view(), doubled);
  // Each raw column is given back as soon as it stands in order: on a national market both would be much memory.
  const inOrder = (column: GrowingNumbers): Int32Array => {
    const values = column.view();
    const ordered = order.map((from) => values[from] ?? 0);
    column.release();
    return ordered;
  };
  const block = inOrder(raw.block);
  const newBarred = new Map<number, readonly string[]>();
  if (barred.size > 0)
    order.forEach((from, to) => {
      const codes = barred.get(from);
      if (codes) newBarred.set(to, codes);
    });
  const reordered = ({ start, values }: { readonly start: GrowingNumbers; readonly values: GrowingNumbers }): NumberLists => {
    const lists = reorderLists(start.view(), values.view(), order);
    start.release();
    values.release();
    return lists;
  };
  return {
    count: order.length,
    ids: Array.from(order, (from) => ids[from] ?? ""),
    regency: Uint16Array.from(block, (one) => one % regencyCount),
    willingness: Uint8Array.from(block, (one) => Math.floor(one / regencyCount)),
    education: Uint8Array.from(inOrder(raw.education)),
    experience: Uint8Array.from(inOrder(raw.experience)),
    reportDay: Uint8Array.from(inOrder(raw.reportDay)),
    office: Uint16Array.from(inOrder(raw.office)),
    offices,
    waitingSince: inOrder(raw.waitingSince),
    skills: reordered(lists.skills),
    schemes: reordered(lists.schemes),
    units: reordered(lists.units),
    exhausted: reordered(lists.exhausted),
    barred: newBarred,
    blocks,
    setAside: setAside.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.code < b.code ? -1 : 1)),
  };
}

/** By block, within a block by id: a counting sort, then one small sort a block. */
function orderOf(ids: readonly string[], block: Int32Array, without: ReadonlySet<number>) {
  const blocks = new Int32Array(4 * regencyCount + 1);
  const taken = (at: number): boolean => without.size === 0 || !without.has(at);
  for (let at = 0; at < ids.length; at += 1) {
    const next = (block[at] ?? 0) + 1;
    if (taken(at)) blocks[next] = (blocks[next] ?? 0) + 1;
  }
  for (let i = 1; i < blocks.length; i += 1) blocks[i] = (blocks[i] ?? 0) + (blocks[i - 1] ?? 0);
  const order = new Int32Array(blocks.at(-1) ?? 0);
  const next = blocks.slice();
  for (let at = 0; at < ids.length; at += 1) {
    if (!taken(at)) continue;
    const of = block[at] ?? 0;
    const to = next[of] ?? 0;
    order[to] = at;
    next[of] = to + 1;
  }
  for (let i = 0; i + 1 < blocks.length; i += 1) {
    const from = blocks[i] ?? 0;
    const to = blocks[i + 1] ?? 0;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => ((ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1));
  }
  return { order, blocks };
}
