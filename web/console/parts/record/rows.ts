/**
 * The fields of a record as a table: by it a form is drawn and filled, a new record or a change is put together, and a record is
 * shown. Whether what was typed is right, the API says.
 */
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { formatAnyPhone } from "../../../../shared/domain/identifiers/phone-text.ts";
import { describeRegion } from "../../../../shared/domain/identifiers/regions.ts";
import { formatRupiah, parseRupiah, rupiahOfSen } from "../../../../shared/domain/reference/money.ts";
import { isRecord } from "../../api/problem.ts";
import { language } from "../../words/language.ts";

/** `list`: a line for each entry. `many`: some of the options. `place`: a regency, or a province. `parties`: ids, each with its name. */
export type Kind =
  | "line"
  | "text"
  | "phone"
  | "email"
  | "date"
  | "number"
  | "rupiah"
  | "region"
  | "place"
  | "parties"
  | "choice"
  | "yes"
  | "many"
  | "list";
export type Row = {
  /** Where it stands in the record, such as `contact.phone`. */
  readonly path: string;
  readonly kind: Kind;
  readonly options?: readonly string[];
  /** Always sent; what is empty too. Others are left out while they are empty. */
  readonly needed?: true;
  /** Sent only where something stands at this path too. */
  readonly beside?: string;
  /** Asked only where this stands at another path. */
  readonly when?: { readonly path: string; readonly is: string };
  /** What a new record begins with. */
  readonly usual?: Value;
  /** Given once: no later change touches it. */
  readonly fixed?: true;
  /** What is told of a record that is there, and not of a new one. */
  readonly later?: true;
  /** Sealed by the server: until then it stands in the page alone, and in nothing that the device keeps. */
  readonly secret?: true;
  /** Of a place: whether it may be, or must be, a whole province. */
  readonly whole?: "may" | "only" | undefined;
  /** Shown when somebody asks for more. */
  readonly more?: true;
  /** How an entry of a list is typed, where it is no text. */
  readonly entry?: { readonly read: (part: unknown) => string; readonly write: (line: string) => unknown };
};
export type Value = string | boolean | readonly string[];
export type Values = Readonly<Record<string, Value>>;
export const isValues = (held: unknown): held is Values =>
  isRecord(held) &&
  Object.values(held).every(
    (value) => ["string", "boolean"].includes(typeof value) || (Array.isArray(value) && value.every(isText)),
  );
const isText = (value: unknown): value is string => typeof value === "string";
/** What the fields of a record are called, and their options, by path. */
export type RowWords = {
  readonly labels: Readonly<Record<string, string>>;
  readonly hints?: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly yes: string;
  readonly no: string;
};

const partAt = (record: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), record);

/** What is recorded, as the form's controls hold it. */
export function heldAt({ path, kind, entry }: Row, record: unknown): Value {
  const value = partAt(record, path);
  if (kind === "yes") return value === true;
  if (kind === "many" || kind === "list" || kind === "parties")
    return Array.isArray(value) ? value.map(entry?.read ?? String) : [];
  if (kind === "rupiah" && typeof value === "number") return String(rupiahOfSen(value)).replace(".", ",");
  if (kind === "phone" && typeof value === "string") return formatAnyPhone(value);
  return value === undefined || value === null ? "" : String(value);
}
export const valuesOf = (rows: readonly Row[], record: unknown): Values =>
  Object.fromEntries(rows.map((row) => [row.path, heldAt(row, record)]));
/** What of it a device may keep until it is sent. */
export const keepable =
  (rows: readonly Row[]) =>
  (values: Values): Values => ({
    ...values,
    ...Object.fromEntries(rows.filter(({ secret }) => secret).map(({ path }) => [path, ""])),
  });
export const usualValues = (rows: readonly Row[], given: Values = {}): Values =>
  Object.fromEntries(rows.map((row) => [row.path, given[row.path] ?? row.usual ?? heldAt(row, undefined)]));

/** The fields of a record that is new. */
export const newRows = (rows: readonly Row[]): readonly Row[] => rows.filter(({ later }) => !later);

const isNothing = (value: Value | undefined): boolean =>
  value === undefined || value === false || (typeof value !== "boolean" && value.length === 0);
export const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A value as the API takes it. What is no number goes as it was typed, for the API to say what is wrong with it. */
function sentOf({ kind, needed, entry }: Row, value: Value): unknown {
  if (isNothing(value) && !(needed && typeof value !== "string")) return undefined;
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") {
    const lines = value.map((line) => line.trim()).filter((line) => line !== "");
    return entry ? lines.map(entry.write) : lines;
  }
  const text = value.trim();
  if (kind === "number" && /^\d+$/.test(text)) return Number(text);
  if (kind === "rupiah") return parseRupiah(text) ?? text;
  return text === "" ? undefined : text;
}

/** The fields that are asked, as the others stand. */
export const asked = (rows: readonly Row[], values: Values): readonly Row[] =>
  rows.filter(({ when }) => when === undefined || values[when.path] === when.is);

/** A new record as it is sent. */
export function bodyOf(rows: readonly Row[], values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const row of asked(rows, values)) {
    if (row.beside && isNothing(values[row.beside])) continue;
    const sent = sentOf(row, values[row.path] ?? "");
    const [last = "", ...above] = row.path.split(".").toReversed();
    const place = above.toReversed().reduce<Record<string, unknown>>((part, name) => {
      const found = part[name];
      if (isRecord(found)) return found;
      const made: Record<string, unknown> = {};
      // What must be there is asked for at its own place.
      if (sent !== undefined || row.needed) part[name] = made;
      return made;
    }, body);
    if (sent !== undefined) place[last] = sent;
  }
  return body;
}

/** What was changed, by the record's own fields: each as a whole, `null` where it is taken away. */
export function changesOf(rows: readonly Row[], before: Values, after: Values): Record<string, unknown> {
  const open = rows.filter(({ fixed }) => !fixed);
  const whole = bodyOf(open, after);
  const touched = open.filter(({ path }) => !isSame(before[path], after[path])).map(({ path }) => path.split(".")[0] ?? path);
  return Object.fromEntries([...new Set(touched)].map((name) => [name, whole[name] ?? null]));
}

/** A party as a form holds it, its id and its name, so that a form that is taken up again shows who it is. */
export function partyOf(held: string): { readonly id: string; readonly name: string } {
  const [id = "", ...name] = held.split(" ");
  return { id, name: name.join(" ") || id };
}
/** How it is held, and how it is sent: by its id. */
export const party = {
  read: (part: unknown): string => (isRecord(part) ? `${part.id} ${part.name}` : String(part)),
  write: (held: string): unknown => partyOf(held).id,
};

/** A value as it is read; empty where there is none. */
export function shown({ path, kind }: Row, value: Value | undefined, words: RowWords): string {
  if (value === undefined) return "";
  const names = words.options[path] ?? {};
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value !== "string")
    return value.map((one) => names[one] ?? (kind === "parties" ? partyOf(one).name : one)).join(", ");
  if (kind === "choice") return names[value] ?? value;
  if (kind === "region" || kind === "place") return describeRegion(value) ?? value;
  if (kind === "date" && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, language());
  const sen = kind === "rupiah" ? parseRupiah(value) : undefined;
  return sen === undefined ? value : formatRupiah(sen);
}
