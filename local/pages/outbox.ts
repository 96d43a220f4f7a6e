import * as z from "zod";
import type { CloudView, TableView } from "./cloud-view.ts";

/** A row that waits for a moment. */
export type OutboxRow = {
  readonly table: string;
  readonly key: string;
  readonly kind?: string;
  /** As it is stored: the part of the index's key that is a moment. */
  readonly dueAt: string;
  readonly status?: string;
  readonly tries?: number;
};

const attribute = z.object({ S: z.string().optional(), N: z.string().optional() });
const scanned = z.object({
  Items: z.array(z.record(z.string(), attribute)).default([]),
  LastEvaluatedKey: z.unknown().optional(),
});
const tableKeys = z.array(z.object({ AttributeName: z.string() }));
const description = z.object({
  Table: z.object({
    KeySchema: tableKeys,
    GlobalSecondaryIndexes: z.array(
      z.object({
        IndexName: z.string(),
        Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).default([]) }),
      }),
    ),
  }),
});
const shown = ["kind", "status", "tries"] as const;

/** The rows of every table with a due index, the soonest first, at most `limit`. */
export async function listOutbox(view: CloudView, limit: number): Promise<readonly OutboxRow[]> {
  const tables = view.tables.filter((table) => table.dueIndex !== undefined);
  const rows = (await Promise.all(tables.map((table) => readRows(view, table)))).flat();
  return rows.sort((left, right) => (left.dueAt < right.dueAt ? -1 : 1)).slice(0, limit);
}

async function readRows(view: CloudView, { name, dueIndex }: TableView): Promise<OutboxRow[]> {
  if (dueIndex === undefined) return [];
  const { Table } = description.parse(await view.callDynamoDb("DescribeTable", { TableName: name }));
  const projection = Table.GlobalSecondaryIndexes.find((index) => index.IndexName === dueIndex.indexName)?.Projection;
  const projected = shown.filter(
    (attribute) => projection?.ProjectionType === "ALL" || projection?.NonKeyAttributes.includes(attribute),
  );
  const keys = Table.KeySchema.map((key) => key.AttributeName);
  const rows: OutboxRow[] = [];
  let from: unknown;
  do {
    // Only what is shown is read: the rest of a row may be about a person. What an index does not project may not be asked for.
    const names = [...new Set([...keys, dueIndex.attribute, ...projected])];
    const page = scanned.parse(
      await view.callDynamoDb("Scan", {
        TableName: name,
        IndexName: dueIndex.indexName,
        ProjectionExpression: names.map((_, index) => `#a${index}`).join(", "),
        ExpressionAttributeNames: Object.fromEntries(names.map((attribute, index) => [`#a${index}`, attribute])),
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...page.Items.map((item) => toRow(name, keys, dueIndex.attribute, item)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
}

function toRow(
  tableName: string,
  keys: readonly string[],
  due: string,
  item: Readonly<Record<string, z.infer<typeof attribute>>>,
): OutboxRow {
  const text = (name: string) => item[name]?.S ?? item[name]?.N;
  const [kind, status, tries] = shown.map(text);
  return {
    table: tableName,
    key: keys.map((key) => text(key) ?? "").join(" / "),
    dueAt: readMoment(text(due) ?? ""),
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
    ...(tries === undefined ? {} : { tries: Number(tries) }),
  };
}

/** Due keys are epoch milliseconds, or ISO 8601 with a suffix after `#`. */
function readMoment(stored: string): string {
  if (/^\d{12,14}$/.test(stored)) return new Date(Number(stored)).toISOString();
  return stored.split("#")[0] ?? stored;
}
