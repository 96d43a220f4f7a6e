import * as z from "zod";
import type { Clock, Timed } from "../part.ts";
import type { TableModel } from "../template/model.ts";
import { type DynamoDbCall, DynamoDbError } from "./client.ts";

const every = 10 * 60_000;
/** DynamoDB leaves alone what expired more than five years ago: it is taken for a mistake. */
const fiveYears = 5 * 365 * 24 * 3600;
const page = z.object({
  Items: z.array(z.record(z.string(), z.record(z.string(), z.unknown()))).default([]),
  LastEvaluatedKey: z.unknown().optional(),
});

/** Sweeps, and stops in the middle of it when told to: a large table takes longer than an orderly end may. */
export type ExpirySweeper = Timed & { readonly nextJump: () => undefined; readonly stop: () => void };

/** Deletes items whose time to live is over, every ten minutes of the cloud's time, as DynamoDB does within days. */
export function createExpirySweeper(options: {
  readonly call: DynamoDbCall;
  readonly clock: Clock;
  readonly tables: readonly TableModel[];
}): ExpirySweeper {
  const { call, clock } = options;
  const tables = options.tables.filter((table) => table.timeToLiveAttribute !== undefined);
  let next = clock.now() + every;
  let sweeping = false;
  let stopped = false;
  /** Real time before which it rests: sweeping scans whole tables, and may take a twentieth of the time at most. */
  let restsUntil = 0;
  const due = (): number => Math.max(next, clock.now() + restsUntil - Date.now());
  return {
    name: "time to live",
    nextDue: () => (tables.length === 0 || sweeping || stopped ? undefined : due()),
    // Nothing waits for expired items, so the clock need not stop for them.
    nextJump: () => undefined,
    busy: () => (sweeping ? 1 : 0),
    runDue: async () => {
      if (sweeping || stopped || tables.length === 0 || clock.now() < due()) return;
      sweeping = true;
      const from = Date.now();
      try {
        for (const table of tables) await sweep(call, table, Math.floor(clock.now() / 1000), () => stopped);
      } catch (error) {
        console.warn("Expired items could not be swept; the next sweep tries again", error);
      } finally {
        next = clock.now() + every;
        restsUntil = Date.now() + 20 * (Date.now() - from);
        sweeping = false;
      }
    },
    stop: () => {
      stopped = true;
    },
  };
}

async function sweep(call: DynamoDbCall, table: TableModel, nowSeconds: number, isStopped: () => boolean): Promise<void> {
  const attribute = table.timeToLiveAttribute ?? "";
  const keyNames = table.keySchema.map(({ attributeName }) => attributeName);
  const names = Object.fromEntries([attribute, ...keyNames].map((name, index) => [`#n${index}`, name]));
  let from: unknown;
  while (!isStopped()) {
    const { Items, LastEvaluatedKey } = page.parse(
      await call("Scan", {
        TableName: table.name,
        FilterExpression: "#n0 < :now AND #n0 > :old",
        ProjectionExpression: Object.keys(names).join(", "),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ":now": { N: String(nowSeconds) }, ":old": { N: String(nowSeconds - fiveYears) } },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const item of Items) {
      if (isStopped()) return;
      await call("DeleteItem", {
        TableName: table.name,
        Key: Object.fromEntries(keyNames.map((name) => [name, item[name]])),
        ConditionExpression: "#ttl = :seen",
        ExpressionAttributeNames: { "#ttl": attribute },
        ExpressionAttributeValues: { ":seen": item[attribute] },
      }).catch((error: unknown) => {
        // Written again in the meantime: it lives on.
        if (!(error instanceof DynamoDbError && error.name === "ConditionalCheckFailedException")) throw error;
      });
    }
    if (LastEvaluatedKey === undefined) return;
    from = LastEvaluatedKey;
  }
}
