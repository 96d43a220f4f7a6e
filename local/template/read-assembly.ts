import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

/** One resource of a template, as written. */
export type RawResource = {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly condition?: string;
};

/** One stack of a cloud assembly, as written. */
export type RawStack = {
  readonly name: string;
  readonly resources: ReadonlyMap<string, RawResource>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, { readonly type: string; readonly default?: unknown }>>;
  readonly outputs: Readonly<
    Record<string, { readonly value: unknown; readonly exportName?: unknown; readonly condition?: string }>
  >;
};

/** A synthesised CDK app: its stacks, each after those it depends on, and where its assets lie. */
export type Assembly = {
  readonly stacks: readonly RawStack[];
  /** Object key of an asset → absolute path of its folder or file. */
  readonly assets: ReadonlyMap<string, string>;
};

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          file: z.string().optional(),
          directoryName: z.string().optional(),
        })
        .prefault({}),
    }),
  ),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

const record = z.record(z.string(), z.unknown());
const templateSchema = z.strictObject({
  AWSTemplateFormatVersion: z.string().optional(),
  Description: z.string().optional(),
  Metadata: z.unknown().optional(),
  Rules: z.unknown().optional(),
  Conditions: record.default({}),
  Mappings: record.default({}),
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional(), Condition: z.string().optional() }),
    )
    .default({}),
  Resources: z
    .record(z.string(), z.object({ Type: z.string(), Properties: record.default({}), Condition: z.string().optional() }))
    .default({}),
});

/**
 * Reads a `cdk.out` folder (and the assemblies nested in it, one for each CDK stage).
 * Throws where a file is missing or a template has a section that is not known.
 */
export function readAssembly(folder: string): Assembly {
  const root = resolve(folder);
  const { artifacts } = parseFile(manifestSchema, join(root, "manifest.json"));
  const assets = new Map<string, string>();
  const stacks: RawStack[] = [];
  for (const id of inOrder(artifacts)) {
    const { type, properties } = artifacts[id] ?? { type: "", properties: {} };
    if (type === "cdk:asset-manifest" && properties.file !== undefined) {
      for (const file of Object.values(parseFile(assetsSchema, join(root, properties.file)).files)) {
        if (file.source.path === undefined) continue;
        for (const { objectKey } of Object.values(file.destinations)) assets.set(objectKey, join(root, file.source.path));
      }
    } else if (type === "aws:cloudformation:stack" && properties.templateFile !== undefined) {
      stacks.push(readStack(properties.stackName ?? id, join(root, properties.templateFile)));
    } else if (type === "cdk:cloud-assembly" && properties.directoryName !== undefined) {
      const nested = readAssembly(join(root, properties.directoryName));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assets.set(key, path);
    }
  }
  return { stacks, assets };
}

function readStack(name: string, file: string): RawStack {
  const template = parseFile(templateSchema, file);
  return {
    name,
    conditions: template.Conditions,
    mappings: template.Mappings,
    parameters: Object.fromEntries(
      Object.entries(template.Parameters).map(([id, { Type, Default }]) => [id, { type: Type, default: Default }]),
    ),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([id, { Value, Export, Condition }]) => [
        id,
        { value: Value, exportName: Export?.Name, condition: Condition },
      ]),
    ),
    resources: new Map(
      Object.entries(template.Resources).map(([id, { Type, Properties, Condition }]) => [
        id,
        { type: Type, properties: Properties, condition: Condition },
      ]),
    ),
  };
}

/** Artifact ids, each after what it depends on. */
function inOrder(artifacts: Readonly<Record<string, { readonly dependencies: readonly string[] }>>): string[] {
  const order = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (order.has(id)) return;
    if (path.includes(id)) throw new Error(`The stacks depend on each other in a circle: ${[...path, id].join(" → ")}`);
    for (const dependency of artifacts[id]?.dependencies ?? []) visit(dependency, [...path, id]);
    order.add(id);
  };
  for (const id of Object.keys(artifacts)) visit(id, []);
  return [...order];
}

function parseFile<T>(schema: z.ZodType<T>, file: string): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Error(`${file} is not what CDK writes:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
