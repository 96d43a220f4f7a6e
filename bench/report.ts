/** The figures in words: `docs/matching-figures.md`, and the line at the end of a run. */
import { availableParallelism, cpus } from "node:os";
import { type Figures, type Gate, part, percent, pick, times, timesHighs, timesOnline } from "./gates.ts";
import { compared, type OnlineFigures, onlineSizes, type Peer, questions } from "./online-part.ts";
import { roundFlags } from "./round-figures.ts";
import { roundsOfTiming, type Spread } from "./statistics.ts";

/** One line that says it all. */
export function summaryOf({ online, assignment, rounds, steps }: Figures): string {
  const round = pick(rounds, -1);
  return [
    `bench: online ${times(timesOnline(online, "naive", "p50"))} naive, ${times(timesOnline(online, "sqlite", "p50"))} sqlite`,
    `, p99 ${milliseconds(online.mix.get("engine")?.p99 ?? 0)} ms; auction ${times(timesHighs(pick(assignment, 0)))} highs`,
    `; certified ${percent(Math.min(steps.certifiedPercent, round.certifiedPercent))}`,
    `; round ${round.seconds.toFixed(2)} s, ${Math.round(round.megabytes)} MB`,
    `; blocking ${Math.max(steps.blockingPairs, round.blockingPairs)}`,
  ].join("");
}

/** The page with all tables. @param seed of the market @param now the day that stands on it */
export function reportOf(figures: Figures, gates: readonly Gate[], seed: number, now: Date): string {
  const { online, assignment, rounds, steps } = figures;
  return `# Figures of matching

Measured by \`npm run bench:matching\` on ${now.toISOString().slice(0, 10)}, on ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}. This page is
written by that command; do not edit it. The market is synthetic and the same for the same seed (${seed}): the real regencies
and provinces, people and vacancies spread over them by Zipf's law, 200 schemes in 20 sectors. What it says about speed holds
for a market of this size; what it says about people (how many are placed) is true of this invented market only.

The gates are ratios of medians of one run, so that they hold on any machine. Times in milliseconds and seconds are not gated.

## Gates
${table(["", "asked", "measured", ""], gates.map(gateRow))}

## One question at a time
${number(onlineSizes.vacancies)} vacancies, ${number(onlineSizes.clients)} clients, the ten best with their points. Milliseconds, p50 / p99 of single questions:
of ${number(questions.mix)} clients as they are, ${number(questions.anywhere)} who would go anywhere, ${number(questions.vacancies)} vacancies. Everybody is asked ${roundsOfTiming} times in turn, and a question's time is
the middle one, so that what else the machine does stays out of the p99. Before anything was timed, all gave the same ten on ${compared.mix} + ${compared.anywhere} + ${compared.vacancies} questions, and the same as the definitions in \`rules.ts\` and \`points.ts\` on ${compared.byDefinition} + ${compared.vacanciesByDefinition}.
Reading the clock takes ${(online.clock.p50 * 1e6).toFixed(0)} ns of each figure.

${table(["", "vacancies for a client", "for one who goes anywhere", "clients for a vacancy"], onlineRows(online))}

The naive scan asks the rules in their published order, of objects whose words were turned into numbers. The tuned scan leaves
closed vacancies out beforehand and asks first what most pairs fail, which a scan can do and a reader of the rules would not;
against it the engine is ${times(timesOnline(online, "tuned", "p50"))} at p50 and ${times(timesOnline(online, "tuned", "p99"))} at p99. \`node:sqlite\` has covering indexes
and does rules, points and the ten best in one statement. MiniSearch finds what shares a demand; rules and points follow.
The definitions, asked of every pair, take ${milliseconds(online.definitions)} ms a client.

## The greatest sum of points for 5,000 clients, proven
${table(["clients of", "eligible pairs", "seats", "auction, s", "HiGHS (wasm), s", "times", "HiGHS without presolve, s", "times"], assignment.map(assignmentRow))}

Seconds of the solve alone, of one warmed instance of HiGHS; before anything was timed all found the same optimum, and the auction's
prices prove it. The gate is against HiGHS as it comes; beside it stands the same with \`presolve=off\`. Where everybody wants the same few seats
the auction has more to do and HiGHS less.

## A whole round
From records to audit in a fresh process: filing vacancies and clients, all eligible pairs, lottery, deferred acceptance, the
largest number that could be placed, the auction with its certificate, blocking pairs. Without making the records. Medians of ${roundsOfTiming}
runs, those of the largest in turn with the peers below; memory is the most the process ever held, run with the flag of \`npm run round\` (\`node ${roundFlags.join(" ")}\`: the youngest objects
are collected sooner) but bundled, without what reads TypeScript, and
given its records as they are made, so that what reads a file and its hash comes on top; without that flag it was ${Math.round(figures.megabytesWithoutFlag)} MB in one run of the largest. The gate against LEMON leaves out the drawing of the lottery, which is no part of
the matching: ${pick(rounds, -1).lotterySeconds.toFixed(2)} s of the largest round.

${table(["clients", "vacancies", "seats", "eligible pairs", "s", "MB", "placed", "of the largest number", "certified", "blocking pairs"], rounds.map(roundRow))}

${number(pick(rounds, -1).clients)} clients step by step:

${table(["step", "s"], stepRows(figures))}

## Beside others, on the same lists
${table(["", "s", "points", "blocking pairs"], mechanismRows(figures))}

${lemonWords(figures)}
Deferred acceptance gives up points for a promise: nobody is passed over for someone with a lower priority. The auction gives
${number(steps.auctionBlockingPairs)} pairs a reason to complain and places ${number(steps.auctionPlaced)}; it is run for the audit alone.
`;
}

