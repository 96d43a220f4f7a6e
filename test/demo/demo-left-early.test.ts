/** `npm run demo`, left before its end: it takes its throw-away folder and its processes with it. */
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ensureSynthesised } from "../../infra/synth.ts";
import { isWhole } from "../builders/runs.ts";
import { type Started, startCommand } from "./run-command.ts";

/** Processes that name the folder on their command line; none where the system does not show them. */
const processesOn = (path: string): string[] =>
  globSync("/proc/[0-9]*/cmdline").filter((file) => {
    try {
      return readFileSync(file, "utf8").includes(path);
    } catch {
      return false;
    }
  });

it.for([
  ["by Ctrl-C", 130, (demo: Started) => demo.interrupt()],
  ["by a signal to it alone", 143, (demo: Started) => demo.child.kill("SIGTERM")],
  ["because nobody reads on, as under head", 1, (demo: Started) => demo.child.stdout?.destroy()],
] as const)("leaves nothing behind when it ends %s", { timeout: 120_000 }, async ([_how, code, leave], { skip }) => {
  skip(!isWhole, "it takes long until the data of a demo is in");
  await ensureSynthesised();
  const folder = mkdtempSync(join(tmpdir(), "titian-left-"));
  const demo = startCommand("demo.ts", [], folder);
  onTestFinished(async () => {
    demo.child.kill("SIGTERM");
    await demo.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  await demo.untilSaid("demo data is in");
  expect(readdirSync(folder)).toHaveLength(1);
  leave(demo);
  expect(await demo.ended).toBe(code);
  expect(readdirSync(folder)).toEqual([]);
  expect(processesOn(folder)).toEqual([]);
});
