/**
 * Records at rest. A version of a record is written together with its entry in the audit and in no other way; the next one
 * stands on the version as read, and touches what it changes and nothing else.
 */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { type AboutAct, auditPut } from "./audit.ts";
import type { Database, Item, Key, Write } from "./dynamodb.ts";
import type { TableName } from "./tables.ts";

/** A record as it was read, with the head of its chain of the audit. */
export type Stored<R> = { readonly state: R; readonly auditHead: string };

/**
 * What a record takes for itself alone, such as a number: an item that is put where none is. What `follows` it stands there too, and
 * is written anew where it changes while the lock is kept.
 */
export type Lock = { readonly label: string; readonly key: Key; readonly item: Item; readonly follows?: Item };

type Layout<R> = {
  /** What a failed condition is called by. */
  readonly label: string;
  readonly table: Exclude<TableName, "audit">;
  readonly key: (record: R) => Key;
  /** Every attribute: the fields of the record, and where it stands in the indexes. */
  readonly attributes: (record: R) => Item;
  /** What follows from other fields and is kept with the record: worked out anew with each version. */
  readonly derived?: (record: R) => Partial<R>;
  readonly locks?: (record: R) => readonly Lock[];
  /** What others change on the same item without a new version and this change rests on: it holds as read. */
  readonly holds?: (before: R, after: R) => Item;
};

/** How a kind of record stands at rest. */
export type AtRest<R> = Layout<R> & { readonly partOf?: undefined };

/** How a part of a record stands at rest: it has versions of its own, and its changes are told in the audit of its record. */
export type PartAtRest<P> = Layout<P> & { readonly partOf: string };

/** Who did what to a record, and when; `fields` are the names of what changed where the event does not say it. */
export type Act = {
  readonly at: Instant;
  readonly actor: string;
  readonly event: string;
  readonly fields?: readonly string[] | undefined;
} & AboutAct;

type Versioned = { readonly id: string; readonly version: number };

/** Reads a record with the head of its audit, which stands on the record itself. */
export async function readStored<R>(
  db: Database,
  table: TableName,
  key: Key,
  schema: z.ZodType<R>,
): Promise<Stored<R> | undefined> {
  const row = await db.get(table, key, z.looseObject({ auditHead: z.string() }));
  return row && { state: schema.parse(row), auditHead: row.auditHead };
}

/** The item of a record, to the last attribute. */
export const recordItem = <R>(atRest: Layout<R>, record: R, auditHead: string): Item & Key => ({
  ...atRest.key(record),
  ...atRest.attributes(record),
  auditHead,
});

/**
 * A record's first version, or the next one after the version that was read, with its entry in the audit and the locks that it
 * takes and gives back. Whatever version `decided` names, it gets the one that follows.
 */
export function recordWrites<R extends Versioned>(
  atRest: AtRest<R>,
  before: Stored<R> | undefined,
  decided: R,
  act: Act,
): readonly Write[] {
  const after = { ...decided, ...atRest.derived?.(decided) };
  const version = (before?.state.version ?? 0) + 1;
  const audit = auditPut(before?.auditHead ?? "", { aggregate: after.id, version, ...act });
  const { label, table } = atRest;
  const record: Write = before
    ? updateOf(atRest, before.state, after, { version, auditHead: audit.head })
    : { label, table, kind: "append", item: { ...recordItem(atRest, after, audit.head), version } };
  return [record, audit.write, ...lockWrites(atRest, before?.state, after)];
}

/** The first version of a part, or the next one after the version that was read. */
export function partWrites<P extends Versioned>(atRest: PartAtRest<P>, before: P | undefined, after: P): readonly Write[] {
  const { label, table } = atRest;
  const version = (before?.version ?? 0) + 1;
  const part: Write = before
    ? updateOf(atRest, before, after, { version })
    : { label, table, kind: "append", item: { ...atRest.key(after), ...atRest.attributes(after), version } };
  return [part, ...lockWrites(atRest, before, after)];
}

/** The names of what differs, but for the version. */
export const changedFields = (before: Item, after: Item): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== "version" && !isSame(before[name], after[name]),
  );

/** Sets what changed, removes what is gone, on the version as read. */
function updateOf<R extends Versioned>(atRest: Layout<R>, before: R, after: R, always: Item): Write {
  const attributes = atRest.attributes(after);
  const changed = changedFields(atRest.attributes(before), attributes);
  const set: Item = { ...pick(attributes, changed), ...always };
  const gone = changed.filter((name) => attributes[name] === undefined);
  const held: Item = { version: before.version, ...atRest.holds?.(before, after) };
  const remove = gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`).join(", ")}` : "";
  return {
    label: atRest.label,
    table: atRest.table,
    kind: "update",
    key: atRest.key(before),
    update: `SET ${Object.keys(set)
      .map((name) => `#${name} = :${name}`)
      .join(", ")}${remove}`,
    condition: Object.keys(held)
      .map((name) => `#${name} = :${name}AsRead`)
      .join(" AND "),
    names: Object.fromEntries([...Object.keys(set), ...gone, ...Object.keys(held)].map((name) => [`#${name}`, name])),
    values: {
      ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
      ...Object.fromEntries(Object.entries(held).map(([name, value]) => [`:${name}AsRead`, value])),
    },
  };
}

const pick = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));

/** Takes the locks that the record had not yet, and gives back those that it no longer needs. */
function lockWrites<R>({ table, locks }: Layout<R>, before: R | undefined, after: R): readonly Write[] {
  const had = before ? (locks?.(before) ?? []) : [];
  const has = locks?.(after) ?? [];
  const isIn = (others: readonly Lock[], { key }: Lock): boolean => others.some((other) => isSame(other.key, key));
  const taken = has.filter((lock) => !isIn(had, lock));
  const givenBack = had.filter((lock) => !isIn(has, lock));
  const moved = has.filter(({ key, follows }) => had.some((lock) => isSame(lock.key, key) && !isSame(lock.follows, follows)));
  return [
    ...taken.map(
      ({ label, key, item, follows }): Write => ({ label, table, kind: "append", item: { ...key, ...item, ...follows } }),
    ),
    ...moved.map(
      ({ label, key, item, follows }): Write => ({ label, table, kind: "put", item: { ...key, ...item, ...follows } }),
    ),
    ...givenBack.map(({ label, key }): Write => ({ label, table, kind: "delete", key })),
  ];
}

/** Whether two values are the same once stored, where what is undefined is not there at all. */
function isSame(first: unknown, second: unknown): boolean {
  if (!isObject(first) || !isObject(second)) return first === second;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].every((name) => isSame(first[name], second[name]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Which page of a list is read. */
export type PageOptions = { readonly limit: number; readonly cursor?: string | undefined };
