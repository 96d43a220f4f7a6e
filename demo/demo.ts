/** `npm run demo`: exits 0 when the client was placed and stayed, 1 otherwise. */
import { parseArgs } from "node:util";
import { ensureSynthesised } from "../infra/synth.ts";
import { runDemo } from "./run-demo.ts";

const { values } = parseArgs({ options: { kills: { type: "string", default: "0" }, keep: { type: "boolean", default: false } } });

try {
  const result = await runDemo({
    cdkOut: (await ensureSynthesised()).cdkOut,
    kills: Number(values.kills),
    keep: values.keep,
    say: (line) => console.log(line),
  });
  for (const error of result.errors) console.log(`error: ${error}`);
  console.log(`weekly reports: ${result.reports}, memory: ${Math.round(result.memoryBytes / 2 ** 20)} MB`);
  console.log(
    `demo: ${result.status} after ${result.employersAsked} employers, retained ${result.retainedDays} days, ${result.mails} mails, ${result.errors.length} errors`,
  );
  process.exitCode = result.errors.length === 0 && result.status === "PLACED" ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
