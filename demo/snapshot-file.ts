/** Reads the snapshot of a round from a file, line by line: a national one does not fit into memory as objects. */
import { closeSync, openSync, readSync } from "node:fs";
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
  vacancyOfLine,
} from "../shared/domain/matching/round/snapshot.ts";
import { defaultWeights, parseWeights } from "../shared/domain/matching/weights.ts";
import { fileTrouble } from "./options.ts";

export type SnapshotFile = {
  /** How the round is decided; undefined where the file has no line of kind `round`, or more than one. */
  readonly terms: RoundTerms | undefined;
  /** Where the file names one. */
  readonly seed: string | undefined;
  /** Of everything that decides but the seed: the terms and all records. */
  readonly inputsHash: string;
  readonly agreements: readonly MatchingAgreement[];
  readonly demandingOffices: readonly string[];
  readonly vacancies: readonly MatchingVacancy[];
  /** Goes through the file once more. */
  readonly clients: () => Generator<MatchingClient>;
  /** Lines that are none of the kinds, by their number. */
  readonly setAside: readonly SetAside[];
};

/** What decides beside the records. */
export type RoundTerms = Pick<RoundSnapshot, "today" | "weights" | "placementsFirst">;

/**
 * Reads a file but for its clients, which are read when they are asked for. Throws a `UsageError` where the file cannot be read, and a
 * `ZodError` where its weights cannot be meant.
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
  for (const { number, line } of snapshotLines(path)) {
    if (line === undefined) setAside.push({ kind: "LINE", id: `line ${number}`, code: "MALFORMED" });
    else if (line.kind === "round") rounds.push(line);
    else hash.add(line);
    if (line?.kind === "office" && line.agreementRequired) demandingOffices.push(line.id);
    if (line?.kind === "agreement") agreements.push(line);
    if (line?.kind === "vacancy") vacancies.push(vacancyOfLine(line));
  }
  const round = rounds.length === 1 ? rounds[0] : undefined;
  const terms = round && {
    today: round.today,
    weights: round.weights === undefined ? defaultWeights : parseWeights(round.weights),
    placementsFirst: placementsFirst ?? round.placementsFirst,
  };
  // With all that holds unsaid: whoever draws the seed could otherwise still choose the mechanism afterwards.
  hash.add({ kind: "round", ...terms });
  return {
    terms,
    seed: round?.seed,
    inputsHash: hash.digest(),
    agreements,
    demandingOffices,
    vacancies,
    clients: () => clientsOf(path),
    setAside,
  };
}

function* clientsOf(path: string): Generator<MatchingClient> {
  for (const { line } of snapshotLines(path)) {
    if (line?.kind === "client") yield clientOfLine(line);
  }
}

function* snapshotLines(path: string): Generator<{ readonly number: number; readonly line: SnapshotLine | undefined }> {
  let number = 0;
  try {
    for (const text of linesOf(path)) {
      number += 1;
      if (text.trim() !== "") yield { number, line: readSnapshotLine(text) };
    }
  } catch (error) {
    throw fileTrouble(path, error);
  }
}

/** The lines of a file, a megabyte of it in memory at a time. */
function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, length))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(file);
  }
}
