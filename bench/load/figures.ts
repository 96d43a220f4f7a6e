/** What the load bench says of a run, and whether that is enough. */
import { quantile } from "../statistics.ts";

/** What was measured in one run. */
export type LoadRun = {
  /** How long clients were set out with, in seconds. */
  readonly seconds: number;
  /** Clients who were placed within that time. */
  readonly placed: number;
  /** From the answer to each start until its proposals were there, in seconds. */
  readonly proposalSeconds: readonly number[];
  /** The most that all processes of the cloud took of the machine's memory, in bytes; 0 where that is not known. */
  readonly memoryBytes: number;
  /** Transactions that the placed clients' commands and rankings have committed. */
  readonly transactions: number;
  /** Transactions of about the same size that Dynoxide alone commits in a second. */
  readonly barePerSecond: number;
  readonly errors: readonly string[];
};

export type LoadFigures = {
  readonly placementsPerMinute: number;
  /** Seconds. */
  readonly proposalsP99: number;
  readonly megabytes: number;
  readonly transactionsPerSecond: number;
  readonly errors: number;
};

/** What the embedded cloud is held to at 20 actors on two cores. */
export const goals = { placementsPerMinute: 80, proposalsP99: 5, megabytes: 600 } as const;

/** Where nobody got as far as a proposal, its wait has no end. */
export const figuresOf = ({ seconds, placed, proposalSeconds, memoryBytes, transactions, errors }: LoadRun): LoadFigures => ({
  placementsPerMinute: (placed / seconds) * 60,
  proposalsP99: proposalSeconds.length === 0 ? Number.POSITIVE_INFINITY : quantile(proposalSeconds, 0.99),
  megabytes: memoryBytes / 2 ** 20,
  transactionsPerSecond: transactions / seconds,
  errors: errors.length,
});

/** The goals that a run misses, in words; none: it passes. */
export function missedGoals({ placementsPerMinute, proposalsP99, megabytes, errors }: LoadFigures): string[] {
  const goalsMissed: [boolean, string][] = [
    [placementsPerMinute < goals.placementsPerMinute, `fewer than ${goals.placementsPerMinute} placements a minute`],
    [proposalsP99 > goals.proposalsP99, `proposals later than ${goals.proposalsP99} s`],
    [megabytes > goals.megabytes, `more than ${goals.megabytes} MB`],
    [errors > 0, "errors"],
  ];
  return goalsMissed.filter(([isMissed]) => isMissed).map(([, words]) => words);
}

/** The peer: what Dynoxide does with nothing before it, in the same run. */
export const peerLine = (figures: LoadFigures, barePerSecond: number): string =>
  `Dynoxide alone: ${Math.round(barePerSecond)} transactions/s; the cloud's commands: ${figures.transactionsPerSecond.toFixed(1)}/s, ${((100 * figures.transactionsPerSecond) / barePerSecond).toFixed(1)} % of it`;

/** The last line of the bench. Figures are rounded against themselves, so that what it shows is never better than what is judged. */
export const lastLine = ({ placementsPerMinute, proposalsP99, megabytes, errors }: LoadFigures): string =>
  `bench: ${Math.floor(placementsPerMinute)} placements/min, proposals p99 ${(Math.ceil(proposalsP99 * 10) / 10).toFixed(1)} s, ${Math.ceil(megabytes)} MB, ${errors} errors`;
