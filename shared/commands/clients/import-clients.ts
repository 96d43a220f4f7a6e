/** Brings an office's own list of clients in, line by line: who is new is registered, whose line differs is changed. */
import type * as z from "zod";
import { lineResults } from "../../api/imports.ts";
import type { routes } from "../../api/routes.ts";
import type { ClientColumn, RememberedColumns } from "../../domain/clients/import/columns.ts";
import { columnOf, foldHeading, readRemembered, rememberColumns } from "../../domain/clients/import/headings.ts";
import type { lineResult } from "../../domain/clients/import/lines.ts";
import { DomainError, refusal } from "../../domain/errors.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { mayCarry } from "../../domain/offices/staff.ts";
import { lineText } from "../../messages/cell-words.ts";
import { problems } from "../../messages/problems.ts";
import type { Deps } from "../deps.ts";
import { earlierResponse, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { bringLine, type LineContext } from "./import-client-line.ts";
import { sealedRequest } from "./sealed-request.ts";

type Result = z.infer<typeof lineResult>;

/**
 * Errors: REQUEST_INVALID for an officer who cannot be left with clients. Each line is an act of its own, and its client is known by register number or NIK: a list that broke off goes on where it is
 * sent again, and what is done is the same. A line that is wrong says where, and holds no other one up.
 */
export const importClients: StaffCommand<typeof routes.importClients> = async (deps, { staff, body, idempotency }) => {
  const asked = idempotency && { ...idempotency, request: await sealedRequest(deps, body) };
  const earlier = await earlierResponse(deps, asked, lineResults);
  if (earlier) return earlier.response;
  const officers = (await deps.store.staff.ofOffice(staff.officeId)).filter(mayCarry);
  const { officerId = staff.id } = body;
  // Whoever brings a list in without saying whose the clients are has them, whatever the role.
  if (officerId !== staff.id && !officers.some(({ id }) => id === officerId))
    throw refusal("REQUEST_INVALID", [{ code: "staff.cannot-carry", path: "officerId" }]);
  const columns = await columnsOf(deps, staff, body);
  const context: LineContext = {
    staff,
    columns,
    officers: byName(officers),
    officerId,
    batch: body.batch,
    dryRun: body.dryRun,
  };
  const results: Result[] = [];
  const seen = new Set<string>();
  for (const line of body.lines) results.push(await tell(line.key, () => bringLine(deps, context, line, seen)));
  const response = { results, columns: readColumns(body.lines, columns) };
  if (body.dryRun) return response;
  return commitWithRetry(deps, async () => {
    const meanwhile = await earlierResponse(deps, asked, lineResults);
    return meanwhile ?? { kind: "write", writes: idempotencyPut(asked, response, deps.now()), response };
  });
};

/** A refusal of a line as what is wrong with it. */
async function tell(key: string, bring: () => Promise<Result>): Promise<Result> {
  try {
    return await bring();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.details.map(({ code, path }) => ({ column: path ?? "", code, text: lineText(code) }));
    const whole = { column: "", code: error.code, text: problems[error.code] };
    return { key, outcome: "WRONG", fields: [], errors: errors.length > 0 ? errors : [whole], warnings: [] };
  }
}

/** What the office's columns hold, with what is said of them now; remembered unless this is a trial. */
async function columnsOf(
  deps: Deps,
  staff: Staff,
  { columns: said, dryRun }: { readonly columns?: RememberedColumns | undefined; readonly dryRun: boolean },
): Promise<RememberedColumns> {
  const before = readRemembered((await officeOf(deps, staff)).importColumns);
  if (said === undefined) return before;
  const after = rememberColumns(before, said);
  if (dryRun) return after;
  const options = { request: { staff, idempotency: undefined }, action: "registerClient", id: staff.officeId } as const;
  await changeRecord(deps, records.office, options, (office) => {
    const importColumns = rememberColumns(readRemembered(office.importColumns), said);
    const isNew = Object.entries(importColumns).some(([heading, column]) => office.importColumns?.[heading] !== column);
    if (!isNew) return unchanged({ id: office.id });
    return changed({ state: { ...office, importColumns }, event: "rememberColumns", response: { id: office.id } });
  });
  return after;
}

/** The officers of the office by their names, as a list names them. */
function byName(officers: readonly Staff[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, name } of officers) found.set(foldHeading(name), [...(found.get(foldHeading(name)) ?? []), id]);
  return found;
}

function readColumns(lines: readonly { readonly cells: object }[], columns: RememberedColumns): Record<string, ClientColumn> {
  const headings = new Set(lines.flatMap(({ cells }) => Object.keys(cells)));
  return Object.fromEntries(
    [...headings].flatMap((heading) => {
      const column = columnOf(heading, columns);
      return column === undefined ? [] : [[heading, column]];
    }),
  );
}
