/** What the columns of one's own lists hold: remembered on this device by their headings, and never with anything below them. */
import { type ClientColumn, clientColumns } from "../../../../shared/domain/clients/import/columns.ts";
import { foldHeading } from "../../../../shared/domain/clients/import/headings.ts";
import { isRecord } from "../../api/problem.ts";

/** By folded heading. */
export type Said = Readonly<Record<string, ClientColumn>>;

const place = "titian.columns";
export const isColumn = (name: unknown): name is ClientColumn => columnNames.some((known) => known === name);
/** Every meaning that a column can have, in the order in which they are offered. */
export const columnNames: readonly ClientColumn[] = clientColumns;

export function rememberedColumns(): Said {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    if (!isRecord(kept)) return {};
    const said: Record<string, ClientColumn> = {};
    for (const [heading, name] of Object.entries(kept)) if (isColumn(name)) said[heading] = name;
    return said;
  } catch {
    return {};
  }
}

export function rememberColumn(said: Said, heading: string, column: ClientColumn): Said {
  const next = { ...said, [foldHeading(heading)]: column };
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing: said again next time.
  }
  return next;
}

/** What was said of those columns that a list has. */
export const saidOf = (said: Said, headings: Iterable<string>): Said =>
  Object.fromEntries(
    [...headings].flatMap((heading) => {
      const column = said[foldHeading(heading)];
      return column === undefined ? [] : [[heading, column] as const];
    }),
  );
