/** Reads the snapshot of a round from a file, line by line: a national one does not fit into memory as objects. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import type { SetAside } from "../shared/domain/matching/engine/set-aside.ts";
import type { MatchingAgreement, MatchingClient, MatchingVacancy } from "../shared/domain/matching/matching-input.ts";
import { inputsHash } from "../shared/domain/matching/round/lottery.ts";
import type { RoundSnapshot } from "../shared/domain/matching/round/round.ts";
import {
  clientOfLine,
  type RoundLine,
  readSnapshotLine,
  type SnapshotLine,
  troublesOfRoundLine,
  vacancyOfLine,
} from "../shared/domain/matching/round/snapshot.ts";
import { defaultWeights } from "../shared/domain/matching/weights.ts";
import { fileTrouble, UsageError } from "./options.ts";

export type SnapshotFile = {
  /** How the round is decided. */
  readonly terms: RoundTerms;
  /** Where the file names one. */
  readonly seed: string | undefined;
  /** Of everything that decides but the seed: the terms and all records. */
  readonly inputsHash: string;
  readonly agreements: readonly MatchingAgreement[];
  readonly demandingOffices: readonly string[];
  readonly vacancies: readonly MatchingVacancy[];
  /** Goes through the file once more. Throws a `UsageError` where it is no longer the file that was hashed. */
  readonly clients: () => Generator<MatchingClient>;
  /** Lines that are none of the kinds, by their number. */
  readonly setAside: readonly SetAside[];
};

/** What decides beside the records. */
export type RoundTerms = Pick<RoundSnapshot, "today" | "weights" | "placementsFirst">;

/**
 * Reads a file but for its clients, which are read when they are asked for. Throws a `UsageError` where the file cannot be read
 * twice, and where it does not have just one line of kind `round` that can be meant.
 * @param placementsFirst instead of what the file says
 */
export function readSnapshotFile(
  path: string,
  { placementsFirst }: { readonly placementsFirst?: boolean | undefined },
): SnapshotFile {
  const rounds: RoundLine[] = [];
  const agreements: MatchingAgreement[] = [];
  const demandingOffices: string[] = [];
  const vacancies: MatchingVacancy[] = [];
  const setAside: SetAside[] = [];
  const hash = inputsHash();
  const refused: string[] = [];
  const state: FileState = {};
  for (const { number, text, line } of snapshotLines(path, state)) {
    const troubles = line === undefined ? troublesOfRoundLine(text) : undefined;
    if (troubles) refused.push(`line ${number}, of kind round, cannot be meant: ${troubles.join("; ")}`);
    if (line === undefined) setAside.push({ kind: "LINE", id: `line ${number}`, code: "MALFORMED" });
    else if (line.kind === "round") rounds.push(line);
    else hash.add(line);
    if (line?.kind === "office" && line.agreementRequired) demandingOffices.push(line.id);
    if (line?.kind === "agreement") agreements.push(line);
    if (line?.kind === "vacancy") vacancies.push(vacancyOfLine(line));
  }
  const [round] = rounds;
  if (round === undefined || rounds.length > 1) throw new UsageError(needsOneRound(path, rounds.length, refused, setAside));
  const terms = {
    today: round.today,
    weights: round.weights ?? defaultWeights,
    placementsFirst: placementsFirst ?? round.placementsFirst,
  };
  // With all that holds unsaid: whoever draws the seed could otherwise still choose the mechanism afterwards.
  hash.add({ kind: "round", ...terms });
  return {
    terms,
    seed: round.seed,
    inputsHash: hash.digest(),
    agreements,
    demandingOffices,
    vacancies,
    clients: () => clientsOf(path, state),
    setAside,
  };
}

function needsOneRound(path: string, rounds: number, refused: readonly string[], setAside: readonly SetAside[]): string {
  const [unread] = setAside;
  const others = unread && `lines that cannot be read: ${setAside.length}, the first is ${unread.id}`;
  const why = [`it has ${rounds}`, ...(refused.length > 0 || !others ? refused : [others])].join("; ");
  return `${path} must have exactly one line {"kind":"round","today":"2026-03-02", ...}: ${why}.`;
}

function* clientsOf(path: string, state: FileState): Generator<MatchingClient> {
  for (const { line } of snapshotLines(path, state)) {
    if (line?.kind === "client") yield clientOfLine(line);
  }
}

/** What a file was when it was first read: which one, how long, and when it was last written. */
type FileState = { read?: string };

type NumberedLine = { readonly number: number; readonly text: string; readonly line: SnapshotLine | undefined };

function* snapshotLines(path: string, state: FileState): Generator<NumberedLine> {
  let number = 0;
  try {
    for (const text of linesOf(path, state)) {
      number += 1;
      if (text.trim() !== "") yield { number, text, line: readSnapshotLine(text) };
    }
  } catch (error) {
    throw fileTrouble(path, error);
  }
}

/** The lines of a file, a megabyte of it in memory at a time; without the mark that some editors put before the first. */
function* linesOf(path: string, state: FileState): Generator<string> {
  const file = openSync(path, "r");
  try {
    compareFile(path, file, state);
    const buffer = Buffer.allocUnsafe(1 << 20);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    let isFirst = true;
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const text = decoder.write(buffer.subarray(0, length));
      const lines = (rest + (isFirst ? text.replace(/^\uFEFF/, "") : text)).split("\n");
      isFirst = false;
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
    compareFile(path, file, state);
  } finally {
    closeSync(file);
  }
}

/** A pipe would give its clients once, to the hash, and none to the round; a file that is written to, others than were hashed. */
function compareFile(path: string, file: number, state: FileState): void {
  const found = fstatSync(file);
  if (!found.isFile() && !found.isDirectory()) throw new UsageError(`${path} is read twice, so it must be a file and no pipe.`);
  const now = [found.dev, found.ino, found.size, found.mtimeMs].join();
  state.read ??= now;
  if (state.read !== now) throw new UsageError(`${path} was changed while it was read.`);
}
