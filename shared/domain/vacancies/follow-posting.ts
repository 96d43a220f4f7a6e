/**
 * A vacancy follows the posting that it came from. What the source changed since the last import is changed here; what was
 * changed here since stays, for a person knew better. A posting that is closed, full or over closes its vacancy, one that is
 * open again opens it, but never against the word of an officer who closed it.
 */
import type { LocalDate } from "../calendar/local-date.ts";
import type { Vacancy } from "./vacancy.ts";

/** The fields in which a vacancy follows its posting. */
export const followedFields = [
  "title",
  "regencyCode",
  "kbji",
  "seats",
  "wage",
  "contractType",
  "partTime",
  "openToDisabled",
  "requirements",
  "recordCheck",
  "description",
  "jobFunction",
  "sourceUrl",
  "flags",
  "notes",
  "validUntil",
] as const satisfies readonly (keyof Vacancy)[];
type FollowedField = (typeof followedFields)[number];

/** What a posting says today; one that names no end says nothing of it. */
export type Posting = Pick<Vacancy, Exclude<FollowedField, "validUntil">> & { readonly validUntil: LocalDate | undefined };
/** A posting that is read whole, or of which no more is known than that it is closed or full. */
export type PostingNow = { readonly kind: "READ"; readonly posting: Posting } | { readonly kind: "CLOSED" | "FULL" };

export type FieldChange = { readonly field: FollowedField | "status"; readonly before?: string; readonly after?: string };

export type Followed<V extends Vacancy> = {
  readonly state: V;
  readonly changes: readonly FieldChange[];
};

/** The vacancy as it is after its posting was read again, with what changed; the very same state where nothing did. */
export function followPosting<V extends Vacancy>(vacancy: V, now: PostingNow, today: LocalDate): Followed<V> {
  const before: Vacancy = vacancy;
  const changed = now.kind === "READ" ? changedAtSource(before, now.posting) : [];
  const posting: Partial<Posting> = now.kind === "READ" ? pick(now.posting, changed) : {};
  // A seat that was taken here stays taken, whatever number the source names: there are no fewer than these.
  const taken = before.seats - before.seatsFree;
  const seats = Math.max(posting.seats ?? before.seats, taken);
  const seatsFree = seats - taken;
  const gone = goneBecause(now, posting.validUntil ?? before.validUntil, today);
  const state: V = {
    ...vacancy,
    ...posting,
    seats,
    seatsFree,
    ...(posting.regencyCode && { provinceCode: posting.regencyCode.slice(0, 2) }),
    ...(now.kind === "READ" && { imported: { ...endOf(before), ...printsOf(now.posting) } }),
    ...statusOf(before, gone, today),
  };
  const status: FieldChange[] = hasTurned(before, state) ? [{ field: "status", before: before.status, after: state.status }] : [];
  const differing = changed.filter((field) => printOf(before[field]) !== printOf(state[field]));
  return {
    state,
    changes: [...status, ...differing.map((field) => changeOf(field, before[field], state[field]))],
  };
}

/** Whether it has opened or closed, or what only ran out is not to be had at all. */
export const hasTurned = (before: Vacancy, after: Vacancy): boolean =>
  after.status !== before.status || (after.status === "CLOSED" && after.closedBecause !== before.closedBecause);

/** The end that the source named last stays known while it names none. */
const endOf = ({ imported: { validUntil } = {} }: Vacancy): Record<string, string> =>
  validUntil === undefined ? {} : { validUntil };

const pick = (posting: Posting, fields: readonly FollowedField[]): Partial<Posting> =>
  Object.fromEntries(fields.map((field) => [field, posting[field]]));

/** Against what the source said last time; where that is not recorded, against what is kept. */
const changedAtSource = (vacancy: Vacancy, posting: Posting): readonly FollowedField[] =>
  followedFields.filter((field) => {
    if (field === "validUntil" && posting.validUntil === undefined) return false;
    const now = printOf(posting[field]);
    const last = vacancy.imported === undefined ? printOf(vacancy[field]) : vacancy.imported[field];
    const kept = printOf(vacancy[field]);
    // A source that no longer names something does not contradict what a person has put right.
    if (now === undefined && vacancy.imported !== undefined && kept !== last) return false;
    return now !== last && now !== kept;
  });

function goneBecause(now: PostingNow, validUntil: LocalDate, today: LocalDate): Vacancy["closedBecause"] {
  if (now.kind === "CLOSED") return "SOURCE_CLOSED";
  if (now.kind === "FULL") return "SOURCE_FULL";
  return validUntil < today ? "EXPIRED" : undefined;
}

function statusOf(vacancy: Vacancy, gone: Vacancy["closedBecause"], today: LocalDate): Pick<Vacancy, "status" | "closedBecause"> {
  const { status, closedBecause } = vacancy;
  // What ran out may still be given to who was asked in time, until the source says that it is not to be had.
  const ends = status === "OPEN" || (closedBecause === "EXPIRED" && gone !== "EXPIRED");
  if (gone !== undefined) return ends ? { status: "CLOSED", closedBecause: gone } : { status, closedBecause };
  // Of a vacancy that ran out before causes were recorded its last day tells.
  const mayReopen = closedBecause === undefined ? vacancy.validUntil < today : closedBecause !== "OFFICER";
  return status === "CLOSED" && mayReopen ? { status: "OPEN", closedBecause: undefined } : { status, closedBecause };
}

/** What is told of a change; of a text only that it changed. */
function changeOf(field: FollowedField, before: unknown, after: unknown): FieldChange {
  if (field === "description") return { field };
  return {
    field,
    ...(before !== undefined && { before: shown(before) }),
    ...(after !== undefined && { after: shown(after) }),
  };
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A print of every field that a posting names. */
export const printsOf = (posting: Partial<Posting>): Record<string, string> =>
  Object.fromEntries(
    followedFields.flatMap((field) => {
      const print = printOf(posting[field]);
      return print === undefined ? [] : [[field, print]];
    }),
  );

/** Tells two values apart; a long one by its length and a hash of 32 bits. */
function printOf(value: unknown): string | undefined {
  if (value === undefined || value === false) return undefined;
  const text = JSON.stringify(sorted(value));
  if (text.length <= 100) return text;
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  return `${text.length}:${hash.toString(16)}`;
}

/** One order of the names, and none that stands for nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sorted(item)]));
}
