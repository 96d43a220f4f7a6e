/** LEMON's network simplex on the lists of a round: a C++ program, compiled at need, that reads the lists from a file. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PreferenceLists } from "../../shared/domain/matching/round/preference-lists.ts";

const source = join(import.meta.dirname, "lemon.cc");
const folder = join(import.meta.dirname, "../../build/bench");
const program = join(folder, "lemon");

/** Seconds of the solve alone, and the greatest sum of points. */
export type LemonResult = { readonly seconds: number; readonly points: number };

/**
 * Compiles the program where it is missing or older than its source.
 * @returns why it cannot be had here, if so: no compiler, or no LEMON (`apt-get install g++ liblemon-dev`)
 */
export function prepareLemon(): string | undefined {
  mkdirSync(folder, { recursive: true });
  if ((changedAt(program) ?? 0) > (changedAt(source) ?? 0)) return undefined;
  const compiled = spawnSync("g++", ["-O3", "-march=native", "-DNDEBUG", "-o", program, source], { encoding: "utf8" });
  if (compiled.error) return "there is no g++ here";
  if (compiled.status === 0) return undefined;
  return compiled.stderr.includes("lemon/") ? "there is no liblemon-dev here" : `g++ failed: ${compiled.stderr.slice(0, 500)}`;
}

/** Writes lists where the program can read them and returns the file's name. */
export function writeLists(name: string, lists: PreferenceLists): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const head = Int32Array.of(lists.clients, lists.vacancies, lists.vacancyBits, lists.mostPoints);
  writeFileSync(file, head);
  for (const part of [lists.seats, lists.start, lists.edges]) writeFileSync(file, part, { flag: "a" });
  return file;
}

/** How the simplex looks for the next edge: block search is what LEMON does unasked; a candidate list is quicker on these lists. */
export type PivotRule = "block search" | "candidate list";

/** Solves a file of lists. Throws where the program fails. */
export function solveWithLemon(file: string, rule: PivotRule): LemonResult {
  const [seconds, points] = execFileSync(program, [file, rule], { encoding: "utf8" }).trim().split(" ").map(Number);
  if (seconds === undefined || points === undefined) throw new Error("LEMON printed no result");
  return { seconds, points };
}

const changedAt = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
