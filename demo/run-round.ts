/** `npm run round -- FILE`: runs a round on a snapshot and says what came of it. */
import { writeFileSync } from "node:fs";
import { type RoundResult, runRound } from "../shared/domain/matching/round/round.ts";
import { fileTrouble, readOptions } from "./options.ts";
import { readSnapshotFile } from "./snapshot-file.ts";

const usage = `npm run round -- FILE [--seed TEXT] [--placements-first] [--out RESULT.json]

FILE             a snapshot, one JSON object a line; demo/example-round.ndjson is one
--seed           decides the lottery; at least 16 characters; published after the hash of the inputs
--placements-first  places more people, at the price that docs/matching.md names
--out            writes the whole result: the same snapshot and seed give the same bytes`;

const shown = 12;

function main(): number {
  const { positionals, values } = readOptions({
    allowPositionals: true,
    options: {
      seed: { type: "string" },
      "placements-first": { type: "boolean" },
      out: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.help) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const { terms, ...file } = readSnapshotFile(path, { placementsFirst: values["placements-first"] });
  console.log(`inputs ${file.inputsHash}`);
  const seed = values.seed ?? file.seed;
  if (seed === undefined || seed.length < 16) {
    console.error("No seed of 16 characters or more. Publish the hash above first, then draw a seed and pass it by --seed.");
    return 2;
  }
  const result = runRound({
    ...terms,
    seed,
    agreements: file.agreements,
    demandingOffices: file.demandingOffices,
    vacancies: file.vacancies,
    clients: file.clients(),
  });
  const whole = { inputs: file.inputsHash, seed, ...result, setAside: [...file.setAside, ...result.setAside] };
  if (values.out !== undefined) writeResult(values.out, `${JSON.stringify(whole, undefined, 1)}\n`);
  tell(whole);
  return 0;
}

function writeResult(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw fileTrouble(path, error);
  }
}

/** Two digits of a share of a hundred, never rounded up: 100.00 is said of a proof alone. */
const percentDown = (share: number): string => (Math.floor(share * 100) / 100).toFixed(2);

function tell({ audit, proposals, setAside }: Pick<RoundResult, "audit" | "proposals" | "setAside">): void {
  for (const proposal of proposals.slice(0, shown))
    console.log(
      `${proposal.clientId} → ${proposal.vacancyId}  ${proposal.points} points, band ${proposal.band + 1}, own choice no. ${proposal.choice}`,
    );
  if (proposals.length > shown) console.log(`… and ${proposals.length - shown} more`);
  const { longestWaiting: longest } = audit;
  console.log(`clients ${audit.clients}, of whom ${audit.clientsWithChoice} are eligible for something`);
  console.log(`vacancies ${audit.vacancies} with ${audit.seats} seats; ${audit.eligiblePairs} eligible pairs`);
  console.log(`placed ${audit.placed} of at most ${audit.largest}${audit.placementsFirst ? ", placements first" : ""}`);
  console.log(
    `points ${audit.points}; at best ${audit.bestPoints}, certified to ${percentDown(audit.certifiedPercent)} % of any placement`,
  );
  console.log(`of the ${longest.clients} who have waited longest ${longest.placed} were placed`);
  console.log(
    audit.placementsFirst
      ? `pairs with a reason to complain, by band: ${audit.blockingPairsByBand}`
      : `pairs with a reason to complain: ${audit.blockingPairs}`,
  );
  const counts = Map.groupBy(setAside, (entry) => `${entry.kind.toLowerCase()} ${entry.code}`);
  for (const [what, all] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`set aside: ${all.length} ${what}, such as ${all[0]?.id}`);
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
