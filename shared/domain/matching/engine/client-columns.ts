/**
 * Clients as numbers in the words of one vacancy index: a skill, scheme or unit that no vacancy names has no number and is left
 * out. Clients are numbered by (willingness, regency, id): those who could come to a place are a few ranges. What is read of a
 * client together lies together: a search for somebody at random reads two or three lines of the processor's cache.
 */

import { willingnessNumber } from "../../reference/reach.ts";
import type { MatchingCertificate, MatchingClient } from "../matching-input.ts";
import { isValid } from "../rules.ts";
import { dayBit } from "./bars.ts";
import { clientKeys } from "./client-keys.ts";
import { clientRow, type HeldRows, schemeLevel, skillMark, trait } from "./client-rows.ts";
import { type GrowingNumbers, growingNumbers, type NumberLists } from "./growing-numbers.ts";
import { idTable } from "./id-table.ts";
import { noOffice, type OfficeColumns, officeColumns, type TermsByOffice } from "./office-terms.ts";
import { regencyCount, regencyNumber } from "./region-numbers.ts";
import { type SetAside, settleSetAside, whyClientAside } from "./set-aside.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

const traitsOf = (client: MatchingClient): number =>
  Math.min(15, client.education) |
  (Math.min(63, client.experienceYears) << 4) |
  ((client.reportDays ?? [client.reportDay]).reduce((days, day) => days | dayBit(day), 0) << 10) |
  (willingnessNumber[client.willingness] << 17);

export type ClientColumns = HeldRows & {
  readonly count: number;
  readonly ids: readonly string[];
  /**
   * For those who stay in their own regency where in the postings by regency their vacancies lie: from and to, by turns. Most
   * people stay, and asking each key for its few vacancies there would be most of a search.
   */
  readonly home: NumberLists;
  readonly offices: OfficeColumns;
  /** Where the clients of a willingness and regency begin: `willingness * regencyCount + regency`; one more at the end. */
  readonly blocks: Int32Array;
  readonly setAside: readonly SetAside[];
};

const dayInMs = 86_400_000;

/** Reads days, each text once: there are far fewer of them than clients. */
function epochDays(): (day: string) => number {
  const known = new Map<string, number>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const days = Math.floor(Date.parse(day) / dayInMs);
    known.set(day, days);
    return days;
  };
}

/** Brings clients into columns. The result does not depend on the order in which they come. */
export function compileClients(clients: Iterable<MatchingClient>, index: VacancyIndex, terms: TermsByOffice): ClientColumns {
  const { numbers, occupations } = index;
  const offices = officeColumns(terms, index);
  const setAside: SetAside[] = [];
  const asideIds = new Set<string>();
  const doubled = new Set<number>();
  const twice = new Set<string>();
  const ids: string[] = [];
  const table = idTable(ids);
  const rows = growingNumbers();
  const held = growingNumbers();
  const marker = certificateMarker(index);
  const epochDay = epochDays();

  for (const client of clients) {
    const before = table.find(client.id);
    if (before !== -1 || asideIds.has(client.id)) {
      if (before !== -1) doubled.add(before);
      twice.add(client.id);
      setAside.push({ kind: "CLIENT", id: client.id, code: "DUPLICATE_ID" });
      continue;
    }
    const office = offices.numberOf(client.officeId);
    const why = whyClientAside(client, index.today) ?? (office === noOffice ? "OFFICES_FULL" : undefined);
    if (why) {
      asideIds.add(client.id);
      setAside.push({ kind: "CLIENT", id: client.id, code: why });
      continue;
    }
    for (const skill of client.skills) marker.markSkill(skill, skillMark.has);
    for (const skill of client.interests) marker.markSkill(skill, skillMark.interest);
    for (const skill of client.aptitudes) marker.markSkill(skill, skillMark.aptitude);
    for (const certificate of client.certificates) {
      if (isValid(certificate, index)) marker.markCertificate(certificate);
      else setAside.push({ kind: "CERTIFICATE", id: client.id, code: "CERTIFICATE_EXPIRED" });
    }
    ids.push(client.id);
    table.noteLast();
    rows.push(traitsOf(client));
    rows.push(regencyNumber(client.regencyCode) | (office << 16));
    rows.push(epochDay(client.waitingSince));
    marker.moveTo(held, rows);
    rows.push(held.length());
    for (const code of client.barredOccupations) {
      const [first, after] = occupations.rangeOf(code);
      if (first === after) continue;
      held.push(~first);
      held.push(~after);
    }
    for (const employerId of client.exhaustedEmployers) {
      const employer = numbers.employer.find(employerId);
      if (employer !== -1) held.push(employer);
    }
    rows.push(held.length());
  }
  for (const at of doubled) setAside.push({ kind: "CLIENT", id: ids[at] ?? "", code: "DUPLICATE_ID" });

  const { order, blocks } = orderOf(ids, rows.view(), doubled);
  const ordered = inOrder(rows.view(), held.view(), order);
  // Given back at once: on a national market what came in and what stands in order would be much memory together.
  rows.release();
  held.release();
  return {
    count: order.length,
    ids: Array.from(order, (from) => ids[from] ?? ""),
    ...ordered,
    home: stretchesAtHome(index, ordered, order.length),
    offices,
    blocks,
    setAside: settleSetAside(setAside, twice),
  };
}

