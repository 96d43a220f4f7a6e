/**
 * What every function really does is granted to it, and little more. The embedded cloud asks nobody for leave, so a missing
 * grant would show on AWS first: here the calls of each function are written down while the app is worked once through, and
 * held against the policy of its role.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type FunctionSpec, functionSpecs, type KeyUse } from "../../infra/functions.ts";
import { type OwnFrontDoor, openFrontDoor } from "../api/front-door.ts";
import { isGranted, readGrants, type Statement, type Wish } from "../builders/iam.ts";
import { type Call, type Recording, recordCalls } from "../builders/recorded-calls.ts";
import { isWhole } from "../builders/runs.ts";
import { changes, wishesOf } from "../builders/wishes.ts";
import { startAt, useEveryFunction } from "./every-function.ts";

let recording: Recording;
let door: OwnFrontDoor;
let calls: readonly Call[];
/** What each function wanted, by its name in the table of functions. */
let wanted: ReadonlyMap<string, readonly Wish[]>;
let grants: ReadonlyMap<string, readonly Statement[]>;

const short = (name: string): string => name.replace(/^titian-\w+?-/, "");

beforeAll(async () => {
  recording = await recordCalls();
  grants = new Map(Array.from(readGrants(recording.cdkOut), ([name, statements]) => [short(name), statements]));
  door = await openFrontDoor({ startAt, cdkOut: recording.cdkOut });
  await useEveryFunction(door, isWhole);
  calls = recording.calls();
  const byFunction = Map.groupBy(calls, ({ functionName }) => short(functionName));
  wanted = new Map(Array.from(byFunction, ([name, own]) => [name, own.flatMap((call) => wishesOf(call, door.cloud.model))]));
}, 240_000);
afterAll(async () => {
  await door?.close();
  recording?.remove();
});

it("sees every function at work that calls anything", () => {
  const silent = functionSpecs.filter(({ name }) => !wanted.has(name)).map(({ name }) => name);
  expect(silent.sort()).toEqual(["read-openapi", "show-link-page"]);
});

it("grants each function every call that it makes", () => {
  const missing = new Set<string>();
  for (const [name, wishes] of wanted)
    for (const wish of wishes)
      if (!isGranted(grants.get(name) ?? [], wish)) missing.add(`${name}: ${wish.action} on ${wish.resource}`);
  expect([...missing].sort()).toEqual([]);
});

it("grants nobody the change of a table, a key, an execution or a mail that they have no use for", () => {
  const idle = functionSpecs.flatMap((spec) => idleNeeds(spec).map((need) => `${spec.name}: ${need}`));
  expect(idle.sort()).toEqual(usedElsewhere);
});

/** The sweep does all that the relay does, by chance or when that fails. */
const alike: Readonly<Record<string, string>> = { "sweep-outbox": "relay-outbox" };
/** A need that shows in a longer course only: a review with proposals still alive, which a silence leaves. */
const usedElsewhere = ["review-placement: employers"];

const keyIds = {
  makeLinkSecret: "LinkKey",
  lookUpIdentity: "LookupKey",
  nameCandidates: "CandidateKey",
  sealIdentity: "IdentityKey",
} as const satisfies Record<KeyUse, string>;

function idleNeeds({ name, needs }: FunctionSpec): readonly string[] {
  const { tables, keys } = door.cloud.model;
  const wishes = wanted.get(alike[name] ?? name) ?? [];
  const uses = (service: string, arn: string | undefined): boolean =>
    wishes.some(({ action, resource }) => action.startsWith(`${service}:`) && (arn === undefined || resource === arn));
  const arnOf = (table: string): string | undefined =>
    tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith(table))?.arn;
  const changed = new Set(wishes.filter(changes).map(({ resource }) => resource));
  return [
    ...Object.entries(needs.tables ?? {}).flatMap(([table, access]) =>
      access === "write" && !changed.has(arnOf(table) ?? "") ? [table] : [],
    ),
    ...(needs.keys ?? []).filter((use) => !uses("kms", keys.find(({ logicalId }) => logicalId.startsWith(keyIds[use]))?.arn)),
    ...(needs.processes && !uses("states", undefined) ? ["processes"] : []),
    ...(needs.mail && !uses("ses", undefined) ? ["mail"] : []),
  ];
}

const transaction = z.object({
  TransactItems: z.array(
    z.record(
      z.string(),
      z.object({
        TableName: z.string(),
        Key: z.unknown().optional(),
        Item: z.object({ pk: z.unknown(), sk: z.unknown() }).optional(),
      }),
    ),
  ),
});

it("writes no item twice in one transaction and no more than a hundred: DynamoDB refuses both", () => {
  for (const { functionName, target, body } of calls) {
    if (!target.endsWith(".TransactWriteItems")) continue;
    const items = transaction
      .parse(JSON.parse(body))
      .TransactItems.flatMap((item) => Object.values(item))
      .map(({ TableName, Key, Item }) => JSON.stringify([TableName, Key ?? { pk: Item?.pk, sk: Item?.sk }]));
    expect(items.toSorted(), functionName).toEqual([...new Set(items)].sort());
    expect(items.length).toBeLessThanOrEqual(100);
  }
});
