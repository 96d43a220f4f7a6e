/**
 * How many clients the embedded cloud carries: `npm run bench:load`. Twenty actors carry clients from start to placement through
 * the real HTTP API for a minute, in a throw-away folder; beside it stands what Dynoxide alone does with transactions of that size.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCloudApi } from "../demo/cloud-api.ts";
import { startCloudProcess } from "../demo/cloud-process.ts";
import { ensureSynthesised } from "../infra/synth.ts";
import { measureBareTransactions } from "./load/bare-transactions.ts";
import { type Carried, carryToPlacement } from "./load/carry.ts";
import { figuresOf, lastLine, missedGoals, peerLine } from "./load/figures.ts";
import { findFailures, watchMemory } from "./load/findings.ts";
import { prepareClients, prepareEmployers } from "./load/prepare.ts";
import { processorLine, readProcessorTime } from "./load/processor-time.ts";
import { quantile } from "./statistics.ts";

const { values } = parseArgs({
  options: { actors: { type: "string", default: "20" }, seconds: { type: "string", default: "60" } },
});
const actors = Number(values.actors);
const seconds = Number(values.seconds);
/** Five a second: more than can be placed in the time. Where they run out, the time ends earlier. */
const clientCount = 5 * seconds;
const employerCount = 20;
const bareSeconds = 5;
/** Monday 2 March 2026, 09.00 WIB. */
const startAt = "2026-03-02T02:00:00.000Z";

const load = (): string => loadavg()[0]?.toFixed(1) ?? "?";

const folder = mkdtempSync(join(tmpdir(), "titian-load-"));
const { cdkOut } = await ensureSynthesised();
const cloudProcess = await startCloudProcess({ data: folder, cdkOut, startAt, port: 0, awsPort: 0 });
try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  await cloudProcess.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Answers whether every goal is reached. */
async function measure(): Promise<boolean> {
  const cloud = openCloudApi(cloudProcess.publicUrl);
  console.log(`${actors} actors, ${cpus().length} cores, load ${load()} before the bench`);
  await prepareEmployers(cloud, cloudProcess, employerCount);
  const began = performance.now();
  const clients = await prepareClients(cloud, cloudProcess, clientCount, 4);
  await cloud.settle();
  console.log(`${clients.length} clients registered after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const barePerSecond = await measureBareTransactions(cloudProcess.dynamodbUrl, actors, bareSeconds);

  const memory = watchMemory(cloud, 1000);
  const processorBefore = readProcessorTime(cloudProcess.pid);
  const carried: Carried[] = [];
  const errors: string[] = [];
  const start = performance.now();
  const sinceStart = (): number => (performance.now() - start) / 1000;
  let ended = seconds;
  const act = async (): Promise<void> => {
    while (sinceStart() < seconds) {
      const client = clients.pop();
      if (client === undefined) {
        ended = Math.min(ended, sinceStart());
        return;
      }
      try {
        const result = await carryToPlacement(cloud, cloudProcess, client);
        // Whoever is placed after the time belongs to no minute.
        if (sinceStart() <= ended) carried.push(result);
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: actors }, act));
  const busyLoad = load();
  const lastPlaced = sinceStart();
  await cloud.settle();
  console.log(
    `what the clients left to do was done ${(sinceStart() - lastPlaced).toFixed(1)} s after the last of them was placed`,
  );
  const processorAfter = readProcessorTime(cloudProcess.pid);
  const largest = await memory.end();
  errors.push(...(await findFailures(cloud)));

  const proposalSeconds = carried.map((one) => one.proposalSeconds);
  const figures = figuresOf({
    seconds: ended,
    placed: carried.length,
    proposalSeconds,
    memoryBytes: largest.totalBytes,
    transactions: carried.reduce((sum, { transactions }) => sum + transactions, 0),
    barePerSecond,
    errors,
  });
  for (const error of errors.slice(0, 20)) console.log(`error: ${error}`);
  for (const { name, bytes } of largest.parts) console.log(`  ${(bytes / 2 ** 20).toFixed(0).padStart(4)} MB  ${name}`);
  if (proposalSeconds.length > 0) console.log(`proposals p50 ${quantile(proposalSeconds, 0.5).toFixed(1)} s; load ${busyLoad}`);
  console.log(processorLine(processorBefore, processorAfter, carried.length));
  console.log(peerLine(figures, barePerSecond));
  const missed = missedGoals(figures);
  if (missed.length > 0) console.log(`missed: ${missed.join(", ")}`);
  console.log(lastLine(figures));
  return missed.length === 0;
}