function stretchesAtHome(index: VacancyIndex, held: HeldRows, count: number): NumberLists {
  const { bucket } = index.postings.byRegency;
  const { read, keys } = clientKeys(index, held);
  const start = new Int32Array(count + 1);
  const values = growingNumbers();
  for (let client = 0; client < count; client += 1) {
    const at = client * clientRow.width;
    const stays = trait.willingness(held.rows[at + clientRow.traits] ?? 0) === willingnessNumber.OWN_REGENCY;
    const regency = (held.rows[at + clientRow.whereabouts] ?? 0) & 0xffff;
    const keyCount = stays ? read(client) : 0;
    for (let keyAt = 0; keyAt < keyCount; keyAt += 1) {
      const of = regency * index.keys.count + (keys[keyAt] ?? 0);
      if (bucket[of] === bucket[of + 1]) continue;
      values.push(bucket[of] ?? 0);
      values.push(bucket[of + 1] ?? 0);
    }
    start[client + 1] = values.length();
  }
  return { start, values: values.view() };
}

/** Since when each client waits, in epoch days. */
export function waitingSinceOf({ count, rows }: ClientColumns): Int32Array {
  const days = new Int32Array(count);
  for (let client = 0; client < count; client += 1) days[client] = rows[client * clientRow.width + clientRow.waitingSince] ?? 0;
  return days;
}

