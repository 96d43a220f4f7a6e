import * as z from "zod";
import type { GlobalIndex, TableModel } from "../template/model.ts";
import type { DynamoDbCall } from "./client.ts";

const keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexes = z.array(
  z.object({
    IndexName: z.string(),
    KeySchema: keys,
    Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
  }),
);
const described = z.object({
  Table: z.object({
    AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
    KeySchema: keys,
    GlobalSecondaryIndexes: indexes.default([]),
    LocalSecondaryIndexes: indexes.default([]),
    StreamSpecification: z.object({ StreamEnabled: z.boolean(), StreamViewType: z.string().optional() }).optional(),
  }),
});
const listed = z.object({ TableNames: z.array(z.string()), LastEvaluatedTableName: z.string().optional() });

/**
 * Creates the tables that do not exist yet and keeps those that do, with the indexes that the template has besides: DynamoDB
 * fills a new one with what has its keys. Throws where anything else of an existing table differs from the template's.
 */
export async function createTables(call: DynamoDbCall, tables: readonly TableModel[]): Promise<void> {
  const existing = new Set<string>();
  let from: string | undefined;
  do {
    const page = listed.parse(await call("ListTables", from === undefined ? {} : { ExclusiveStartTableName: from }));
    for (const name of page.TableNames) existing.add(name);
    from = page.LastEvaluatedTableName;
  } while (from !== undefined);
  await Promise.all(
    tables.map(async (table) => {
      if (existing.has(table.name)) await compare(call, table);
      else await create(call, table);
    }),
  );
}

async function create(call: DynamoDbCall, table: TableModel): Promise<void> {
  await call("CreateTable", {
    TableName: table.name,
    BillingMode: "PAY_PER_REQUEST",
    ...schemaOf(table),
    ...(table.streamViewType === undefined
      ? {}
      : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamViewType } }),
    Tags: Object.entries(table.tags).map(([Key, Value]) => ({ Key, Value })),
  });
  if (table.timeToLiveAttribute !== undefined) {
    await call("UpdateTimeToLive", {
      TableName: table.name,
      TimeToLiveSpecification: { AttributeName: table.timeToLiveAttribute, Enabled: true },
    });
  }
}

function schemaOf(table: TableModel) {
  const index = (it: GlobalIndex) => ({
    IndexName: it.indexName,
    KeySchema: it.keySchema.map(({ attributeName, keyType }) => ({ AttributeName: attributeName, KeyType: keyType })),
    Projection: {
      ProjectionType: it.projection.projectionType,
      ...(it.projection.nonKeyAttributes === undefined ? {} : { NonKeyAttributes: it.projection.nonKeyAttributes }),
    },
  });
  return {
    AttributeDefinitions: table.attributeDefinitions.map((it) => ({
      AttributeName: it.attributeName,
      AttributeType: it.attributeType,
    })),
    KeySchema: table.keySchema.map((it) => ({ AttributeName: it.attributeName, KeyType: it.keyType })),
    ...(table.globalSecondaryIndexes.length === 0 ? {} : { GlobalSecondaryIndexes: table.globalSecondaryIndexes.map(index) }),
    ...(table.localSecondaryIndexes.length === 0 ? {} : { LocalSecondaryIndexes: table.localSecondaryIndexes.map(index) }),
  };
}

/** One index after the other, as an update of a stack would. */
async function addIndexes(call: DynamoDbCall, table: TableModel): Promise<void> {
  const { Table } = described.parse(await call("DescribeTable", { TableName: table.name }));
  const { AttributeDefinitions, GlobalSecondaryIndexes = [] } = schemaOf(table);
  const there = new Set(Table.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName));
  for (const index of GlobalSecondaryIndexes.filter(({ IndexName }) => !there.has(IndexName))) {
    const keyNames = index.KeySchema.map(({ AttributeName }) => AttributeName);
    await call("UpdateTable", {
      TableName: table.name,
      AttributeDefinitions: AttributeDefinitions.filter(({ AttributeName }) => keyNames.includes(AttributeName)),
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    });
  }
}

async function compare(call: DynamoDbCall, table: TableModel): Promise<void> {
  await addIndexes(call, table);
  const { Table } = described.parse(await call("DescribeTable", { TableName: table.name }));
  const wanted = schemaOf(table);
  const byName = (list: readonly { readonly IndexName: string }[]) =>
    [...list].sort((left, right) => left.IndexName.localeCompare(right.IndexName));
  const attributes = (list: readonly { readonly AttributeName: string }[]) =>
    [...list].sort((left, right) => left.AttributeName.localeCompare(right.AttributeName));
  const differences = Object.entries({
    keys: [wanted.KeySchema, Table.KeySchema],
    attributes: [attributes(wanted.AttributeDefinitions), attributes(Table.AttributeDefinitions)],
    "global secondary indexes": [byName(wanted.GlobalSecondaryIndexes ?? []), byName(Table.GlobalSecondaryIndexes)],
    "local secondary indexes": [byName(wanted.LocalSecondaryIndexes ?? []), byName(Table.LocalSecondaryIndexes)],
    stream: [table.streamViewType ?? "none", Table.StreamSpecification?.StreamViewType ?? "none"],
  }).filter(([, [left, right]]) => JSON.stringify(left) !== JSON.stringify(right));
  if (differences.length === 0) return;
  const report = differences.map(
    ([what, [left, right]]) => `  ${what}: template ${JSON.stringify(left)}, data folder ${JSON.stringify(right)}`,
  );
  throw new Error(
    `The table ${table.name} in the data folder differs from the template's (${table.logicalId} of ${table.stack}):\n` +
      `${report.join("\n")}\nStart with another data folder, or delete this one if nothing in it is needed.`,
  );
}
