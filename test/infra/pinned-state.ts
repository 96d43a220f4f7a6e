/** What of the templates must not change by accident: each resource that holds or carries state, and what replaces it. */
import * as z from "zod";
import { pointedAt, type TestResource } from "./read-templates.ts";

export type PinnedType = {
  /** The properties whose change makes another resource, or which AWS refuses to change once there is one. */
  readonly properties: readonly string[];
  /** Whether it stays when it is replaced or its stack goes. */
  readonly kept: boolean;
  /** What happens on AWS where one of them, or the resource's logical id, changes. */
  readonly otherwise: string;
};

export const pinnedTypes: Readonly<Record<string, PinnedType>> = {
  "AWS::DynamoDB::GlobalTable": {
    properties: [
      "TableName",
      "AttributeDefinitions",
      "KeySchema",
      "GlobalSecondaryIndexes",
      "LocalSecondaryIndexes",
      "StreamSpecification",
      "TimeToLiveSpecification",
      "SSESpecification",
    ],
    kept: true,
    otherwise:
      "AWS makes a new, empty table, and the old one stays behind with all records, read by no function. An index with another name or other keys is built anew, one a deployment, and what asks it fails until then. A stream that changes begins anew: what stood in it is relayed by the sweep alone.",
  },
  "AWS::KMS::Key": {
    properties: ["KeySpec", "KeyUsage", "Origin", "MultiRegion"],
    kept: true,
    otherwise:
      "AWS makes another key (or refuses). What the old one made is found no more: every look-up of an identity number misses and clients are registered twice, candidates change their names, links that employers hold stop working; and what it sealed, or a table that it encrypts, is opened by no function any more.",
  },
  "AWS::Cognito::UserPool": {
    properties: ["Schema", "UsernameAttributes", "AliasAttributes", "UsernameConfiguration"],
    kept: true,
    otherwise: "AWS makes another, empty user pool (or refuses): nobody can sign in, and every login has to be made again.",
  },
  "AWS::Cognito::UserPoolClient": {
    properties: ["UserPoolId", "GenerateSecret"],
    kept: false,
    otherwise: "AWS makes another client with another id: every session ends, and the console must be told of the id.",
  },
  "AWS::Cognito::UserPoolResourceServer": {
    properties: ["UserPoolId", "Identifier"],
    kept: false,
    otherwise: "AWS makes another resource server: tokens name scopes that no route asks for, until everybody signs in again.",
  },
  "AWS::Cognito::UserPoolDomain": {
    properties: ["UserPoolId", "Domain"],
    kept: false,
    otherwise: "The page where staff sign in moves to another address, which the console must be told.",
  },
  "AWS::S3::Bucket": {
    properties: ["BucketName", "BucketNamePrefix", "BucketNamespace", "ObjectLockEnabled"],
    kept: true,
    otherwise: "AWS makes a new, empty bucket, and the old one stays behind with all files, read by no function.",
  },
  "AWS::SES::EmailIdentity": {
    properties: ["EmailIdentity"],
    kept: false,
    otherwise: "AWS makes another sender: no mail leaves until its DKIM records stand in the DNS.",
  },
  "AWS::ApiGatewayV2::Api": {
    properties: ["ProtocolType"],
    kept: false,
    otherwise: "AWS makes another API at another address: the links in mails that employers already hold lead nowhere.",
  },
  "AWS::StepFunctions::StateMachine": {
    properties: ["StateMachineName", "StateMachineType", "DefinitionSubstitutions"],
    kept: false,
    otherwise:
      "AWS makes another state machine and stops what runs on the old one, which are processes of months. A function under another name is missed by every execution that has begun: it calls what its definition named then.",
  },
};

/** How to go about it, where the change is meant. */
export const onPurpose =
  "If that is meant: say what becomes of the old one and of who still asks for it (docs/adr/0008), and change its lines in test/infra/pinned-state.json in the same commit.";

/** Stack → logical id → the type and the pinned properties. */
export type PinnedState = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** What the templates of a stage say of all that is pinned, with `<stage>` and `<domain>` for what differs by stage alone. */
export function pinnedStateOf(
  resources: readonly TestResource[],
  stackNames: ReadonlyMap<string, string>,
  stage: string,
  mailDomain: string,
): PinnedState {
  const written = resources
    .filter(({ type }) => type in pinnedTypes)
    .map(({ stack, id, type, properties }) => {
      const all = z.record(z.string(), z.unknown()).parse(properties);
      const pinned = pinnedTypes[type]?.properties.filter((name) => all[name] !== undefined) ?? [];
      return {
        stack: stackNames.get(stack) ?? stack,
        id,
        line: { type, ...Object.fromEntries(pinned.map((name) => [name, shorten(all[name], resources, stack)])) },
      };
    });
  const stacks = Map.groupBy(written, ({ stack }) => stack);
  const state = Object.fromEntries(
    [...stacks].map(([stack, lines]) => [stack, Object.fromEntries(lines.map(({ id, line }) => [id, line]))]),
  );
  const text = JSON.stringify(state).replaceAll(mailDomain, "<domain>").replaceAll(`titian-${stage}-`, "titian-<stage>-");
  return z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).parse(JSON.parse(text));
}

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.string() }));
const attributes = z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.string() }));
const indexes = z.array(
  z.strictObject({
    IndexName: z.string(),
    KeySchema: keySchema,
    Projection: z.strictObject({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).default([]) }),
  }),
);

/** The same in fewer signs: keys and indexes as a person writes them, and names in the place of references. */
function shorten(value: unknown, resources: readonly TestResource[], stack: string): unknown {
  const id = pointedAt(value);
  if (id !== undefined) {
    const named = z
      .object({ FunctionName: z.string() })
      .safeParse(resources.find((resource) => resource.stack === stack && resource.id === id)?.properties);
    return named.success ? named.data.FunctionName : id;
  }
  const keys = keySchema.safeParse(value);
  if (keys.success) return keys.data.map((key) => `${key.AttributeName} ${key.KeyType}`).join(", ");
  const types = attributes.safeParse(value);
  if (types.success) return types.data.map((item) => `${item.AttributeName} ${item.AttributeType}`).join(", ");
  const ofTable = indexes.safeParse(value);
  if (ofTable.success) {
    return Object.fromEntries(
      ofTable.data.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        `${shorten(KeySchema, resources, stack)}: ${[Projection.ProjectionType, ...Projection.NonKeyAttributes].join(" ")}`,
      ]),
    );
  }
  const object = z.record(z.string(), z.unknown()).safeParse(value);
  if (!object.success) return value;
  return Object.fromEntries(Object.entries(object.data).map(([name, one]) => [name, shorten(one, resources, stack)]));
}