/** Gathers what one client's skills and certificates are in numbers, without an object for each. */
function certificateMarker({ numbers }: VacancyIndex) {
  // What each skill, scheme and unit is to the client at hand: 0 between clients.
  const marks = new Uint8Array(numbers.skill.size());
  const levels = new Uint8Array(numbers.scheme.size());
  const hasUnit = new Uint8Array(numbers.unit.size());
  const touchedSkills = new Int32Array(marks.length);
  const touchedSchemes = new Int32Array(levels.length);
  const touchedUnits = new Int32Array(hasUnit.length);
  let skillCount = 0;
  let schemeCount = 0;
  let unitCount = 0;
  const markSkill = (skill: string, bits: number): void => {
    const number = numbers.skill.find(skill);
    if (number === -1) return;
    const before = marks[number] ?? 0;
    if (before === 0) touchedSkills[skillCount++] = number;
    marks[number] = ((before | bits) & 15) | Math.max(before & 240, bits & 240);
  };
  return {
    markSkill,
    markCertificate: (certificate: MatchingCertificate): void => {
      const bits = skillMark.has | skillMark.certified | (certificate.level << skillMark.levelShift);
      for (const skill of certificate.skills) markSkill(skill, bits);
      const scheme = numbers.scheme.find(certificate.scheme);
      if (scheme !== -1) {
        // One more than the level, so that a certificate without a level leaves a mark, too.
        if (levels[scheme] === 0) touchedSchemes[schemeCount++] = scheme;
        levels[scheme] = Math.max(levels[scheme] ?? 0, certificate.level + 1);
      }
      for (const unit of certificate.units) {
        const number = numbers.unit.find(unit);
        if (number === -1 || hasUnit[number] === 1) continue;
        hasUnit[number] = 1;
        touchedUnits[unitCount++] = number;
      }
    },
    /** Moves what was marked to a list, and where skills, schemes and units begin in it to another. */
    moveTo: (held: GrowingNumbers, begins: GrowingNumbers): void => {
      begins.push(held.length());
      for (let at = 0; at < skillCount; at += 1) {
        const skill = touchedSkills[at] ?? 0;
        held.push((skill << skillMark.skillShift) | (marks[skill] ?? 0));
        marks[skill] = 0;
      }
      begins.push(held.length());
      for (let at = 0; at < schemeCount; at += 1) {
        const scheme = touchedSchemes[at] ?? 0;
        held.push((scheme << schemeLevel.schemeShift) | ((levels[scheme] ?? 1) - 1));
        levels[scheme] = 0;
      }
      begins.push(held.length());
      for (let at = 0; at < unitCount; at += 1) {
        const unit = touchedUnits[at] ?? 0;
        held.push(unit);
        hasUnit[unit] = 0;
      }
      skillCount = 0;
      schemeCount = 0;
      unitCount = 0;
    },
  };
}

const blockOf = (rows: Int32Array, client: number): number =>
  trait.willingness(rows[client * clientRow.width + clientRow.traits] ?? 0) * regencyCount +
  ((rows[client * clientRow.width + clientRow.whereabouts] ?? 0) & 0xffff);

/** By block, within a block by id: a counting sort, then one small sort a block. */
function orderOf(ids: readonly string[], rows: Int32Array, without: ReadonlySet<number>) {
  const blocks = new Int32Array(4 * regencyCount + 1);
  const taken = (at: number): boolean => without.size === 0 || !without.has(at);
  for (let at = 0; at < ids.length; at += 1) {
    const next = blockOf(rows, at) + 1;
    if (taken(at)) blocks[next] = (blocks[next] ?? 0) + 1;
  }
  for (let i = 1; i < blocks.length; i += 1) blocks[i] = (blocks[i] ?? 0) + (blocks[i - 1] ?? 0);
  const order = new Int32Array(blocks.at(-1) ?? 0);
  const next = blocks.slice();
  for (let at = 0; at < ids.length; at += 1) {
    if (!taken(at)) continue;
    const of = blockOf(rows, at);
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

/** Rows and what is held, in the order of the clients: row `i` of the result is row `order[i]` of what is given. */
function inOrder(
  rows: Int32Array,
  held: Int32Array,
  order: Int32Array,
): { readonly rows: Int32Array; readonly held: Int32Array } {
  const newRows = new Int32Array(order.length * clientRow.width);
  const newHeld = new Int32Array(held.length);
  let length = 0;
  for (let i = 0; i < order.length; i += 1) {
    const from = (order[i] ?? 0) * clientRow.width;
    const to = i * clientRow.width;
    const start = rows[from + clientRow.skills] ?? 0;
    const end = rows[from + clientRow.end] ?? 0;
    for (let field = 0; field < clientRow.width; field += 1) {
      const moved = field < clientRow.skills ? 0 : length - start;
      newRows[to + field] = (rows[from + field] ?? 0) + moved;
    }
    for (let at = start; at < end; at += 1) newHeld[length++] = held[at] ?? 0;
  }
  return { rows: newRows, held: newHeld.subarray(0, length) };
}
