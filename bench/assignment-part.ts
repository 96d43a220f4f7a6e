/** The greatest sum of points for 5,000 clients, proven: the exact auction against HiGHS on the same lists. */
import { auction } from "../shared/domain/matching/round/auction.ts";
import { buildRound } from "./build-round.ts";
import { prepareHighs, solveWithHighs } from "./peers/highs.ts";
import { median, roundsOfTiming, timed } from "./statistics.ts";
import { type MarketShape, nation, regionOf } from "./vocabulary.ts";

export type AssignmentFigures = {
  readonly name: string;
  readonly edges: number;
  readonly seats: number;
  readonly points: number;
  readonly auctionSeconds: number;
  readonly highsSeconds: number;
  /** HiGHS with `presolve=off`. */
  readonly highsSecondsUnpresolved: number;
};

const clients = 5000;

/** Markets of 5,000 clients: drawn from the country, where there are seats enough, and of one region, where there are not. */
const markets: readonly { readonly name: string; readonly shape: MarketShape; readonly vacancies: number }[] = [
  { name: "the country's 30,000 vacancies", shape: nation, vacancies: 30_000 },
  { name: "600 vacancies of one province and two trades", shape: regionOf("31", 2), vacancies: 600 },
];

/** Solves take milliseconds here: each round is the median of a few. */
const solvesOfRound = 15;
/** Solves before anything is timed, a third of a second: HiGHS comes compiled and has solved for a second by then. */
const warmUps = 40;

/** Measures, the country first. Throws where they do not find the same optimum; that is asked before anything is timed. */
export async function measureAssignment(seed: number): Promise<readonly AssignmentFigures[]> {
  const highs = await prepareHighs();
  const figures: AssignmentFigures[] = [];
  for (const { name, shape, vacancies } of markets) {
    const { lists } = buildRound({ seed, shape, clients, vacancies });
    const solve = () => auction(lists, { exact: true });
    const best = solve();
    for (const presolve of [undefined, "off"] as const) {
      const { points } = solveWithHighs(highs, lists, presolve);
      if (best.points !== points || best.bound - best.points >= 1)
        throw new Error(`${name}: the auction found ${best.points} of at most ${best.bound}, HiGHS ${points}`);
    }
    for (let no = 0; no < warmUps; no++) solve();
    const rounds = Array.from({ length: roundsOfTiming }, () => ({
      highs: solveWithHighs(highs, lists).seconds,
      unpresolved: solveWithHighs(highs, lists, "off").seconds,
      auction: median(Array.from({ length: solvesOfRound }, () => timed(solve).seconds)),
    }));
    figures.push({
      name,
      edges: lists.edges.length,
      seats: lists.seats.reduce((sum, seats) => sum + seats, 0),
      points: best.points,
      auctionSeconds: median(rounds.map((round) => round.auction)),
      highsSeconds: median(rounds.map((round) => round.highs)),
      highsSecondsUnpresolved: median(rounds.map((round) => round.unpresolved)),
    });
  }
  return figures;
}
