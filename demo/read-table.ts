/** The lines of a list as offices keep it: a CSV in UTF-8, or the first sheet of an XLSX with anything in it. */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import readXlsx from "read-excel-file/node";
import type { RememberedColumns } from "../shared/domain/clients/import/columns.ts";
import type { Cell } from "../shared/domain/clients/import/read-cell.ts";
import { type ClientTable, cellOf, tableOf } from "../shared/domain/clients/import/table.ts";
import { fileTrouble, UsageError } from "./options.ts";

/** Throws UsageError, which names the file, for one that holds no such list. */
export async function readTable(file: string, columns: RememberedColumns): Promise<ClientTable> {
  const rows = /\.xlsx$/i.test(file) ? await rowsOfXlsx(file) : rowsOfCsv(file, readBytes(file));
  const table = tableOf(rows, columns);
  if (!("wrong" in table)) return table;
  if (table.wrong === "NO_HEADINGS") throw new UsageError(`${file} has no line of headings.`);
  throw new UsageError(`${file} has the heading "${table.heading}" twice: name each column once.`);
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
