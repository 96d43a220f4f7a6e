/** The rows of a sheet as a list of clients: which line holds the headings, and what stands in the lines below it. */
import type { RememberedColumns } from "./columns.ts";
import { columnOf } from "./headings.ts";
import { type Cell, isEmptyCell } from "./read-cell.ts";

/** A line below the headings, with the number that it has in the sheet, from 1. */
export type TableLine = { readonly row: number; readonly cells: Readonly<Record<string, Cell>> };
export type ClientTable = {
  readonly lines: readonly TableLine[];
  /** In which column of the sheet each heading stands: `A`, `B`, …, `AA`. */
  readonly letters: ReadonlyMap<string, string>;
};
/** Why a sheet is no such list: it names no columns, or one of them twice. */
export type NoTable = { readonly wrong: "NO_HEADINGS" } | { readonly wrong: "HEADING_TWICE"; readonly heading: string };

export function tableOf(rows: readonly (readonly Cell[])[], columns: RememberedColumns): ClientTable | NoTable {
  const at = headerOf(rows, columns);
  const headings = rows[at]?.map((cell) => String(cell ?? "").trim()) ?? [];
  if (headings.every((heading) => heading === "")) return { wrong: "NO_HEADINGS" };
  const twice = headings.find((heading, index) => heading !== "" && headings.indexOf(heading) < index);
  if (twice !== undefined) return { wrong: "HEADING_TWICE", heading: twice };
  const lines = rows.slice(at + 1).flatMap((row, index) => {
    const cells = Object.fromEntries(
      headings.flatMap((heading, column) => (heading === "" ? [] : [[heading, row[column] ?? null]])),
    );
    return Object.values(cells).every(isEmptyCell) ? [] : [{ row: at + index + 2, cells }];
  });
  const letters = new Map(headings.flatMap((heading, column) => (heading === "" ? [] : [[heading, letterOf(column)] as const])));
  return { lines, letters };
}

/** A cell that Excel shows as a day comes as one. */
export function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "number" || typeof cell === "boolean" ? cell : cell === null || cell === undefined ? null : String(cell);
}

/** How many lines may stand above the headings, such as the title of the list. */
const mostTitleLines = 20;

/** The line of which most cells are headings that are known; lists have titles above it. */
function headerOf(rows: readonly (readonly Cell[])[], columns: RememberedColumns): number {
  const known = rows
    .slice(0, mostTitleLines)
    .map((row) => row.filter((cell) => typeof cell === "string" && columnOf(cell, columns) !== undefined).length);
  const most = Math.max(0, ...known);
  return most === 0
    ? Math.max(
        0,
        rows.findIndex((row) => !row.every(isEmptyCell)),
      )
    : known.indexOf(most);
}

function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
