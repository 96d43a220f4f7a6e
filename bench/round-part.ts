/** A whole round, its steps beside their peers, in a process of its own. Prints JSON: `round-figures.ts`. */
import { auction } from "../shared/domain/matching/round/auction.ts";
import { countBlockingPairs } from "../shared/domain/matching/round/blocking-pairs.ts";
import { deferredAcceptance } from "../shared/domain/matching/round/deferred-acceptance.ts";
import { largestNumber } from "../shared/domain/matching/round/largest-number.ts";
import { type Assignment, unplaced } from "../shared/domain/matching/round/preference-lists.ts";
import { buildRound } from "./build-round.ts";
import { prepareLemon, solveWithLemon, writeLists } from "./peers/lemon.ts";
import { textbookDeferredAcceptance, textbookMarket } from "./peers/textbook.ts";
import { medianRound, type RoundRequest, type RoundSteps, runWholeRound } from "./round-figures.ts";
import { median, roundsOfTiming, timed } from "./statistics.ts";

const [seed = 0, clients = 0, vacancies = 0] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measureSteps({ seed, clients, vacancies })));

function measureSteps(size: RoundRequest): RoundSteps {
  const { lists, priorities, seconds } = buildRound(size);
  const textbook = textbookMarket(lists, priorities);
  const noLemon = prepareLemon();
  const file = noLemon === undefined ? writeLists("lists.bin", lists) : "";
  const placedByTextbook = textbookDeferredAcceptance(textbook);
  if (!isSame(deferredAcceptance(lists, priorities, { placementsFirst: false }).assignment, placedByTextbook))
    throw new Error("the textbook places otherwise");
  const rounds = Array.from({ length: roundsOfTiming }, () => {
    const accepted = timed(() => deferredAcceptance(lists, priorities, { placementsFirst: false }));
    const byTextbook = timed(() => textbookDeferredAcceptance(textbook));
    const best = timed(() => auction(lists, { exact: false }));
    const whole = runWholeRound(size);
    const lemon = noLemon === undefined ? solveByBoth(file) : undefined;
    if (lemon && (lemon.points > best.result.bound || best.result.points > lemon.points))
      throw new Error(`LEMON found ${lemon.points}, the auction ${best.result.points} of at most ${best.result.bound}`);
    return { accepted, byTextbook, best, whole, lemon };
  });
  const [first] = rounds;
  if (!first) throw new Error("nothing was measured");
  const placed = first.accepted.result.assignment;
  const best = first.best.result;
  const largest = timed(() => largestNumber(lists));
  const blocking = timed(() => countBlockingPairs(lists, priorities, placed));
  return {
    seconds: {
      ...seconds,
      deferredAcceptance: median(rounds.map((round) => round.accepted.seconds)),
      largestNumber: largest.seconds,
      auction: median(rounds.map((round) => round.best.seconds)),
      blockingPairs: blocking.seconds,
      textbook: median(rounds.map((round) => round.byTextbook.seconds)),
    },
    whole: medianRound(rounds.map((round) => round.whole)),
    blockingPairs: blocking.result.strict,
    certifiedPercent: (100 * best.points) / best.bound,
    auctionPoints: best.points,
    auctionBlockingPairs: countBlockingPairs(lists, priorities, best.assignment).strict,
    auctionPlaced: placedOf(best.assignment),
    lemon:
      noLemon ??
      ({
        seconds: median(rounds.flatMap((round) => (round.lemon ? [round.lemon.seconds] : []))),
        secondsByCandidates: median(rounds.flatMap((round) => (round.lemon ? [round.lemon.secondsByCandidates] : []))),
        points: first.lemon?.points ?? 0,
      } as const),
  };
}

/** Solves by both of LEMON's rules, in turn. Throws where they do not find the same points. */
function solveByBoth(file: string) {
  const asItComes = solveWithLemon(file, "block search");
  const byCandidates = solveWithLemon(file, "candidate list");
  if (asItComes.points !== byCandidates.points)
    throw new Error(`LEMON found ${asItComes.points} as it comes and ${byCandidates.points} by its candidate list`);
  return { seconds: asItComes.seconds, secondsByCandidates: byCandidates.seconds, points: asItComes.points };
}

function isSame(one: Assignment, other: Assignment): boolean {
  return one.every((vacancy, client) => vacancy === other[client]);
}

function placedOf(assignment: Assignment): number {
  return assignment.reduce((sum, vacancy) => sum + (vacancy === unplaced ? 0 : 1), 0);
}
