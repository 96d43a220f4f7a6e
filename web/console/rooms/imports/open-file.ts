/** A file of somebody's desk as a list of clients, with the name of its batch: the same file is the same batch. */
import { type ClientTable, cellOf, type NoTable, tableOf } from "../../../../shared/domain/clients/import/table.ts";
import { workerAddress } from "../../trusted.ts";
import type { Said } from "./columns.ts";
import type { RowsRead } from "./read-rows.ts";
import address from "./read-rows.ts?worker&url";

export type Opened = {
  readonly name: string;
  readonly batch: string;
  readonly table: ClientTable;
};
export type Trouble = Extract<RowsRead, { readonly wrong: string }> | NoTable | { readonly wrong: "NO_LINES" };

export async function openFile(file: File, columns: Said): Promise<Opened | Trouble> {
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const batch = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const read = await rowsOf(bytes);
  if ("wrong" in read) return read;
  const table = tableOf(
    read.rows.map((row) => row.map(cellOf)),
    columns,
  );
  if ("wrong" in table) return table;
  return table.lines.length === 0 ? { wrong: "NO_LINES" } : { name: file.name, batch, table };
}

function rowsOf(bytes: ArrayBuffer): Promise<RowsRead> {
  const worker = new Worker(workerAddress(address));
  return new Promise<RowsRead>((done) => {
    worker.onmessage = ({ data }: MessageEvent<RowsRead>) => done(data);
    worker.onerror = () => done({ wrong: "NOT_WORKBOOK" });
    worker.postMessage(bytes, [bytes]);
  }).finally(() => worker.terminate());
}
