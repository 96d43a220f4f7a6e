/** One line of an office's list of clients: new, the same, changed, or wrong. */
import type * as z from "zod";
import { clientInput } from "../../api/clients.ts";
import type { Client } from "../../domain/clients/client.ts";
import type { ClientColumn, RememberedColumns } from "../../domain/clients/import/columns.ts";
import { foldHeading } from "../../domain/clients/import/headings.ts";
import type { lineResult } from "../../domain/clients/import/lines.ts";
import type { Cell, CellError } from "../../domain/clients/import/read-cell.ts";
import { type LineError, type ReadLine, readLine } from "../../domain/clients/import/read-line.ts";
import { DomainError, refusal } from "../../domain/errors.ts";
import { detailsOf } from "../../domain/issues.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { lineText } from "../../messages/cell-words.ts";
import { changedFields } from "../../store/record.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { officeOf } from "../request.ts";
import { changeClient } from "./change-client.ts";
import { holderOf } from "./known-nik.ts";
import { registerClientOf } from "./register-client.ts";

type Result = z.infer<typeof lineResult>;
type Input = z.infer<typeof clientInput>;

export type LineContext = {
  readonly staff: Staff;
  readonly columns: RememberedColumns;
  /** Ids of officers by their folded names. */
  readonly officers: ReadonlyMap<string, readonly string[]>;
  /** Whose a new client is whose line names nobody. */
  readonly officerId: string;
  readonly batch: string;
  readonly dryRun: boolean;
};
type Line = { readonly key: string; readonly cells: Readonly<Record<string, Cell>> };

/** @param seen register numbers and NIKs of the lines before, so that none is brought in twice */
export async function bringLine(deps: Deps, context: LineContext, line: Line, seen: Set<string>): Promise<Result> {
  const read = readLine(line.cells, context.columns);
  const errors: LineError[] = [...read.errors];
  const { registerNumber, nik } = read.line;
  const has = (column: ClientColumn) => read.headings[column] ?? "";
  const wrongAt = (column: ClientColumn, code: CellError) => errors.push({ column: has(column), code });
  const isKeyWrong = errors.some(({ column }) => column === has("registerNumber") || column === has("nik"));
  const isNobody = !isKeyWrong && registerNumber === undefined && nik === undefined;
  if (isNobody) wrongAt("registerNumber", "line.key-missing");
  for (const [column, number] of Object.entries({ registerNumber, nik })) {
    const known = number === undefined ? undefined : `${column} ${foldHeading(number)}`;
    if (known !== undefined && seen.has(known)) wrongAt(column === "nik" ? "nik" : "registerNumber", "line.duplicate");
    if (known !== undefined) seen.add(known);
  }
  const officerId = officerOf(context, read, wrongAt);
  // What else it lacks hangs on whom it is about.
  if (isNobody) return wrong(line.key, errors);
  const known = await knownClient(deps, context.staff, read);
  if (known === "TWO") return wrong(line.key, [...errors, { column: has("registerNumber"), code: "line.two-clients" }]);
  const of = { context, key: line.key, read, errors };
  return known ? changeKnown(deps, of, { client: known, officerId }) : register(deps, of, officerId ?? context.officerId);
}

/** A line with what its cells have wrong by themselves: the record's own rules are asked all the same, so that all is told at once. */
type Brought = {
  readonly context: LineContext;
  readonly key: string;
  readonly read: ReadLine;
  readonly errors: readonly LineError[];
};

/** What a schema found besides: of a cell that could not be read nothing is told twice. */
const besides = ({ read, errors }: Brought, found: z.ZodError | undefined): readonly LineError[] => [
  ...errors,
  ...(found ? errorsOf(found, read) : []).filter(({ column }) => !errors.some((error) => error.column === column)),
];

const told = (warnings: readonly string[]) => warnings.map((code) => ({ code, text: lineText(code) }));

const wrong = (key: string, errors: readonly LineError[]): Result => ({
  key,
  outcome: "WRONG",
  fields: [],
  errors: errors.map((error) => ({ ...error, text: lineText(error.code) })),
  warnings: [],
});

function officerOf(
  { officers }: LineContext,
  { officer }: ReadLine,
  wrongAt: (column: ClientColumn, code: CellError) => void,
): string | undefined {
  if (officer === undefined) return undefined;
  const [found, another] = officers.get(foldHeading(officer)) ?? [];
  if (found === undefined) wrongAt("officer", "cell.officer");
  if (another !== undefined) wrongAt("officer", "cell.officer-unclear");
  return found;
}

/** The client of the office whom a line is about, by register number, else by NIK; of another office's nothing is found out here. */
async function knownClient(deps: Deps, staff: Staff, { line }: ReadLine): Promise<Client | "TWO" | undefined> {
  // In the one form in which each number is kept; what is no number is told when the whole line is checked.
  const registerNumber = clientInput.shape.registerNumber.safeParse(line.registerNumber).data;
  const nik = clientInput.shape.nik.safeParse(line.nik).data;
  const lock = registerNumber ? await deps.store.clients.byRegisterNumber(staff.officeId, registerNumber) : undefined;
  const byRegister = lock && (await deps.store.clients.client(lock.clientId))?.state;
  const holder = nik ? await holderOf(deps, nik) : undefined;
  const byNik = holder?.officeId === staff.officeId ? holder : undefined;
  if (byRegister && byNik && byRegister.id !== byNik.id) return "TWO";
  return byRegister ?? byNik;
}

