/** The lines by what would become of them; what is wrong stands below its line, with its cell, and is mended there. */
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { TableLine } from "../../../../shared/domain/clients/import/table.ts";
import { Empty } from "../../parts/states.tsx";
import { said } from "../../words/language.ts";
import type { Result } from "./bring.ts";
import { isColumn } from "./columns.ts";
import type { Import } from "./use-import.ts";
import { importWords } from "./words.ts";

const tabs = { salah: "WRONG", baru: "NEW", berubah: "CHANGED", sama: "SAME" } as const satisfies Record<
  string,
  Result["outcome"]
>;
const tabNames = ["salah", "baru", "berubah", "sama"] as const;
/** So many lines are drawn at once. */
const step = 50;

export function Lines({ list }: { readonly list: Import }) {
  const words = importWords.use();
  const { lihat } = useSearch({ from: "/impor" });
  const [most, setMost] = useState(step);
  if (list.results.size === 0) return null;
  const wrong = list.withOutcome("WRONG");
  const tab = tabNames.find((name) => name === lihat) ?? (wrong.length > 0 ? "salah" : "baru");
  const shown = list.withOutcome(tabs[tab]);
  const busy = list.progress !== undefined;
  return (
    <>
      <Acts list={list} wrong={wrong} busy={busy} />
      <nav class="tabs" aria-label={words.title}>
        {tabNames.map((name) => (
          <Link key={name} to="/impor" search={{ lihat: name }} replace aria-current={tab === name ? "true" : undefined}>
            {words.outcomes[tabs[name]]}
            <span class="quiet">{list.withOutcome(tabs[name]).length}</span>
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? (
        <Empty title={words.noLines} />
      ) : (
        <ul class="list">
          {shown.slice(0, most).map((line) => (
            <li key={line.row} class="row">
              <LineShown list={list} line={line} />
            </li>
          ))}
        </ul>
      )}
      {shown.length > most && (
        <p class="buttons">
          <button type="button" class="button" onClick={() => setMost(most + step)}>
            {words.more}
          </button>
        </p>
      )}
    </>
  );
}

type ActsProps = { readonly list: Import; readonly wrong: readonly TableLine[]; readonly busy: boolean };
function Acts({ list, wrong, busy }: ActsProps) {
  const words = importWords.use();
  const { good, mended, opened } = list;
  const saveRest = async (): Promise<void> => {
    const { saveLeft } = await import("./write-file.ts");
    const lines = wrong.map((line) => ({ cells: list.cellsOf(line), said: wrongIn(list, line) }));
    const headings = new Set([...(opened?.table.letters.keys() ?? []), ...lines.flatMap(({ cells }) => Object.keys(cells))]);
    await saveLeft(words.leftName, [...headings], words.leftColumn, lines);
  };
  return (
    <p class="buttons">
      {mended.size > 0 && (
        <button type="button" class="button first" disabled={busy} onClick={() => void list.tryMended()}>
          {words.againLines(mended.size)}
        </button>
      )}
      {good.length > 0 ? (
        <button
          type="button"
          class={mended.size > 0 ? "button" : "button first"}
          disabled={busy || list.stale}
          onClick={() => void list.take()}
        >
          {words.take(good.length)}
        </button>
      ) : (
        !busy && !list.brought && <span class="quiet">{words.nothingToTake}</span>
      )}
      {wrong.length > 0 && (
        <button type="button" class="button" disabled={busy} onClick={() => void saveRest()}>
          {words.left(wrong.length)}
        </button>
      )}
    </p>
  );
}

const wrongIn = (list: Import, { row }: TableLine): string =>
  (list.results.get(String(row))?.errors ?? [])
    .map(({ column, text }) => (column === "" ? said(text) : `${column}: ${said(text)}`))
    .join("; ");

function LineShown({ list, line }: { readonly list: Import; readonly line: TableLine }) {
  const words = importWords.use();
  const result = list.results.get(String(line.row));
  if (result === undefined) return null;
  const cells = list.cellsOf(line);
  const named = (field: "fullName" | "registerNumber"): string => {
    const heading = Object.keys(list.taken).find((name) => list.taken[name] === field);
    return heading === undefined ? "" : String(cells[heading] ?? "");
  };
  const fields: Readonly<Record<string, string>> = words.fields;
  return (
    <>
      <p>
        <span class="quiet small">{words.line(String(line.row))}</span> <strong>{named("fullName")}</strong>{" "}
        <span class="quiet small">{named("registerNumber")}</span>
      </p>
      {result.outcome === "CHANGED" && (
        <p class="small quiet">{words.changes(result.fields.map((name) => fields[name] ?? name).join(", "))}</p>
      )}
      {result.warnings.map(({ code, text }) => (
        <p key={code} class="small">
          {said(text)}
        </p>
      ))}
      {result.errors.map((error) => {
        const heading = headingOf(list, cells, error.column);
        return (
          <Mend
            key={`${error.column} ${error.code}`}
            error={error}
            heading={heading}
            cell={
              list.opened?.table.letters.has(heading ?? "") ? `${list.opened.table.letters.get(heading ?? "")}${line.row}` : ""
            }
            row={line.row}
            value={String(cells[heading ?? ""] ?? "")}
            change={(text) => list.edit(line, heading ?? "", text)}
          />
        );
      })}
    </>
  );
}

/** Under which heading a value is typed: its own, or, where the list has no such column, the usual one of its field. */
function headingOf(list: Import, cells: Readonly<Record<string, unknown>>, column: string): string | undefined {
  if (list.opened?.table.letters.has(column) || column in cells) return column;
  return isColumn(column) && column !== "IGNORED" ? importWords.id.fields[column] : undefined;
}

type MendProps = {
  readonly error: Result["errors"][number];
  /** Absent: it is wrong with the whole line. */
  readonly heading: string | undefined;
  /** Its cell in the sheet; empty where the sheet has none. */
  readonly cell: string;
  readonly row: number;
  readonly value: string;
  readonly change: (text: string) => void;
};
function Mend({ error, heading, cell, row, value, change }: MendProps) {
  const words = importWords.use();
  const id = `cell-${row}-${heading}-${error.code}`.replace(/[^\w-]+/g, "-");
  if (heading === undefined)
    return (
      <p class="wrong-line">
        {error.column && `${error.column}: `}
        {said(error.text)}
      </p>
    );
  return (
    <div class="mend">
      <label for={id}>{cell === "" ? heading : words.cell(cell, heading)}</label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        aria-invalid="true"
        aria-describedby={`${id}-why`}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      <span class="wrong-line" id={`${id}-why`}>
        {said(error.text)}
      </span>
    </div>
  );
}
