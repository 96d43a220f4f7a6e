import * as z from "zod";
import type { DynamoDbCall } from "../dynamodb/client.ts";
import { region } from "../part.ts";

const recordSchema = z.looseObject({
  eventID: z.string(),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    /** Epoch seconds, real time. */
    ApproximateCreationDateTime: z.number(),
  }),
});
const recordsSchema = z.object({ Records: z.array(recordSchema), NextShardIterator: z.string().nullish() });
const streamSchema = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
    LastEvaluatedShardId: z.string().optional(),
  }),
});
const tableSchema = z.object({ Table: z.object({ LatestStreamArn: z.string().optional() }) });
const iteratorSchema = z.object({ ShardIterator: z.string() });

/** A record of a stream in the JSON that functions get. */
export type StreamRecord = z.output<typeof recordSchema>;

/** The stream of a table at the DynamoDB that runs here. Throws where the table has none. */
export async function findStream(call: DynamoDbCall, tableName: string): Promise<string> {
  const { Table } = tableSchema.parse(await call("DescribeTable", { TableName: tableName }));
  if (Table.LatestStreamArn === undefined) throw new Error(`The table ${tableName} has no stream`);
  return Table.LatestStreamArn;
}

/** The shards of a stream. */
export async function listShards(call: DynamoDbCall, streamArn: string): Promise<string[]> {
  const shards: string[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription } = streamSchema.parse(
      await call("DescribeStream", { StreamArn: streamArn, ...(from === undefined ? {} : { ExclusiveStartShardId: from }) }),
    );
    shards.push(...StreamDescription.Shards.map(({ ShardId }) => ShardId));
    from = StreamDescription.LastEvaluatedShardId;
  } while (from !== undefined);
  return shards;
}

export type Position = "TRIM_HORIZON" | { readonly after: string };

/** An iterator that stands at a position of a shard. */
export async function iteratorAt(call: DynamoDbCall, streamArn: string, shardId: string, position: Position): Promise<string> {
  const at =
    typeof position === "string"
      ? { ShardIteratorType: position }
      : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: position.after };
  const response = await call("GetShardIterator", { StreamArn: streamArn, ShardId: shardId, ...at });
  return iteratorSchema.parse(response).ShardIterator;
}

/** Reads on; `next` is undefined at the end of a closed shard. */
export async function readRecords(
  call: DynamoDbCall,
  iterator: string,
  limit: number,
): Promise<{ readonly records: StreamRecord[]; readonly next?: string }> {
  const { Records, NextShardIterator } = recordsSchema.parse(
    await call("GetRecords", { ShardIterator: iterator, Limit: Math.min(limit, 1000) }),
  );
  return { records: Records, ...(NextShardIterator == null ? {} : { next: NextShardIterator }) };
}

/** The event of a batch, as Lambda hands it to a function. `offset`: how far the cloud is ahead of real time (ms). */
export function eventOf(records: readonly StreamRecord[], streamArn: string, offset: number): string {
  return JSON.stringify({
    Records: records.map((record) => ({
      ...record,
      awsRegion: region,
      eventSourceARN: streamArn,
      dynamodb: {
        ...record.dynamodb,
        ApproximateCreationDateTime: record.dynamodb.ApproximateCreationDateTime + Math.floor(offset / 1000),
      },
    })),
  });
}
