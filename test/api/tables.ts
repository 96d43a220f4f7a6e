/** What the tables hold, to be compared before and after. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Cloud } from "../../local/cloud.ts";

const scanPage = z.object({ Items: z.array(z.unknown()).default([]), LastEvaluatedKey: z.unknown().optional() });

/** Every item of every table, as DynamoDB's JSON, by table. */
export async function readTables(cloud: Cloud): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const tables = new Map<string, readonly unknown[]>();
  for (const { name } of cloud.model.tables) {
    const items: unknown[] = [];
    let from: unknown;
    do {
      const page = scanPage.parse(
        await cloud.dynamodb("Scan", { TableName: name, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
      );
      items.push(...page.Items);
      from = page.LastEvaluatedKey;
    } while (from);
    tables.set(name, items);
  }
  return tables;
}

/** A hash over every item of every table: equal before and after means that nothing was changed. */
export async function hashTables(cloud: Cloud): Promise<string> {
  const hash = createHash("sha256");
  for (const [name, items] of await readTables(cloud)) {
    hash.update(name);
    for (const item of items.map(canonical).sort()) hash.update(item);
  }
  return hash.digest("hex");
}

/** JSON with sorted names: DynamoDB gives attributes in any order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