async function register(deps: Deps, brought: Brought, officerId: string): Promise<Result> {
  const { key, read, context } = brought;
  const { staff, dryRun, batch } = context;
  const input = clientInput.safeParse(read.line);
  const today = todayIn(await officeOf(deps, staff), deps.now());
  const { birthDate } = read.line;
  const isAhead = typeof birthDate === "string" && birthDate > today;
  const errors = [
    ...besides(brought, input.error),
    ...(isAhead ? [{ column: headingOf("birthDate", read), code: "date.future" }] : []),
  ];
  if (!input.success || errors.length > 0) return wrong(key, errors);
  const result: Result = { key, outcome: "NEW", officerId, fields: [], errors: [], warnings: [] };
  if (dryRun) return result;
  const idempotency = { subject: staff.id, route: "/imports/clients", key: `${batch}.${key}`, request: input.data };
  const request = { staff, body: input.data, params: {}, query: {}, idempotency };
  const { id, warnings = [] } = await underHeadings(read, () => registerClientOf(deps, request, officerId));
  return { ...result, clientId: id, warnings: told(warnings) };
}

/** What a line says of a client who is known; a cell that is empty takes nothing away. */
async function changeKnown(
  deps: Deps,
  brought: Brought,
  { client, officerId }: { readonly client: Client; readonly officerId: string | undefined },
): Promise<Result> {
  const { key, read, context } = brought;
  const { staff, dryRun } = context;
  const { nik, domicile, ...own } = read.line;
  const differs = nik !== undefined && client.nik && client.nik.lookup !== (await deps.keys.lookup(nik.replace(/[\s.-]/g, "")));
  const parsed = clientInput.safeParse({
    ...required(client),
    ...own,
    ...(client.nik || nik === undefined ? {} : { nik }),
    domicile: { ...client.domicile, ...domicile },
  });
  const errors = [
    ...besides(brought, parsed.error),
    ...(differs ? [{ column: read.headings.nik ?? "", code: "cell.nik-differs" satisfies CellError }] : []),
  ];
  if (!parsed.success || errors.length > 0) return wrong(key, errors);
  const said = pick(parsed.data, [...Object.keys(own), "domicile", ...(client.nik ? [] : ["nik"])]);
  const fields = changedFields(pick(client, Object.keys(said)), said);
  // A list that was printed last month must move nobody's client; and who reads on must know that it did not.
  const warnings: string[] = [];
  if (officerId !== undefined && officerId !== client.officerId) warnings.push("line.officer-differs" satisfies CellError);
  const result: Result = {
    key,
    outcome: "SAME",
    clientId: client.id,
    officerId: client.officerId,
    fields: [],
    errors: [],
    warnings: told(warnings),
  };
  if (fields.length === 0) return result;
  const changes = pick(said, fields);
  if (!dryRun) {
    const body = { version: client.version, changes };
    const request = { staff, params: { id: client.id }, query: {}, body, idempotency: undefined };
    warnings.push(...((await underHeadings(read, () => changeClient(deps, request))).warnings ?? []));
  }
  const names = fields.flatMap((field) => namesOf(field, client, parsed.data));
  return { ...result, outcome: "CHANGED", fields: names, warnings: told(warnings) };
}

/** What every client has, for a line that leaves it out. */
const required = ({ fullName, sex, birthDate, education }: Client) => ({ fullName, sex, birthDate, education });

const namesOf = (field: string, client: Client, input: Input): readonly string[] =>
  field === "domicile" ? changedFields(client.domicile, input.domicile).map((part) => `domicile.${part}`) : [field];

function pick<T extends object>(from: T, names: readonly string[]): Partial<T>;
function pick(from: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name, value]) => names.includes(name) && value !== undefined));
}

/** Which heading a field of the input stood under. */
function headingOf(path: string, { headings }: ReadLine): string {
  const field = path.replace(/^changes\./, "").replace(/^domicile\./, "");
  const named: Readonly<Record<string, string | undefined>> = {
    ...headings,
    regencyCode: headings.regency,
    birthDate: headings.birthDate ?? headings.birthPlaceAndDate,
    rt: headings.rt ?? headings.rtRw,
    rw: headings.rw ?? headings.rtRw,
  };
  return named[field] ?? "";
}

/** What a schema found, under the headings of the line; a field that the list leaves out is called missing. */
const errorsOf = (error: z.ZodError, read: ReadLine): readonly LineError[] =>
  detailsOf(error.issues).map(({ code, path = "" }) => {
    const column = headingOf(path, read);
    return column === "" ? { column: path, code: "cell.missing" } : { column, code };
  });

/** Runs a command; what it refuses is told under the heading of the field. */
async function underHeadings<T>(read: ReadLine, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw relabelled(error, read);
  }
}

function relabelled(error: unknown, read: ReadLine): unknown {
  if (!(error instanceof DomainError)) return error;
  if (error.code === "NIK_TAKEN")
    return refusal(
      error.code,
      error.details.map((detail) => ({ ...detail, path: read.headings.nik ?? "" })),
    );
  return refusal(
    error.code,
    error.details.map((detail) => ({ ...detail, path: headingOf(detail.path ?? "", read) })),
  );
}
