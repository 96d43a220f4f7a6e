/** The peers of the round find what the project's own mechanisms find. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildRound } from "../../bench/build-round.ts";
import { prepareHighs, solveWithHighs } from "../../bench/peers/highs.ts";
import { prepareLemon, solveWithLemon, writeLists } from "../../bench/peers/lemon.ts";
import { textbookDeferredAcceptance, textbookMarket } from "../../bench/peers/textbook.ts";
import { roundFlags } from "../../bench/round-figures.ts";
import { regionOf } from "../../bench/vocabulary.ts";
import { auction } from "../../shared/domain/matching/round/auction.ts";
import { deferredAcceptance } from "../../shared/domain/matching/round/deferred-acceptance.ts";
import { unplaced } from "../../shared/domain/matching/round/preference-lists.ts";

const { lists, priorities } = buildRound({ seed: 7, shape: regionOf("36", 3), clients: 500, vacancies: 60 });
const noLemon = prepareLemon();

test("a round is run with the flags under which its memory is measured", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect(scripts.round).toBe(`node ${roundFlags.join(" ")} demo/run-round.ts`);
});

describe("on a market where seats are short", () => {
  test("the textbook places everyone where deferred acceptance does", () => {
    const { assignment } = deferredAcceptance(lists, priorities, { placementsFirst: false });
    const textbook = textbookMarket(lists, priorities);
    expect(textbookDeferredAcceptance(textbook)).toEqual(assignment);
    expect(textbookDeferredAcceptance(textbook), "once more on the same objects").toEqual(assignment);
    const withoutSeat = assignment.filter(
      (vacancy, client) => vacancy === unplaced && lists.start[client] !== lists.start[client + 1],
    );
    expect(withoutSeat.length).toBeGreaterThan(50);
  });

  test("HiGHS finds the optimum that the exact auction proves", async () => {
    const { points, bound } = auction(lists, { exact: true });
    const highs = await prepareHighs();
    expect(solveWithHighs(highs, lists).points).toBe(points);
    expect(solveWithHighs(highs, lists, "off").points).toBe(points);
    expect(bound).toBe(points);
  });

  test.skipIf(noLemon !== undefined)("LEMON finds it by both of its rules", () => {
    const file = writeLists("test-lists.bin", lists);
    const { points } = auction(lists, { exact: true });
    expect(solveWithLemon(file, "candidate list").points).toBe(points);
    expect(solveWithLemon(file, "block search").points).toBe(points);
  });
});
