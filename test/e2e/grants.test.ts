/**
 * What every function really does is granted to it, and little more. The embedded cloud asks nobody for leave, so a missing
 * grant would show on AWS first: here the calls of each function are written down while the app is worked once through, and
 * held against the policy of its role. Half a minute of work: only at whole length.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type FunctionSpec, functionSpecs } from "../../infra/functions.ts";
import type { KeyUse } from "../../shared/api/needs.ts";
import { expiryAttribute, type TableOperation, tableNames } from "../../shared/store/tables.ts";
import { type OwnFrontDoor, openFrontDoor } from "../api/front-door.ts";
import { isGranted, type Permission, readGrants, type Statement } from "../builders/iam.ts";
import { anyFormOf, isOf, kinds } from "../builders/item-kinds.ts";
import { permissionsOf } from "../builders/permissions.ts";
import { type Call, type Recording, recordCalls } from "../builders/recorded-calls.ts";
import { hangsAfter, isWhole } from "../builders/runs.ts";
import { startAt, useEveryFunction } from "./every-function.ts";

let recording: Recording;
let door: OwnFrontDoor;
let calls: readonly Call[];
/** What each function wanted, by its name in the table of functions. */
let wanted: ReadonlyMap<string, readonly Permission[]>;
let grants: ReadonlyMap<string, readonly Statement[]>;

const short = (name: string): string => name.replace(/^titian-\w+?-/, "");

beforeAll(async () => {
  if (!isWhole) return;
  recording = await recordCalls();
  grants = new Map(Array.from(readGrants(recording.cdkOut), ([name, statements]) => [short(name), statements]));
  door = await openFrontDoor({ startAt, cdkOut: recording.cdkOut });
  await useEveryFunction(door);
  calls = recording.calls();
  const byFunction = Map.groupBy(calls, ({ functionName }) => short(functionName));
  wanted = new Map(Array.from(byFunction, ([name, own]) => [name, own.flatMap((call) => permissionsOf(call, door.cloud.model))]));
}, hangsAfter);
afterAll(async () => {
  await door?.close();
  recording?.remove();
});

it.runIf(isWhole)("sees every function at work that calls anything", () => {
  const silent = functionSpecs.filter(({ name }) => !wanted.has(name)).map(({ name }) => name);
  expect(silent.sort()).toEqual(["read-openapi", "show-link-page"]);
});

it.runIf(isWhole)("grants each function every call that it makes", () => {
  const missing = new Set<string>();
  for (const [name, permissions] of wanted)
    for (const permission of permissions)
      if (!isGranted(grants.get(name) ?? [], permission)) missing.add(`${name}: ${permission.action} on ${permission.resource}`);
  expect([...missing].sort()).toEqual([]);
});

it.runIf(isWhole)("lets nobody scan a table, describe one or write by the batch: no code does", () => {
  const wide = /^dynamodb:(Scan|DescribeTable|BatchWriteItem|PartiQL\w*|.*\*.*)$/;
  const found = Array.from(grants, ([name, statements]) => [
    name,
    statements.flatMap(({ actions }) => actions.filter((action) => wide.test(action))),
  ]);
  expect(found.filter(([, actions]) => actions?.length)).toEqual([]);
});

it.runIf(isWhole)("grants nobody an operation on a table, a key, an execution or a mail that they have no use for", () => {
  const idle = functionSpecs.flatMap((spec) => idleNeeds(spec).map((need) => `${spec.name}: ${need}`));
  expect(idle.sort()).toEqual(usedElsewhere);
});

/** Relay and sweep work off the same rows, whichever comes first: what one of them does, both may. */
const alike = ["relay-outbox", "sweep-outbox"];
/** Needs that show only where two things happen at once, or in a longer course. */
const usedElsewhere = [
  // The answer by link whose ten minutes end with its wait.
  "expire-wait: employers: update",
  // The wait was decided before its token came.
  "hold-token: outbox: put",
  "hold-token: placements: get",
  // A list of clients that says of somebody with live proposals what bars them, or names a number that is known.
  "import-clients: outbox: put",
  "import-clients: staff: put",
  // An earlier list has left proposals alive; and a vacancy was opened while it ranked.
  "rank-placement: employers: get many",
  "rank-placement: outbox: put",
  "rank-placement: placements: update",
  // The certificate has run out meanwhile; and proposals that are still alive, which a silence leaves.
  "review-placement: clients: check",
  "review-placement: employers: delete",
  "review-placement: employers: get many",
];

