import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "aws-cdk-lib/core";
import * as z from "zod";
import { composeApp } from "../../infra/compose-app.ts";
import { configOf, type StageConfig } from "../../infra/config.ts";
import { functionSpecs } from "../../infra/functions.ts";
import { readTemplates, type TestResource } from "./read-templates.ts";

export const root = join(import.meta.dirname, "..", "..");
const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

export type Composed = {
  readonly app: App;
  readonly folder: string;
  /** Writes the templates without CloudFormation's own rules, which the test of the rule packs runs, and returns where. */
  readonly synth: () => string;
  readonly remove: () => void;
};

/** What an operator would have set: a domain that is nobody's is refused beyond dev. */
export const operatorsDomain = "titian-uji.id";
export const operator = {
  domain: operatorsDomain,
  zone: "Z0123456789UJI",
  originCertificate: "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
  originAuthority: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
} as const;

/** What stands for the hash of the console's inline script. */
export const bootHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The app of a stage with a small file in the place of each bundle: what it says of the cloud is the same. */
export function composeForTest(stage: "dev" | "prod"): Composed {
  return composeConfig(configOf(stage, operator));
}

/** The same from settings, as those of a stage that there is not. */
export function composeConfig(config: StageConfig): Composed {
  const folder = mkdtempSync(join(tmpdir(), "titian-infra-"));
  for (const { name } of functionSpecs) {
    mkdirSync(join(folder, "functions", name), { recursive: true });
    writeFileSync(join(folder, "functions", name, "index.js"), `exports.handler = async () => "${name}";\n`);
  }
  const built = { folder: join(folder, "console"), scriptHashes: [bootHash] };
  mkdirSync(join(built.folder, "assets"), { recursive: true });
  writeFileSync(join(built.folder, "index.html"), "<!doctype html><title>Titian</title>\n");
  writeFileSync(
    join(built.folder, "assets", "index-a1b2c3d4.js"),
    `export const words = ${JSON.stringify("titian ".repeat(300))};\n`,
  );
  const { context } = cdkJson.parse(JSON.parse(readFileSync(join(root, "cdk.json"), "utf8")));
  const outdir = join(folder, "cdk.out");
  const app = composeApp(config, { bundles: join(folder, "functions"), console: built }, { context, outdir });
  return {
    app,
    folder,
    synth() {
      process.env.CDK_VALIDATION = "false";
      app.synth();
      return outdir;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

let production: readonly TestResource[] | undefined;

/** Every resource of production, which is synthesised once in a worker: it takes seconds. To be read and left as it is. */
export function readProduction(): readonly TestResource[] {
  if (production) return production;
  const composed = composeForTest("prod");
  try {
    production = readTemplates(composed.synth());
    return production;
  } finally {
    composed.remove();
  }
}
