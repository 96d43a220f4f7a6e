/** What the figures must reach. Ratios of medians of one run only: milliseconds and seconds are another machine's business. */
import type { AssignmentFigures } from "./assignment-part.ts";
import type { OnlineFigures, Peer } from "./online-part.ts";
import type { RoundSteps, WholeRound } from "./round-figures.ts";

export type Figures = {
  readonly online: OnlineFigures;
  /** The country's market first; it is the one that is gated. */
  readonly assignment: readonly AssignmentFigures[];
  /** By size, the smallest first; the medians of some runs. */
  readonly rounds: readonly WholeRound[];
  /** Memory of the largest size without the flag of `npm run round`. */
  readonly megabytesWithoutFlag: number;
  /** Of the largest size. */
  readonly steps: RoundSteps;
};

export type Gate = {
  readonly name: string;
  readonly asked: string;
  readonly measured: string;
  /** Undefined where it was passed over. */
  readonly passed: boolean | undefined;
};

/** How many times as long a peer takes as the engine. */
export function timesOnline({ mix }: OnlineFigures, peer: Peer, share: "p50" | "p99"): number {
  return (mix.get(peer)?.[share] ?? 0) / (mix.get("engine")?.[share] ?? 1);
}

/** How many times as long HiGHS takes as the exact auction. */
export const timesHighs = ({ highsSeconds, auctionSeconds }: AssignmentFigures): number => highsSeconds / auctionSeconds;

/** The first of some figures, or the last. Throws where there are none. */
export function pick<T>(list: readonly T[], at: 0 | -1): T {
  const found = list.at(at);
  if (found === undefined) throw new Error("there are no figures");
  return found;
}

/** Seconds of LEMON as it comes; undefined where it was passed over. */
const lemonSeconds = ({ lemon }: RoundSteps): number | undefined => (typeof lemon === "string" ? undefined : lemon.seconds);

/** All gates, in the order of the tables. */
export function judge({ online, assignment, rounds, steps }: Figures): readonly Gate[] {
  const [smallest, national] = [pick(rounds, 0), pick(rounds, -1)];
  const ofLemon = (seconds: number): number | undefined => {
    const lemon = lemonSeconds(steps);
    return lemon === undefined ? undefined : seconds / lemon;
  };
  const growth = national.seconds / smallest.seconds;
  const growthOfEdges = national.edges / smallest.edges;
  const blocking = Math.max(steps.blockingPairs, ...rounds.map((round) => round.blockingPairs));
  const certified = Math.min(steps.certifiedPercent, national.certifiedPercent);
  return [
    atLeast("online, naive scan, p50", 250, timesOnline(online, "naive", "p50"), times),
    atLeast("online, naive scan, p99", 22, timesOnline(online, "naive", "p99"), times),
    atLeast("online, node:sqlite, p50", 14, timesOnline(online, "sqlite", "p50"), times),
    atLeast("online, node:sqlite, p99", 32, timesOnline(online, "sqlite", "p99"), times),
    atMost("auction by LEMON", 0.12, ofLemon(steps.seconds.auction), part),
    atLeast("exact auction, HiGHS, 5,000 clients", 110, timesHighs(pick(assignment, 0)), times),
    atLeast("certified of the greatest sum of points", 99.98, certified, percent),
    atMost("blocking pairs of deferred acceptance", 0, blocking, String),
    atLeast("deferred acceptance, textbook", 13, steps.seconds.textbook / steps.seconds.deferredAcceptance, times),
    atMost("memory of the whole round", 260, national.megabytes, (megabytes) => `${Math.round(megabytes)} MB`),
    atMost("whole round but the lottery, by LEMON alone", 0.35, ofLemon(national.seconds - national.lotterySeconds), part),
    atMost("growth of the time by that of the edges", 1, growth / growthOfEdges, part),
  ];
}

/** A number of times: `114x`, `8.4x`. */
export const times = (ratio: number): string => `${ratio >= 20 ? Math.round(ratio) : ratio.toFixed(1)}x`;
/** A share of a hundred, never rounded up. */
export const percent = (ratio: number): string => `${(Math.floor(ratio * 1000) / 1000).toFixed(3)} %`;
/** A part: `0.091x`. */
export const part = (ratio: number): string => `${ratio.toFixed(3)}x`;

type Print = (measured: number) => string;

const atLeast = (name: string, asked: number, measured: number, print: Print): Gate => ({
  name,
  asked: `at least ${printAsked(asked, print)}`,
  measured: print(measured),
  passed: measured >= asked,
});

const atMost = (name: string, asked: number, measured: number | undefined, print: Print): Gate => ({
  name,
  asked: `at most ${printAsked(asked, print)}`,
  measured: measured === undefined ? "passed over" : print(measured),
  passed: measured === undefined ? undefined : measured <= asked,
});

/** What is asked is a round number; it keeps the unit alone. */
const printAsked = (asked: number, print: Print): string => `${asked}${print(asked).replace(/^[\d.]+/, "")}`;
