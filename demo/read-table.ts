/** The lines of a list as offices keep it: a CSV in UTF-8, or the first sheet of an XLSX with anything in it. */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import readXlsx from "read-excel-file/node";
import type { RememberedColumns } from "../shared/domain/clients/import/columns.ts";
import { columnOf } from "../shared/domain/clients/import/headings.ts";
import { type Cell, isEmptyCell } from "../shared/domain/clients/import/read-cell.ts";
import { fileTrouble, UsageError } from "./options.ts";

export type TableLine = { readonly row: number; readonly cells: Readonly<Record<string, Cell>> };
export type TableOfFile = {
  readonly lines: readonly TableLine[];
  /** In which column of the sheet each heading stands: `A`, `B`, …, `AA`. */
  readonly letters: ReadonlyMap<string, string>;
};

/** Throws UsageError, which names the file, for one that holds no such list. */
export async function readTable(file: string, columns: RememberedColumns): Promise<TableOfFile> {
  const rows = /\.xlsx$/i.test(file) ? await rowsOfXlsx(file) : rowsOfCsv(file, readBytes(file));
  const at = headerOf(rows, columns);
  const headings = rows[at]?.map((cell) => String(cell ?? "").trim()) ?? [];
  if (headings.every((heading) => heading === "")) throw new UsageError(`${file} has no line of headings.`);
  const twice = headings.find((heading, index) => heading !== "" && headings.indexOf(heading) < index);
  if (twice !== undefined) throw new UsageError(`${file} has the heading "${twice}" twice: name each column once.`);
  const lines = rows.slice(at + 1).flatMap((row, index) => {
    const cells = Object.fromEntries(
      headings.flatMap((heading, column) => (heading === "" ? [] : [[heading, row[column] ?? null]])),
    );
    return Object.values(cells).every(isEmptyCell) ? [] : [{ row: at + index + 2, cells }];
  });
  const letters = new Map(headings.map((heading, column) => [heading, letterOf(column)]));
  return { lines, letters };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw fileTrouble(file, error);
  }
}

type Row = readonly Cell[];

function rowsOfCsv(file: string, bytes: Buffer): readonly Row[] {
  if (bytes.subarray(0, 2).toString("latin1") === "PK") throw new UsageError(`${file} is a workbook: name it .xlsx.`);
  const text = decode(file, bytes);
  return Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t", "|"] }).data;
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} is not in UTF-8: save it in Excel as "CSV UTF-8", or as .xlsx.`);
  }
}

async function rowsOfXlsx(file: string): Promise<readonly Row[]> {
  const bytes = readBytes(file);
  try {
    const sheets = await readXlsx(bytes);
    const filled = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    return (filled?.data ?? []).map((row) => row.map(cellOf));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as a workbook: ${error instanceof Error ? error.message : error}.`);
  }
}

/** A cell that Excel shows as a day comes as one. */
function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "number" || typeof cell === "boolean" ? cell : cell === null || cell === undefined ? null : String(cell);
}

/** How many lines may stand above the headings, such as the title of the list. */
const mostTitleLines = 20;

/** The line of which most cells are headings that are known; lists have titles above it. */
function headerOf(rows: readonly Row[], columns: RememberedColumns): number {
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
