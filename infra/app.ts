/** The app as CDK runs it: bundles the functions, builds the console, composes the stacks of a stage, writes `cdk.out`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { buildAll } from "./build.ts";
import { buildConsole } from "./build-console.ts";

const root = join(import.meta.dirname, "..");
// esbuild is a process of its own: it bundles while the CDK is loaded here.
const building = Promise.all([buildAll({ root }), buildConsole(root, join(root, "build"))]);
const { composeApp } = await import("./compose-app.ts");
const { configOf, readOperator } = await import("./config.ts");

// CDK's own command hands the context of cdk.json over; without it the same flags are read here.
const cdkJson = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(root, "cdk.json"), "utf8")));
const [{ bundles, summary }, builtConsole] = await building;
console.error(summary);
const config = configOf(process.env.TITIAN_STAGE ?? "dev", readOperator(process.env));
// Only the stage that the embedded cloud runs may stand in cdk.out.
const usualOut = config.stage === "dev" ? "cdk.out" : join("build", `cdk-${config.stage}`);
composeApp(
  config,
  { bundles, console: builtConsole },
  { context: cdkJson.context, outdir: process.env.CDK_OUTDIR ?? join(root, usualOut) },
).synth();
