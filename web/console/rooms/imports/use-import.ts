/** A list on its way in: read, tried, mended, brought in. All of it is in the page alone, and gone with it. */
import { useEffect, useRef, useState } from "react";
import type { ClientColumn } from "../../../../shared/domain/clients/import/columns.ts";
import type { TableLine } from "../../../../shared/domain/clients/import/table.ts";
import { makeStale } from "../../api/read.ts";
import { bring, type Result, type Taken } from "./bring.ts";
import { rememberColumn, rememberedColumns, type Said, saidOf } from "./columns.ts";
import { type Opened, openFile, type Trouble } from "./open-file.ts";

type Edits = ReadonlyMap<string, Readonly<Record<string, string>>>;
export type Progress = { readonly kind: "trying" | "bringing"; readonly done: number; readonly all: number };
export type Brought = { readonly NEW: number; readonly CHANGED: number };

const keyOf = ({ row }: TableLine): string => String(row);

export function useImport() {
  const [opened, setOpened] = useState<Opened>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [reading, setReading] = useState(false);
  const [said, setSaid] = useState<Said>(rememberedColumns);
  const [taken, setTaken] = useState<Taken>({});
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [edits, setEdits] = useState<Edits>(new Map());
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<unknown>();
  const [brought, setBrought] = useState<Brought>();
  const [stale, setStale] = useState(false);
  const [officerId, setOfficer] = useState<string>();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [into, setInto] = useState<ReadonlySet<string>>(new Set());
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const cellsOf = (line: TableLine) => ({ ...line.cells, ...edits.get(keyOf(line)) });

  const run = async (
    of: Opened,
    lines: readonly TableLine[],
    dryRun: boolean,
    columns: Said,
    whose = officerId,
  ): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const kind = dryRun ? "trying" : "bringing";
    setError(undefined);
    setProgress({ kind, done: 0, all: lines.length });
    try {
      await bring({
        batch: of.batch,
        lines: lines.map((line) => ({ key: keyOf(line), cells: cellsOf(line) })),
        dryRun,
        columns: saidOf(columns, of.table.letters.keys()),
        officerId: whose,
        signal: controller.signal,
        heard: (page, names, done) => {
          setResults((before) => new Map([...before, ...page.map((result) => [result.key, settled(result, dryRun)] as const)]));
          setMended((before) => new Set([...before].filter((key) => !page.some((result) => result.key === key))));
          setTaken(names);
          setProgress({ kind, done, all: lines.length });
          if (dryRun) return;
          setBrought((before) => added(before, page));
          setInto((before) => new Set([...before, ...page.filter(wasTaken).map(({ key }) => key)]));
        },
      });
    } catch (thrown) {
      if (!controller.signal.aborted) setError(thrown);
    } finally {
      if (running.current === controller) setProgress(undefined);
      if (!dryRun) void makeStale("listClients", "countInbox");
    }
  };

  const open = async (file: File): Promise<void> => {
    running.current?.abort();
    setReading(true);
    setTrouble(undefined);
    setOpened(undefined);
    setResults(new Map());
    setEdits(new Map());
    setMended(new Set());
    setBrought(undefined);
    setStale(false);
    setSkipped(new Set());
    setInto(new Set());
    const next = await openFile(file, said);
    setReading(false);
    if ("wrong" in next) return setTrouble(next);
    setOpened(next);
    await run(next, next.table.lines, true, said);
  };

  const lines = opened?.table.lines ?? [];
  const withOutcome = (outcome: Result["outcome"]): readonly TableLine[] =>
    lines.filter((line) => results.get(keyOf(line))?.outcome === outcome && !skipped.has(keyOf(line)));
  const good = [...withOutcome("NEW"), ...withOutcome("CHANGED")].toSorted((one, other) => one.row - other.row);
  return {
    opened,
    trouble,
    reading,
    taken,
    said,
    results,
    mended,
    progress,
    error,
    brought,
    /** Whether what a column holds was said anew since the lines were tried. */
    stale,
    good,
    withOutcome,
    /** What was left out by hand, and what came in from this file. */
    left: lines.filter((line) => skipped.has(keyOf(line))),
    came: lines.filter((line) => into.has(keyOf(line))),
    officerId,
    choose: (id: string) => {
      setOfficer(id);
      if (opened) void run(opened, lines, true, said, id);
    },
    skip: (line: TableLine) => setSkipped((before) => new Set(before).add(keyOf(line))),
    takeBack: (line: TableLine) => setSkipped((before) => new Set([...before].filter((key) => key !== keyOf(line)))),
    cellsOf,
    open,
    stop: () => running.current?.abort(),
    edit: (line: TableLine, heading: string, text: string) => {
      const key = keyOf(line);
      setEdits((before) => new Map(before).set(key, { ...before.get(key), [heading]: text }));
      setMended((before) => new Set(before).add(key));
    },
    say: (heading: string, column: ClientColumn) => {
      setSaid(rememberColumn(said, heading, column));
      setStale(true);
    },
    tryAll: () => {
      setStale(false);
      return opened && run(opened, lines, true, said);
    },
    tryMended: () =>
      opened &&
      run(
        opened,
        lines.filter((line) => mended.has(keyOf(line))),
        true,
        said,
      ),
    tryRest: () =>
      opened &&
      run(
        opened,
        lines.filter((line) => !results.has(keyOf(line))),
        true,
        said,
      ),
    take: () => opened && run(opened, good, false, said),
  };
}
export type Import = ReturnType<typeof useImport>;

/** A line that has been brought in is the same from now on. */
const settled = (result: Result, dryRun: boolean): Result =>
  dryRun || result.outcome === "WRONG" ? result : { ...result, outcome: "SAME" };

const wasTaken = ({ outcome }: Result): boolean => outcome === "NEW" || outcome === "CHANGED";

const added = (before: Brought | undefined, page: readonly Result[]): Brought => {
  const count = (outcome: "NEW" | "CHANGED"): number => page.filter((result) => result.outcome === outcome).length;
  return { NEW: (before?.NEW ?? 0) + count("NEW"), CHANGED: (before?.CHANGED ?? 0) + count("CHANGED") };
};
