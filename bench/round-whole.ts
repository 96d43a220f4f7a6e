/** A whole round in a process of its own, so that the memory measured is the round's alone. Prints JSON: `round-figures.ts`. */
import { readFileSync } from "node:fs";
import { runRound } from "../shared/domain/matching/round/round.ts";
import { snapshotOf } from "./build-round.ts";
import type { RoundRequest, WholeRound } from "./round-figures.ts";
import { timed } from "./statistics.ts";

const [seed = 0, clients = 0, vacancies = 0] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measureWhole({ seed, clients, vacancies })));

function measureWhole(size: RoundRequest): WholeRound {
  const { snapshot, secondsOfMaking } = snapshotOf(size);
  const { seconds, answer } = timed(() => runRound(snapshot));
  const megabytes = mostMemory();
  const { audit } = answer;
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
    seconds: seconds - secondsOfMaking(),
    megabytes,
  };
}

/** The most memory that this process has held, in megabytes of a million bytes. */
function mostMemory(): number {
  if (process.platform !== "linux") return (process.resourceUsage().maxRSS * 1024) / 1e6;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
