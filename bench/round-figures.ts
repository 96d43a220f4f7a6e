/** What a child process says of a round, and how one is asked. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";
import * as z from "zod";
import { median } from "./statistics.ts";

const seconds = z.number().nonnegative();

/** A whole round in a process of its own. */
export const wholeRound = z.strictObject({
  clients: z.int(),
  vacancies: z.int(),
  seats: z.int(),
  edges: z.int(),
  clientsWithChoice: z.int(),
  placed: z.int(),
  largest: z.int(),
  points: z.int(),
  bestPoints: z.int(),
  certifiedPercent: z.number(),
  blockingPairs: z.int(),
  /** Without the making of the records. */
  seconds,
  /** What of it the lottery took. */
  lotterySeconds: seconds,
  /** The most that the process ever held: `VmHWM` of `/proc/self/status`, or what the system says instead. */
  megabytes: z.number(),
});
export type WholeRound = z.infer<typeof wholeRound>;

/** The steps of a round, and its mechanisms beside their peers on the same lists. */
export const roundSteps = z.strictObject({
  seconds: z.strictObject({
    index: seconds,
    clients: seconds,
    edges: seconds,
    queue: seconds,
    deferredAcceptance: seconds,
    largestNumber: seconds,
    auction: seconds,
    blockingPairs: seconds,
    textbook: seconds,
  }),
  /** The whole round, run in turn with the rest. */
  whole: wholeRound,
  blockingPairs: z.int(),
  certifiedPercent: z.number(),
  auctionPoints: z.number(),
  auctionBlockingPairs: z.int(),
  auctionPlaced: z.int(),
  /** LEMON as it comes, and told to use its candidate list; both find the same points. Or why it is passed over. */
  lemon: z.union([z.strictObject({ seconds, secondsByCandidates: seconds, points: z.int() }), z.string()]),
});
export type RoundSteps = z.infer<typeof roundSteps>;

export type RoundRequest = { readonly seed: number; readonly clients: number; readonly vacancies: number };

/**
 * Runs a whole round in a fresh process. Throws where the process fails.
 * @param flags of the process; those of `npm run round` where none are given
 */
export function runWholeRound(request: RoundRequest, flags: readonly string[] = roundFlags): WholeRound {
  // Bundled, as it would run in the cloud: otherwise 40 MB of the memory were what reads TypeScript.
  buildSync({
    entryPoints: [join(import.meta.dirname, "round-whole.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return wholeRound.parse(askChild([...flags, bundle], request));
}

/** The medians of some rounds of the same market. Throws where there are none. */
export function medianRound(runs: readonly WholeRound[]): WholeRound {
  const [first] = runs;
  if (!first) throw new Error("nothing was measured");
  return {
    ...first,
    seconds: median(runs.map((run) => run.seconds)),
    lotterySeconds: median(runs.map((run) => run.lotterySeconds)),
    megabytes: median(runs.map((run) => run.megabytes)),
  };
}

const bundle = join(import.meta.dirname, "../build/bench/round-whole.mjs");
/** Megabytes that the youngest objects may take before they are collected: a round makes many that live for a moment. */
export const roundFlags = ["--max-semi-space-size=8"] as const;

/** Runs the steps of a round and its peers in a fresh process. Throws where the process fails or results differ. */
export const runRoundSteps = (request: RoundRequest): RoundSteps =>
  roundSteps.parse(askChild([join(import.meta.dirname, "round-part.ts")], request));

function askChild(program: readonly string[], { seed, clients, vacancies }: RoundRequest): unknown {
  const child = spawnSync(process.execPath, [...program, `${seed}`, `${clients}`, `${vacancies}`], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`the round of ${clients} clients ended with ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout);
}
