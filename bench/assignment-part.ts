/** The greatest sum of points for 5,000 clients, proven: the exact auction against HiGHS on the same lists. */
import { auction } from "../shared/domain/matching/round/auction.ts";
import { buildRound } from "./build-round.ts";
import { solveWithHighs } from "./peers/highs.ts";
import { median, roundsOfTiming, timed } from "./statistics.ts";
import { type MarketShape, nation, regionOf } from "./vocabulary.ts";

export type AssignmentFigures = {
  readonly name: string;
  readonly edges: number;
  readonly seats: number;
  readonly points: number;
  readonly auctionSeconds: number;
  readonly highsSeconds: number;
};

const clients = 5000;

/** Markets of 5,000 clients: drawn from the country, where there are seats enough, and of one region, where there are not. */
const markets: readonly { readonly name: string; readonly shape: MarketShape; readonly vacancies: number }[] = [
  { name: "the country's 30,000 vacancies", shape: nation, vacancies: 30_000 },
  { name: "600 vacancies of one province and two trades", shape: regionOf("31", 2), vacancies: 600 },
];

/** Solves take milliseconds here: each round is the median of a few. */
const solvesOfRound = 5;

/** Measures, the country first. Throws where the two do not find the same optimum. */
export async function measureAssignment(seed: number): Promise<readonly AssignmentFigures[]> {
  const figures: AssignmentFigures[] = [];
  for (const { name, shape, vacancies } of markets) {
    const { lists } = buildRound({ seed, shape, clients, vacancies });
    const auctionSeconds: number[] = [];
    const highsSeconds: number[] = [];
    const solve = () => timed(() => auction(lists, { exact: true }));
    let best = solve().answer;
    for (let round = 0; round < roundsOfTiming; round++) {
      const highs = await solveWithHighs(lists);
      const solves = Array.from({ length: solvesOfRound }, solve);
      best = solves[0]?.answer ?? best;
      if (best.points !== highs.points || best.bound - best.points >= 1)
        throw new Error(`${name}: the auction found ${best.points} of at most ${best.bound}, HiGHS ${highs.points}`);
      auctionSeconds.push(median(solves.map((one) => one.seconds)));
      highsSeconds.push(highs.seconds);
    }
    figures.push({
      name,
      edges: lists.edges.length,
      seats: lists.seats.reduce((sum, one) => sum + one, 0),
      points: best.points,
      auctionSeconds: median(auctionSeconds),
      highsSeconds: median(highsSeconds),
    });
  }
  return figures;
}
