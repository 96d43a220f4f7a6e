/** A whole round in a process of its own, so that the memory measured is the round's alone. Prints JSON: `round-figures.ts`. */
import { readFileSync } from "node:fs";
import { drawLottery } from "../shared/domain/matching/round/lottery.ts";
import { runRound } from "../shared/domain/matching/round/round.ts";
import { snapshotOf } from "./build-round.ts";
import type { RoundRequest, WholeRound } from "./round-figures.ts";
import { timed } from "./statistics.ts";

const [seed = 0, clients = 0, vacancies = 0] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measureWhole({ seed, clients, vacancies })));

function measureWhole(size: RoundRequest): WholeRound {
  const ids: string[] = [];
  const { snapshot, secondsOfMaking } = snapshotOf(size);
  const { seconds, result } = timed(() => runRound(snapshot));
  const wholeSeconds = seconds - secondsOfMaking();
  const megabytes = mostMemory();
  // Drawn once more by itself, for as many clients as the round drew it for: it is no part of the matching.
  for (const { id } of snapshotOf(size).snapshot.clients) ids.push(id);
  const lottery = timed(() => drawLottery(snapshot.seed, ids.slice(0, result.audit.clientsWithChoice), () => true));
  const { audit } = result;
  return {
    clients: audit.clients,
    vacancies: audit.vacancies,
    seats: audit.seats,
    edges: audit.eligiblePairs,
    clientsWithChoice: audit.clientsWithChoice,
    placed: audit.placed,
    largest: audit.largest,
    points: audit.points,
    bestPoints: audit.bestPoints,
    certifiedPercent: audit.certifiedPercent,
    blockingPairs: audit.blockingPairs,
    seconds: wholeSeconds,
    lotterySeconds: lottery.seconds,
    megabytes,
  };
}

/** The most memory that this process has held, in megabytes of a million bytes. */
function mostMemory(): number {
  if (process.platform !== "linux") return (process.resourceUsage().maxRSS * 1024) / 1e6;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
