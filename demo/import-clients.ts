/**
 * `npm run import:clients -- FILE`: brings an office's own list of clients, CSV or XLSX, into the running cloud, a hundred lines a
 * request, and says of each line that is new, changed or wrong what and why, with its cell. Run again it goes on where it broke
 * off: what is there is the same. Ends with 1 where any line was wrong.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type * as z from "zod";
import { clientColumnSchema, clientColumns, type RememberedColumns } from "../shared/domain/clients/import/columns.ts";
import { foldHeading } from "../shared/domain/clients/import/headings.ts";
import { lineOutcomes, type lineResult, lineResults, mostLines } from "../shared/domain/clients/import/lines.ts";
import type { ClientTable } from "../shared/domain/clients/import/table.ts";
import { send } from "./http.ts";
import { readOptions, runCommand, UsageError } from "./options.ts";
import { reachCloud } from "./reach-cloud.ts";
import { readTable } from "./read-table.ts";

const usage = `npm run import:clients -- FILE [--dry-run] [--column "HEADING=FIELD" …] [--data FOLDER | --url URL --token TOKEN]

FILE           a list of clients: .csv in UTF-8, or .xlsx; a line of headings, then a line for each client
--dry-run      says what would become of each line, and changes nothing
--column       what a column of your own holds, remembered for your office; FIELD is one of
               ${clientColumns.join(", ")}
--data FOLDER  where npm start keeps its data, .titian unless said
--url --token  any other cloud: where its API answers, and the bearer token of an officer`;

async function run(): Promise<number> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: {
      url: { type: "string" },
      token: { type: "string" },
      data: { type: "string", default: ".titian" },
      "dry-run": { type: "boolean", default: false },
      column: { type: "string", multiple: true, default: [] },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError("Name one file.");
  const columns = readColumns(values.column);
  const table = await readTable(file, columns);
  const { publicUrl, token } = await reachCloud(values);
  const batch = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 32);
  const counts = Object.fromEntries(lineOutcomes.map((outcome) => [outcome, 0]));
  let unread: readonly string[] = [];
  for (let from = 0; from < table.lines.length; from += mostLines) {
    const lines = table.lines.slice(from, from + mostLines).map(({ row, cells }) => ({ key: String(row), cells }));
    const body = { batch, lines, dryRun: values["dry-run"], ...(values.column.length > 0 && { columns }) };
    const answer = lineResults.parse(await send(publicUrl, { method: "POST", path: "/imports/clients", token, body }));
    for (const result of answer.results) {
      counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
      print(result, table);
    }
    unread = [...table.letters.keys()].filter((heading) => answer.columns[heading] === undefined);
  }
  if (unread.length > 0)
    console.log(`\nNot read: ${unread.join(", ")}. Say what a column holds with --column "${unread[0]}=FIELD".`);
  if (values["dry-run"] && values.column.length > 0)
    console.log("\nA trial keeps nothing: say each --column once more when you bring the list in.");
  const of = (outcome: (typeof lineOutcomes)[number]): number => counts[outcome] ?? 0;
  console.log(
    `\n${table.lines.length} lines: ${of("NEW")} new, ${of("SAME")} the same, ${of("CHANGED")} changed, ${of("WRONG")} wrong${values["dry-run"] ? " (nothing was changed)" : ""}`,
  );
  return of("WRONG") > 0 ? 1 : 0;
}

function readColumns(said: readonly string[]): RememberedColumns {
  return Object.fromEntries(
    said.map((text) => {
      const at = text.lastIndexOf("=");
      const field = clientColumnSchema.safeParse(text.slice(at + 1).trim());
      const heading = foldHeading(text.slice(0, Math.max(0, at)));
      if (heading === "" || !field.success) throw new UsageError(`--column "${text}" is not HEADING=FIELD.`);
      return [heading, field.data];
    }),
  );
}

function print({ key, outcome, fields, errors, warnings }: z.infer<typeof lineResult>, { letters }: ClientTable): void {
  if (outcome === "SAME" && warnings.length === 0) return;
  console.log(`${outcome.padEnd(8)} line ${key}${fields.length > 0 ? `: ${fields.join(", ")}` : ""}`);
  for (const { column, code, text } of errors) {
    const letter = letters.get(column);
    const cell = letter === undefined ? column : `${letter}${key} ${column}`;
    console.log(`           ${cell === "" ? "" : `${cell}: `}${code}: ${text.id} / ${text.en}`);
  }
  for (const { code, text } of warnings) console.log(`           ${code}: ${text.id} / ${text.en}`);
}

await runCommand(usage, run);
