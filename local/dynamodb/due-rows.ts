import * as z from "zod";
import type { Timed } from "../part.ts";
import type { TableModel } from "../template/model.ts";
import type { DynamoDbCall } from "./client.ts";

const page = z.object({
  Items: z.array(z.record(z.string(), z.record(z.string(), z.unknown()))).default([]),
  LastEvaluatedKey: z.unknown().optional(),
});

/**
 * The rows that wait for a moment, in tables tagged `titian:due-index` = `<index>:<attribute>`. It runs nothing: the app's
 * own schedules do. It only tells the clock where there is something to stop for when it is advanced.
 */
export function createDueRows(options: {
  readonly call: DynamoDbCall;
  readonly tables: readonly TableModel[];
}): Timed & { readonly nextJump: (after: number) => Promise<number | undefined> } {
  return {
    name: "due rows",
    nextDue: () => undefined,
    runDue: () => {},
    busy: () => 0,
    nextJump: async (after) => {
      let earliest: number | undefined;
      for (const table of options.tables) {
        for (const moment of await momentsOf(options.call, table)) {
          if (moment > after && (earliest === undefined || moment < earliest)) earliest = moment;
        }
      }
      return earliest;
    },
  };
}

async function momentsOf(call: DynamoDbCall, { name, dueIndex }: TableModel): Promise<number[]> {
  if (dueIndex === undefined) return [];
  const moments: number[] = [];
  let from: unknown;
  do {
    const { Items, LastEvaluatedKey } = page.parse(
      await call("Scan", {
        TableName: name,
        IndexName: dueIndex.indexName,
        ProjectionExpression: "#due",
        ExpressionAttributeNames: { "#due": dueIndex.attribute },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const item of Items) {
      const moment = momentOf(item[dueIndex.attribute]);
      if (moment !== undefined) moments.push(moment);
    }
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return moments;
}

/**
 * The moment in a stored attribute: epoch milliseconds as a number, or an ISO-8601 text, also at the start of a longer
 * sort key (`2026-11-20T13:00:00.000Z#OB#…`).
 */
export function momentOf(attribute: Record<string, unknown> | undefined): number | undefined {
  if (typeof attribute?.N === "string") return Number(attribute.N);
  if (typeof attribute?.S !== "string") return undefined;
  const moment = Date.parse(attribute.S.split("#")[0] ?? "");
  return Number.isNaN(moment) ? undefined : moment;
}
