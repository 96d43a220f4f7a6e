/** One batch of a shard: handed to its function, or given up. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { largestRequest } from "../lambda/child.ts";
import type { Clock, InvocationResult } from "../part.ts";
import { functionArn } from "../template/resource-types.ts";
import { eventOf, type StreamRecord } from "./records.ts";
import type { ShardReaderOptions } from "./shard-options.ts";

const failuresSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().nullable() })).nullish(),
});

/** Why records are given up, after how many attempts, and how the last went. */
export type Discard = {
  readonly condition: "RetryAttemptsExhausted" | "RecordAgeExceeded";
  readonly attempts: number;
  readonly result?: InvocationResult | undefined;
};

/** When a record arrived, in epoch milliseconds of the cloud's time as it stands now. */
export const arrivedAt = (record: StreamRecord, clock: Clock): number =>
  record.dynamodb.ApproximateCreationDateTime * 1000 + clock.offset();

/** How a batch went: up to where it is done, and what is left to do. */
export type Outcome =
  | { readonly failed: false }
  | { readonly failed: true; readonly from: number; readonly result?: InvocationResult };

/** Hands a batch to the function. */
export async function runBatch(options: ShardReaderOptions, batch: readonly StreamRecord[]): Promise<Outcome> {
  const { mapping, clock } = options;
  const payload = eventOf(batch, options.publicStreamArn, clock.offset());
  const result = await options.invoke(mapping.functionName, payload);
  if (result.functionError !== undefined) return { failed: true, from: 0, result };
  if (!mapping.reportBatchItemFailures) return { failed: false };
  const response = failuresSchema.nullable().safeParse(JSON.parse(result.payload));
  if (!response.success) return { failed: true, from: 0, result };
  const failures = response.data?.batchItemFailures ?? [];
  if (failures.length === 0) return { failed: false };
  // An identifier that is empty or not of this batch fails the whole batch, as on AWS.
  const positions = failures.map(({ itemIdentifier }) =>
    batch.findIndex((record) => record.dynamodb.SequenceNumber === itemIdentifier),
  );
  return { failed: true, from: positions.includes(-1) ? 0 : Math.min(...positions), result };
}

/** Gives records up: they go to the destination on failure, where there is one. */
export function giveUp(options: ShardReaderOptions, records: readonly StreamRecord[], discard: Discard): void {
  const { mapping } = options;
  const body = failureRecord(options, records, discard);
  const { attempts, condition } = discard;
  console.warn(`${mapping.functionName} gave up on ${records.length} stream record(s) after ${attempts} attempts: ${condition}`);
  try {
    if (mapping.onFailure !== undefined) options.queues.send(mapping.onFailure, body);
  } catch (error) {
    // Kept, it would stand in the way of all that follows.
    console.error(`What ${mapping.functionName} gave up on could not be sent to its queue and is lost`, error);
  }
}

/** What the envelope of a record in the event may take, in bytes. */
const envelopeBytes = 512;

/** As many records, one at least, as an invocation may hold: a batch goes when it has reached that, as on AWS. */
export function firstThatFit(records: readonly StreamRecord[]): readonly StreamRecord[] {
  let size = envelopeBytes;
  const end = records.findIndex((record) => {
    size += Buffer.byteLength(JSON.stringify(record)) + envelopeBytes;
    return size > largestRequest;
  });
  return end === -1 ? records : records.slice(0, Math.max(end, 1));
}

/** What AWS sends to the on-failure destination of a stream. https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
function failureRecord(
  { mapping, publicStreamArn, shardId, clock }: ShardReaderOptions,
  records: readonly StreamRecord[],
  { condition, attempts, result }: Discard,
): string {
  const arrival = (record: StreamRecord | undefined): string | undefined =>
    record && `${new Date(arrivedAt(record, clock)).toISOString().slice(0, 19)}Z`;
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: functionArn(mapping.functionName),
      condition,
      approximateInvokeCount: attempts,
    },
    ...(attempts === 0
      ? {}
      : {
          responseContext: {
            statusCode: 200,
            executedVersion: "$LATEST",
            ...(result?.functionError === undefined ? {} : { functionError: result.functionError }),
          },
        }),
    version: "1.0",
    timestamp: new Date(clock.now()).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(records[0]),
      approximateArrivalOfLastRecord: arrival(records.at(-1)),
      batchSize: records.length,
      streamArn: publicStreamArn,
    },
  });
}
