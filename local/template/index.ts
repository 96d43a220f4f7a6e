import { buildModel } from "./build-model.ts";
import { checkReferences } from "./check-references.ts";
import type { CloudModel } from "./model.ts";
import { readAssembly } from "./read-assembly.ts";
import { resolveApp } from "./resolve-app.ts";

export type ReadOptions = {
  /** The folder that `cdk synth` wrote. */
  readonly cdkOut: string;
  /** Where the app is reached: what `ApiEndpoint` resolves to, and what stands for the names of a distribution. */
  readonly publicUrl: string;
  /** Values of template parameters that have no default, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
};

/**
 * Reads a synthesised CDK app. Throws an error that names type, logical id and stack of what the embedded cloud does not
 * know: a resource type, a property of a type that it runs, an attribute, an intrinsic; and of what points at nothing.
 */
export function readCloudModel({ cdkOut, publicUrl, parameters }: ReadOptions): CloudModel {
  const assembly = readAssembly(cdkOut);
  const app = resolveApp(assembly, { publicUrl, ...(parameters === undefined ? {} : { parameters }) });
  const model = buildModel(app, assembly, publicUrl);
  checkReferences(model);
  return model;
}
