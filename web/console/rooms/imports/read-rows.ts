/** A worker: reads the rows of a workbook or of a CSV apart from the page, which goes on answering meanwhile. */
import Papa from "papaparse";
import readXlsx from "read-excel-file/web-worker";

export type RowsRead = { readonly rows: readonly (readonly unknown[])[] } | { readonly wrong: "NOT_UTF8" | "NOT_WORKBOOK" };

async function read(bytes: ArrayBuffer): Promise<RowsRead> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  // Whatever it is called: a workbook is a ZIP, which begins with these letters.
  if (first === 0x50 && second === 0x4b) return rowsOfXlsx(bytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { rows: Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t", "|"] }).data };
  } catch {
    return { wrong: "NOT_UTF8" };
  }
}

async function rowsOfXlsx(bytes: ArrayBuffer): Promise<RowsRead> {
  try {
    const sheets = await readXlsx(bytes);
    const filled = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    return { rows: filled?.data ?? [] };
  } catch {
    return { wrong: "NOT_WORKBOOK" };
  }
}

addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
  void read(data).then((answer) => postMessage(answer));
});
