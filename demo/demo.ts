/** `npm run demo`: exits 0 when the client was placed and stayed, 1 otherwise. */
import { ensureSynthesised } from "../infra/synth.ts";
import { readCount, readOptions, runCommand } from "./options.ts";
import { runDemo } from "./run-demo.ts";

const usage = `npm run demo -- [--kills N] [--keep]

--kills N  kills the cloud N times on the way and starts it again
--keep     leaves the folder with everything in it, to look into`;

const mostKills = 100;
/** What a shell makes of a process that a signal has ended. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const stopping = new AbortController();
let exitCode = 1;

async function demo(): Promise<number> {
  const { values } = readOptions({
    options: { kills: { type: "string", default: "0" }, keep: { type: "boolean", default: false } },
  });
  const kills = readCount("--kills", values.kills, mostKills);
  const { cdkOut } = await ensureSynthesised();
  for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      exitCode = exitCodes[signal];
      stopping.abort();
    });
  try {
    const { keep } = values;
    const result = await runDemo({ cdkOut, kills, keep, signal: stopping.signal, say: (line) => console.log(line) });
    for (const error of result.errors) console.log(`error: ${error}`);
    console.log(`weekly reports: ${result.reports}, memory: ${Math.round(result.memoryBytes / 2 ** 20)} MB`);
    console.log(
      `demo: ${result.status} after ${result.employersAsked} employers, retained ${result.retainedDays} days, ${result.mails} mails, ${result.errors.length} errors`,
    );
    return result.errors.length === 0 && result.status === "PLACED" ? 0 : 1;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    // Requests that are still on their way would be repeated for half a minute.
    process.exit(exitCode);
  }
}

await runCommand(usage, demo, () => stopping.abort());
