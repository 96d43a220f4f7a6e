/**
 * `npm run bench:matching`: the engine and the round beside their peers, on one synthetic market of one seed. Writes
 * `docs/matching-figures.md`. Ends with 1 where a gate is missed, and stops where two results differ.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureAssignment } from "./assignment-part.ts";
import { judge } from "./gates.ts";
import { measureOnline } from "./online-part.ts";
import { reportOf, summaryOf } from "./report.ts";
import { medianRound, runRoundSteps, runWholeRound, type WholeRound } from "./round-figures.ts";
import { roundsOfTiming } from "./statistics.ts";

const { values } = parseArgs({ options: { seed: { type: "string", default: "2026" } } });
const seed = Number(values.seed);
const vacancies = 30_000;
const smaller = [27_000, 90_000] as const;
const national = 270_000;
const page = join(import.meta.dirname, "../docs/matching-figures.md");

/** The medians of some rounds, each in a fresh process. */
const measureRound = (clients: number): WholeRound =>
  medianRound(Array.from({ length: roundsOfTiming }, () => runWholeRound({ seed, clients, vacancies })));

const began = performance.now();
const say = (what: string): void => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`);

// Rounds first: what the online part keeps in memory would only be in their way.
say("rounds of 27,000 and 90,000 clients");
const before = smaller.map(measureRound);
say("the round of 270,000 clients, its steps, a textbook, LEMON");
const megabytesWithoutFlag = runWholeRound({ seed, clients: national, vacancies }, []).megabytes;
const steps = runRoundSteps({ seed, clients: national, vacancies });
const rounds = [...before, steps.whole];
if (typeof steps.lemon === "string") say(`LEMON is passed over: ${steps.lemon}`);
say("5,000 clients by the exact auction and by HiGHS");
const assignment = await measureAssignment(seed);
say("single questions by the engine, a naive scan, node:sqlite and MiniSearch");
const figures = { online: measureOnline(seed), assignment, rounds, megabytesWithoutFlag, steps };

const gates = judge(figures);
const report = reportOf(figures, gates, seed, new Date());
writeFileSync(page, report);
say("written to docs/matching-figures.md\n");
for (const { name, asked, measured, passed } of gates)
  console.log(`${passed === undefined ? "over" : passed ? "pass" : "MISS"}  ${name.padEnd(44)}${measured.padEnd(14)}${asked}`);
process.exitCode = gates.every((gate) => gate.passed !== false) ? 0 : 1;
console.log(`\n${summaryOf(figures)}`);
