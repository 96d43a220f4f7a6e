/** Workbooks to fill in, and what is left of one, with what is wrong in each line. */
import writeXlsx from "write-excel-file/universal";
import type { Cell } from "../../../../shared/domain/clients/import/read-cell.ts";
import { saveFile } from "../../parts/save-file.ts";

/** Cells are texts: Excel rounds a NIK that it takes for a number. */
const textCell = (value: string) => ({ value, type: String, format: "@" });
const heading = (value: string) => ({ value, type: String, fontWeight: "bold" as const });

/** So many empty lines of a new list are ready to be typed in as text. */
const readyLines = 200;

export async function saveTemplate(
  name: string,
  headings: readonly string[],
  about: readonly (readonly string[])[],
): Promise<void> {
  const empty = headings.map(() => textCell(""));
  const list = [headings.map(heading), ...Array.from({ length: readyLines }, () => empty)];
  const notes = about.map((row) => row.map(textCell));
  const sheets = [
    { sheet: "Klien", data: list, columns: headings.map(() => ({ width: 20 })), stickyRowsCount: 1 },
    { sheet: "Petunjuk", data: notes, columns: [{ width: 26 }, { width: 80 }] },
  ];
  saveFile(name, await writeXlsx(sheets).toBlob());
}

export type LeftLine = { readonly cells: Readonly<Record<string, Cell>>; readonly said: string };

/** The lines that were not taken, in their own columns, each with what is wrong. */
export async function saveLeft(
  name: string,
  headings: readonly string[],
  wrong: string,
  lines: readonly LeftLine[],
): Promise<void> {
  const rows = lines.map(({ cells, said }) => [...headings.map((one) => textCell(String(cells[one] ?? ""))), textCell(said)]);
  const columns = [...headings.map(() => ({ width: 20 })), { width: 60 }];
  saveFile(name, await writeXlsx([[...headings, wrong].map(heading), ...rows], { columns, stickyRowsCount: 1 }).toBlob());
}
