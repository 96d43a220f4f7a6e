/** What the page of figures says of its own figures is worked out, not written beforehand. */
import { describe, expect, it } from "vitest";
import { type Figures, judge } from "../../bench/gates.ts";
import { reportOf } from "../../bench/report.ts";
import type { RoundSteps, WholeRound } from "../../bench/round-figures.ts";

const spread = { p50: 1, p99: 2 };
const peers = new Map([
  ["engine", spread],
  ["naive", spread],
  ["tuned", spread],
  ["sqlite", spread],
] as const);
const round: WholeRound = {
  clients: 9,
  vacancies: 9,
  seats: 9,
  edges: 9,
  clientsWithChoice: 9,
  placed: 9,
  largest: 9,
  points: 9,
  bestPoints: 9,
  certifiedPercent: 100,
  blockingPairs: 0,
  seconds: 3,
  lotterySeconds: 1,
  megabytes: 250.4,
};
const seconds = {
  index: 1,
  clients: 1,
  edges: 1,
  queue: 1,
  deferredAcceptance: 1,
  largestNumber: 1,
  auction: 1,
  blockingPairs: 1,
  textbook: 20,
};
const figures = (lemon: RoundSteps["lemon"]): Figures => ({
  online: { clock: spread, definitions: 1, mix: peers, anywhere: peers, vacancies: peers },
  assignment: [
    { name: "some", edges: 9, seats: 9, points: 9, auctionSeconds: 0.01, highsSeconds: 2, highsSecondsUnpresolved: 0.5 },
  ],
  rounds: [round],
  megabytesWithoutFlag: 299.6,
  steps: {
    seconds,
    whole: round,
    blockingPairs: 0,
    certifiedPercent: 100,
    auctionPoints: 9,
    auctionBlockingPairs: 3,
    auctionPlaced: 9,
    lemon,
  },
});
const pageOf = (lemon: RoundSteps["lemon"]): string => {
  const all = figures(lemon);
  return reportOf(all, judge(all), 1, new Date("2026-03-02")).replaceAll("\n", " ");
};

describe("the page of figures", () => {
  it("says whether LEMON's candidate list is quicker here, and both ratios", () => {
    const quicker = pageOf({ seconds: 10, secondsByCandidates: 5, points: 9 });
    expect(quicker).toContain("takes 0.100x of that, the whole round but the lottery 0.200x");
    expect(quicker).toContain("it is quicker here, 5.00 s: then it is 0.200x and 0.400x.");
    expect(pageOf({ seconds: 10, secondsByCandidates: 20, points: 9 })).toContain("it is no quicker here, 20.00 s");
    expect(pageOf("there is no g++ here")).toContain("LEMON was passed over: there is no g++ here.");
  });

  it("gates HiGHS as it comes, and shows it without presolve beside that", () => {
    const page = pageOf("no");
    expect(page).toContain("| some | 9 | 9 | 0.0100 | 2.00 | 200x | 0.50 | 50x |");
    expect(page).toMatch(/HiGHS, 5,000 clients \| at least 110x \| 200x \| pass/);
  });

  it("says under which flag the memory was measured, and what it is without", () => {
    expect(pageOf("no")).toContain("`node --max-semi-space-size=8`");
    expect(pageOf("no")).toContain("without that flag it was 300 MB");
  });
});
