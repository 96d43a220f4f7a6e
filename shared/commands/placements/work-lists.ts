/** Lists of work by deadline, put together of several that are each in that order, a page at a time. */
import { refusal } from "../../domain/errors.ts";
import { isProcessId, type Process } from "../../domain/processes.ts";
import type { Stretch } from "../../store/process-places.ts";

/** What stands at a place of a list; no state where the index is behind and it has moved on. */
type Row = { readonly place: string; readonly state: Process | undefined };

/** A list in order; fewer rows than were asked for: that is its end. */
export type Source = (stretch: Stretch) => Promise<readonly Row[]>;

export type ListQuery = { readonly limit: number; readonly cursor?: string | undefined };

/** So many rows are read at once where not all are wanted: a caseload and a little more. */
const readAtOnce = 160;

/**
 * A page of what stands in any of the sources and is wanted, each once. A cursor is the place of the last one that was shown: it
 * names nothing that the asker did not see, and stands for the same place in every list.
 * @param wanted everything, where it is left out
 */
export async function pageOf(
  sources: readonly Source[],
  { limit, cursor, descending }: ListQuery & { readonly descending?: boolean },
  wanted?: (state: Process) => boolean,
): Promise<{ readonly items: readonly Process[]; readonly cursor: string | undefined }> {
  const after = cursor && readPlace(cursor);
  // One more than is shown of each, so that it is known whether more follows.
  const found = await Promise.all(sources.map((source) => firstOf(source, limit + 1, { after, descending }, wanted)));
  const each = new Map(found.flat().map((row) => [row.state.id, row]));
  const order = descending ? -1 : 1;
  const all = [...each.values()].sort((one, other) => (one.place < other.place ? -order : order));
  const items = all.slice(0, limit);
  const last = all.length > limit ? items.at(-1) : undefined;
  return { items: items.map(({ state }) => state), cursor: last && Buffer.from(last.place).toString("base64url") };
}

async function firstOf(
  source: Source,
  count: number,
  { after, descending }: Omit<Stretch, "limit">,
  wanted: (state: Process) => boolean = () => true,
): Promise<readonly { readonly place: string; readonly state: Process }[]> {
  const found: { readonly place: string; readonly state: Process }[] = [];
  let from = after;
  let limit = count;
  for (;;) {
    const rows = await source({ after: from, limit, descending });
    found.push(...rows.flatMap(({ place, state }) => (state && wanted(state) ? [{ place, state }] : [])));
    if (found.length >= count || rows.length < limit) return found.slice(0, count);
    from = rows.at(-1)?.place;
    limit = readAtOnce;
  }
}

function readPlace(cursor: string): string {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  const [moment = "", id = ""] = place.split("#");
  if (/^[\dTZ:.-]*$/.test(moment) && isProcessId(id)) return place;
  throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
}
