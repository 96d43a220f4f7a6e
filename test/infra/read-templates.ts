import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DeletionPolicy: z.string().optional(),
      UpdateReplacePolicy: z.string().optional(),
    }),
  ),
});

export type TestResource = {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: unknown;
  readonly deletionPolicy?: string | undefined;
  readonly updateReplacePolicy?: string | undefined;
};

/** Every resource of every template in a folder. */
export function readTemplates(folder: string): readonly TestResource[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".template.json"))
    .flatMap((name) =>
      Object.entries(template.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))).Resources).map(([id, resource]) => ({
        stack: name.slice(0, -".template.json".length),
        id,
        type: resource.Type,
        properties: resource.Properties,
        deletionPolicy: resource.DeletionPolicy,
        updateReplacePolicy: resource.UpdateReplacePolicy,
      })),
    );
}

const manifest = z.object({
  artifacts: z.record(z.string(), z.object({ properties: z.object({ stackName: z.string().optional() }).prefault({}) })),
});

/** What each stack is called in the cloud, by its name in the templates. */
export function readStackNames(folder: string): ReadonlyMap<string, string> {
  const { artifacts } = manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  return new Map(
    Object.entries(artifacts).flatMap(([id, { properties }]) => (properties.stackName ? [[id, properties.stackName]] : [])),
  );
}

/** The resources of a type with the properties that a test looks at. */
export const ofType = <T>(resources: readonly TestResource[], type: string, schema: z.ZodType<T>) =>
  resources
    .filter((resource) => resource.type === type)
    .map((resource) => ({ ...resource, properties: schema.parse(resource.properties) }));

/** The functions of the app with the properties that a test looks at: those that CDK brings along to deploy bear no name. */
export const ownFunctions = <T>(resources: readonly TestResource[], schema: z.ZodType<T>) =>
  ofType(
    resources.filter(({ type, properties }) => type === "AWS::Lambda::Function" && named.safeParse(properties).success),
    "AWS::Lambda::Function",
    schema,
  );
const named = z.object({ FunctionName: z.string() });

const getAtt = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) });
const ref = z.object({ Ref: z.string() });

/** The logical id that a value of the same stack points at; undefined where it points elsewhere. */
export function pointedAt(value: unknown): string | undefined {
  const attribute = getAtt.safeParse(value);
  if (attribute.success) return attribute.data["Fn::GetAtt"][0];
  const reference = ref.safeParse(value);
  return reference.success ? reference.data.Ref : undefined;
}

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(z.object({ Action: texts, Resource: z.unknown() })) }),
  Roles: z.array(z.unknown()).default([]),
});

/** What each role may do: one entry a statement, with the construct that the role belongs to. */
export const grantsOf = (resources: readonly TestResource[]) =>
  ofType(resources, "AWS::IAM::Policy", policy).flatMap(({ stack, properties }) =>
    properties.PolicyDocument.Statement.map((statement) => ({
      stack,
      role: pointedAt(properties.Roles[0]) ?? "",
      actions: statement.Action,
      resource: JSON.stringify(statement.Resource),
    })),
  );
