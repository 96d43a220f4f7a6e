/** The app's assembly once more, in which each function writes down the calls of AWS that it makes. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { ensureSynthesised } from "../../infra/synth.ts";

const template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() })),
});
const environment = z.object({ Variables: z.record(z.string(), z.unknown()) });
const call = z.object({ functionName: z.string(), target: z.string(), path: z.string(), body: z.string() });

/** One call: the AWS operation by its header or, where it has none, by its path. */
export type Call = z.infer<typeof call>;

export type Recording = {
  readonly cdkOut: string;
  /** All calls that were made so far. */
  readonly calls: () => readonly Call[];
  readonly remove: () => void;
};

/** Makes the assembly in a folder of its own; the bundles are those of the project. */
export async function recordCalls(): Promise<Recording> {
  const { cdkOut } = await ensureSynthesised();
  const folder = mkdtempSync(join(tmpdir(), "titian-recorded-"));
  const copy = join(folder, "cdk.out");
  const calls = join(folder, "calls");
  mkdirSync(copy);
  mkdirSync(calls);
  const recorder = pathToFileURL(join(import.meta.dirname, "record-calls.mjs")).href;
  for (const name of readdirSync(cdkOut)) {
    if (name.startsWith("asset.")) symlinkSync(join(cdkOut, name), join(copy, name));
    else if (!name.endsWith(".template.json")) cpSync(join(cdkOut, name), join(copy, name), { recursive: true });
    else {
      const text = readFileSync(join(cdkOut, name), "utf8");
      writeFileSync(join(copy, name), withVariables(text, { TITIAN_CALLS: calls, NODE_OPTIONS: `--import=${recorder}` }));
    }
  }
  return {
    cdkOut: copy,
    calls: () =>
      readdirSync(calls)
        .flatMap((file) => readFileSync(join(calls, file), "utf8").split("\n"))
        .filter((line) => line !== "")
        .map((line) => call.parse(JSON.parse(line))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A template in which each function has further environment variables. */
function withVariables(text: string, variables: Readonly<Record<string, string>>): string {
  const read = template.parse(JSON.parse(text));
  for (const { Type, Properties } of Object.values(read.Resources)) {
    if (Type !== "AWS::Lambda::Function" || !Properties) continue;
    const given = environment.parse(Properties.Environment ?? { Variables: {} });
    Properties.Environment = { Variables: { ...given.Variables, ...variables } };
  }
  return JSON.stringify(read);
}