const actionOf: Readonly<Partial<Record<TableOperation, string>>> = {
  get: "GetItem",
  "get many": "BatchGetItem",
  query: "Query",
  put: "PutItem",
  update: "UpdateItem",
  delete: "DeleteItem",
  check: "ConditionCheckItem",
};

const keyIds = {
  makeLinkSecret: "LinkKey",
  lookUpIdentity: "LookupKey",
  nameCandidates: "CandidateKey",
  sealIdentity: "IdentityKey",
  openIdentity: "IdentityKey",
} as const satisfies Record<KeyUse, string>;

function idleNeeds({ name, needs }: FunctionSpec): readonly string[] {
  const { tables, keys } = door.cloud.model;
  const permissions = (alike.includes(name) ? alike : [name]).flatMap((text) => wanted.get(text) ?? []);
  const uses = (service: string, arn: string | undefined): boolean =>
    permissions.some(({ action, resource }) => action.startsWith(`${service}:`) && (arn === undefined || resource === arn));
  const arnOf = (table: string): string =>
    tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith(table))?.arn ?? "there is no such table";
  const does = (table: string, operation: TableOperation): boolean => {
    const index = /^by (.+)$/.exec(operation)?.[1];
    const resource = index === undefined ? arnOf(table) : `${arnOf(table)}/index/${index}`;
    const action = actionOf[index === undefined ? operation : "query"];
    return permissions.some((item) => item.resource === resource && item.action === `dynamodb:${action}`);
  };
  return [
    ...tableNames.flatMap((table) => {
      const given: readonly TableOperation[] = needs.tables?.[table] ?? [];
      return given.filter((operation) => !does(table, operation)).map((operation) => `${table}: ${operation}`);
    }),
    ...(needs.keys ?? []).filter((use) => !uses("kms", keys.find(({ logicalId }) => logicalId.startsWith(keyIds[use]))?.arn)),
    ...(needs.processes && !uses("states", undefined) ? ["processes"] : []),
    ...(needs.mail && !uses("ses", undefined) ? ["mail"] : []),
  ];
}

const scanned = z.object({ Items: z.array(z.record(z.string(), z.record(z.string(), z.unknown()))) });
type Found = Readonly<Record<string, string>>;

/** Every item of a table, its texts and numbers as they stand. */
async function itemsOf(table: string): Promise<readonly Found[]> {
  const TableName = door.cloud.model.tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith(table))?.name;
  const { Items } = scanned.parse(await door.cloud.dynamodb("Scan", { TableName }));
  return Items.map((item) => Object.fromEntries(Object.entries(item).map(([name, { S, N }]) => [name, String(S ?? N)])));
}

it.runIf(isWhole)(
  "writes items of the kinds that the list of tables names, all of them, into the indexes that it names for each",
  async () => {
    const seen = new Set<string>();
    for (const table of tableNames)
      for (const item of await itemsOf(table)) {
        const [only, ...others] = kinds.filter(
          (one) => one.table === table && isOf(one, { pk: item.pk ?? "", sk: item.sk ?? "" }),
        );
        expect([only?.name, ...others], `${table}: ${item.pk} ${item.sk}`).toEqual([expect.any(String)]);
        seen.add(`${table} ${only?.name}`);
        for (const [index, { keys }] of Object.entries(only?.indexes ?? {})) {
          if (item[keys[0]] === undefined || item[keys[1]] === undefined) continue;
          const entry = only?.kind.indexes?.[index] ?? [];
          expect([index, item[keys[0]]], only?.name).toEqual([index, expect.stringMatching(anyFormOf(entry[0]))]);
          expect(item[keys[1]], only?.name).toMatch(anyFormOf(entry[1]));
          seen.add(`${table} ${only?.name} by ${index}`);
        }
        if (item[expiryAttribute] !== undefined) seen.add(`${table} ${only?.name} expires`);
      }
    const named = kinds.flatMap(({ table, name, kind }) => [
      `${table} ${name}`,
      ...Object.keys(kind.indexes ?? {}).map((index) => `${table} ${name} by ${index}`),
      ...(kind.expires === undefined ? [] : [`${table} ${name} expires`]),
    ]);
    expect([...seen].sort()).toEqual(named.sort());
  },
);

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

it.runIf(isWhole)("writes no item twice in one transaction and no more than a hundred: DynamoDB refuses both", () => {
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
