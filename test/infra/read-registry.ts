/** What CloudFormation itself knows of its types. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { root } from "./compose-for-test.ts";

const registry = z.object({
  schema: z.object({
    resource: z.object({
      entities: z.array(
        z.object({
          cloudFormationType: z.string(),
          primaryIdentifier: z.array(z.string()).default([]),
          properties: z.record(z.string(), z.object({ causesReplacement: z.string().optional() })),
        }),
      ),
    }),
  }),
});

/** A type as CloudFormation's own registry knows it. */
export type RegisteredType = {
  /** What tells one resource of the type from another. */
  readonly identifier: readonly string[];
  readonly replacing: readonly string[];
};

/** CloudFormation's registry of types, as the CDK's command brings it along for its diffs. */
export function readRegistry(): ReadonlyMap<string, RegisteredType> {
  const file = join(root, "node_modules", "aws-cdk", "db.json.gz");
  const { entities } = registry.parse(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"))).schema.resource;
  return new Map(
    entities.map(({ cloudFormationType, primaryIdentifier, properties }) => [
      cloudFormationType,
      {
        identifier: primaryIdentifier,
        replacing: Object.keys(properties).filter((name) => (properties[name]?.causesReplacement ?? "no") !== "no"),
      },
    ]),
  );
}
