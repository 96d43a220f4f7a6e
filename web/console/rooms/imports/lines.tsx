/** The lines by what would become of them; what is wrong stands below its line, with its cell, and is mended there. */
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { TableLine } from "../../../../shared/domain/clients/import/table.ts";
import { useStaffNames } from "../../parts/staff.ts";
import { Empty } from "../../parts/states.tsx";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import type { Result } from "./bring.ts";
import { isColumn } from "./columns.ts";
import type { Import } from "./use-import.ts";
import { importWords } from "./words.ts";

const tabs = { salah: "WRONG", baru: "NEW", berubah: "CHANGED", sama: "SAME" } as const satisfies Record<
  string,
  Result["outcome"]
>;
const tabNames = ["salah", "baru", "berubah", "sama", "dilewati", "masuk"] as const;
type Tab = (typeof tabNames)[number];
const linesIn = (list: Import, tab: Tab): readonly TableLine[] => {
  if (tab === "dilewati") return list.left;
  return tab === "masuk" ? list.came : list.withOutcome(tabs[tab]);
};
/** These are there only once something is in them. */
const isThere = (list: Import, tab: Tab): boolean => (tab !== "dilewati" && tab !== "masuk") || linesIn(list, tab).length > 0;
/** So many lines are drawn at once. */
const step = 50;

export function Lines({ list }: { readonly list: Import }) {
  const words = importWords.use();
  const { lihat } = useSearch({ from: "/impor" });
  const [most, setMost] = useState(step);
  if (list.results.size === 0) return null;
  const wrong = list.withOutcome("WRONG");
  const usual = wrong.length > 0 ? "salah" : list.came.length > 0 ? "masuk" : "baru";
  const tab = tabNames.find((name) => name === lihat && isThere(list, name)) ?? usual;
  const shown = linesIn(list, tab);
  const busy = list.progress !== undefined;
  return (
    <>
      <Acts list={list} wrong={wrong} busy={busy} />
      <nav class="tabs" aria-label={words.title}>
        {tabNames
          .filter((name) => isThere(list, name))
          .map((name) => (
            <Link key={name} to="/impor" search={{ lihat: name }} replace aria-current={tab === name ? "true" : undefined}>
              {words.tabs[name]}
              <span class="quiet">{linesIn(list, name).length}</span>
            </Link>
          ))}
      </nav>
      {shown.length === 0 ? (
        <Empty title={words.noLines} />
      ) : (
        <ul class="list">
          {shown.slice(0, most).map((line) => (
            <li key={line.row} class="row">
              <LineShown list={list} line={line} tab={tab} />
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
  const rest = [...wrong, ...list.left];
  const saveRest = async (): Promise<void> => {
    const { saveLeft } = await import("./write-file.ts");
    const lines = rest.map((line) => ({ cells: list.cellsOf(line), said: wrongIn(list, line) }));
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
      {rest.length > 0 && (
        <button type="button" class="button" disabled={busy} onClick={() => void saveRest()}>
          {words.left(rest.length)}
        </button>
      )}
    </p>
  );
}

const wrongIn = (list: Import, { row }: TableLine): string =>
  (list.results.get(String(row))?.errors ?? [])
    .map(({ column, text }) => (column === "" ? said(text) : `${column}: ${said(text)}`))
    .join("; ");

function LineShown({ list, line, tab }: { readonly list: Import; readonly line: TableLine; readonly tab: Tab }) {
  const words = importWords.use();
  const officerOf = useStaffNames();
  const me = useMe();
  const result = list.results.get(String(line.row));
  if (result === undefined) return null;
  const cells = list.cellsOf(line);
  const named = (field: "fullName" | "registerNumber"): string => {
    const heading = Object.keys(list.taken).find((name) => list.taken[name] === field);
    return heading === undefined ? "" : String(cells[heading] ?? "");
  };
  return (
    <>
      <div class="heading">
        <p>
          <span class="quiet small">{words.line(String(line.row))}</span>{" "}
          {result.clientId === undefined ? (
            <strong>{named("fullName")}</strong>
          ) : (
            <Link class="name" to="/klien/$id" params={{ id: result.clientId }}>
              {named("fullName") || named("registerNumber")}
            </Link>
          )}{" "}
          <span class="quiet small">
            {[
              named("registerNumber"),
              result.officerId && words.officer(result.officerId === me?.id ? words.you : (officerOf(result.officerId) ?? "")),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
        {tab === "salah" && (
          <button
            type="button"
            class="button plain"
            onClick={() => list.skip(line)}
            aria-label={words.skipLine(String(line.row))}
          >
            {words.skip}
          </button>
        )}
        {tab === "dilewati" && (
          <button type="button" class="button plain" onClick={() => list.takeBack(line)}>
            {words.takeBack}
          </button>
        )}
      </div>
      {result.outcome === "CHANGED" && (
        <p class="small quiet">{words.changes(result.fields.map((name) => fieldIn(words.fields, name)).join(", "))}</p>
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

/** What a field of the record is called in a list: `domicile.postalCode` by its last part, `regencyCode` without what it is kept as. */
function fieldIn(names: Readonly<Record<string, string>>, field: string): string {
  const last = field.split(".").at(-1) ?? field;
  return names[last] ?? names[last.replace(/Code$/, "")] ?? last;
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