const peerNames: Readonly<Record<Peer, string>> = {
  engine: "the engine",
  naive: "naive scan",
  tuned: "tuned scan",
  sqlite: "`node:sqlite`",
  minisearch: "MiniSearch",
};

const milliseconds = (value: number): string =>
  value >= 1 ? value.toFixed(2) : value >= 0.01 ? value.toFixed(3) : value.toFixed(4);
const number = (value: number): string => value.toLocaleString("en-GB");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

const gateRow = ({ name, asked, measured, passed }: Gate): readonly string[] => [
  name,
  asked,
  measured,
  passed === undefined ? "passed over" : passed ? "pass" : "**miss**",
];

function onlineRows({ mix, anywhere, vacancies }: OnlineFigures): readonly (readonly string[])[] {
  const cell = (spread: Spread | undefined): string =>
    spread ? `${milliseconds(spread.p50)} / ${milliseconds(spread.p99)}` : "";
  return Array.from(mix.keys(), (peer) => [
    peerNames[peer],
    cell(mix.get(peer)),
    cell(anywhere.get(peer)),
    cell(vacancies.get(peer)),
  ]);
}

const assignmentRow = (figures: Figures["assignment"][number]): readonly string[] => [
  figures.name,
  number(figures.edges),
  number(figures.seats),
  figures.auctionSeconds.toFixed(4),
  figures.highsSeconds.toFixed(2),
  times(timesHighs(figures)),
  figures.highsSecondsUnpresolved.toFixed(2),
  times(figures.highsSecondsUnpresolved / figures.auctionSeconds),
];

const roundRow = (figures: Figures["rounds"][number]): readonly string[] => [
  number(figures.clients),
  number(figures.vacancies),
  number(figures.seats),
  number(figures.edges),
  figures.seconds.toFixed(2),
  String(Math.round(figures.megabytes)),
  number(figures.placed),
  `${((100 * figures.placed) / figures.largest).toFixed(1)} %`,
  percent(figures.certifiedPercent),
  String(figures.blockingPairs),
];

function stepRows({ steps: { seconds } }: Figures): readonly (readonly string[])[] {
  const rows = [
    ["filing vacancies", seconds.index],
    ["filing clients", seconds.clients],
    ["eligible pairs, each list sorted", seconds.edges],
    ["lottery and queue", seconds.queue],
    ["deferred acceptance", seconds.deferredAcceptance],
    ["largest number", seconds.largestNumber],
    ["auction", seconds.auction],
    ["blocking pairs", seconds.blockingPairs],
  ] as const;
  return rows.map(([name, value]) => [name, value.toFixed(3)]);
}

function mechanismRows({ rounds, steps }: Figures): readonly (readonly string[])[] {
  const { seconds, lemon } = steps;
  const round = pick(rounds, -1);
  const accepted = [number(round.points), String(steps.blockingPairs)] as const;
  const auction = [number(steps.auctionPoints), number(steps.auctionBlockingPairs)] as const;
  const rows = [
    ["deferred acceptance", seconds.deferredAcceptance.toFixed(3), ...accepted],
    ["the same by a textbook, with objects and Maps", seconds.textbook.toFixed(2), ...accepted],
    ["auction", seconds.auction.toFixed(3), ...auction],
  ];
  if (typeof lemon === "string") return rows;
  return [
    ...rows,
    ["LEMON network simplex (C++), as it comes", lemon.seconds.toFixed(2), number(lemon.points), ""],
    ["LEMON network simplex (C++), candidate list", lemon.secondsByCandidates.toFixed(2), number(lemon.points), ""],
  ];
}

function lemonWords({ rounds, steps }: Figures): string {
  const { lemon } = steps;
  if (typeof lemon === "string") return `LEMON was passed over: ${lemon}.`;
  const { seconds, secondsByCandidates: told } = lemon;
  const round = pick(rounds, -1);
  const matching = round.seconds - round.lotterySeconds;
  return `LEMON runs in turn with the others, both ways, and both ways finds the same points. Gates are against it as it comes, ${seconds.toFixed(2)} s: the
auction takes ${part(steps.seconds.auction / seconds)} of that, the whole round but the lottery ${part(matching / seconds)}. Told to use its candidate list it is ${told < seconds ? "quicker" : "no quicker"} here,
${told.toFixed(2)} s: then it is ${part(steps.seconds.auction / told)} and ${part(matching / told)}.`;
}
