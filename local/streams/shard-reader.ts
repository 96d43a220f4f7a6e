import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { DynamoDbCall } from "../dynamodb/client.ts";
import { largestRequest } from "../lambda/child.ts";
import type { Clock, InvocationResult, InvokeFunction } from "../part.ts";
import type { Queues } from "../queues/queues.ts";
import type { EventSourceMappingModel } from "../template/model.ts";
import { functionArn } from "../template/resource-types.ts";
import type { Checkpoint, Checkpoints } from "./checkpoints.ts";
import { eventOf, iteratorAt, readRecords, type StreamRecord } from "./records.ts";

export type ShardReaderOptions = {
  readonly mapping: EventSourceMappingModel;
  readonly call: DynamoDbCall;
  /** The stream's ARN at the DynamoDB that runs here, and the one that the template knows. */
  readonly streamArn: string;
  readonly publicStreamArn: string;
  readonly shardId: string;
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  readonly invoke: InvokeFunction;
  readonly queues: Queues;
  readonly passes: (record: StreamRecord) => boolean;
};

/** Reads one shard for one mapping, batch after batch, in order. */
export type ShardReader = {
  /** Settles where to start, once and for ever. */
  readonly begin: () => Promise<void>;
  /** Handles the next batch. Returns how it went: nothing there, one done, or one that waits to be tried again. */
  readonly step: () => Promise<"empty" | "done" | "waiting">;
  /** When the batch that failed is tried again (epoch ms, cloud time). */
  readonly retryAt: () => number | undefined;
  readonly isWorking: () => boolean;
  /** Whether there are records that were not read yet and do not wait for a retry. */
  readonly hasUnread: () => Promise<boolean>;
};

const failuresSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().nullable() })).nullish(),
});
const largestBackoff = 60_000;

/** Why records are given up, after how many attempts, and how the last went. */
type Discard = {
  readonly condition: "RetryAttemptsExhausted" | "RecordAgeExceeded";
  readonly attempts: number;
  readonly result?: InvocationResult | undefined;
};

/** When a record arrived, in epoch milliseconds of the cloud's time as it stands now. */
const arrivedAt = (record: StreamRecord, clock: Clock): number =>
  record.dynamodb.ApproximateCreationDateTime * 1000 + clock.offset();

/** How a batch went: up to where it is done, and what is left to do. */
type Outcome = { readonly failed: false } | { readonly failed: true; readonly from: number; readonly result?: InvocationResult };

export function createShardReader(options: ShardReaderOptions): ShardReader {
  const { mapping, call, checkpoints, clock } = options;
  let iterator: string | undefined;
  let state: Checkpoint = checkpoints.load(mapping.id, options.shardId);
  let working = false;

  const currentIterator = async (): Promise<string> => {
    if (iterator !== undefined) return iterator;
    await begin();
    const position = state.sequence === undefined ? "TRIM_HORIZON" : { after: state.sequence };
    iterator = await iteratorAt(call, options.streamArn, options.shardId, position);
    return iterator;
  };
  /** LATEST is decided once and kept: a restart must not skip what came while the cloud was down. */
  const begin = async (): Promise<void> => {
    if (state.started) return;
    let last: string | undefined;
    if (mapping.startingPosition === "LATEST") {
      let at: string | undefined = await iteratorAt(call, options.streamArn, options.shardId, "TRIM_HORIZON");
      while (at !== undefined) {
        const { records, next } = await readRecords(call, at, 1000);
        last = records.at(-1)?.dynamodb.SequenceNumber ?? last;
        at = records.length === 0 ? undefined : next;
      }
    }
    save({ started: true, attempts: 0, ...(last === undefined ? {} : { sequence: last }) });
  };
  const save = (next: Checkpoint): void => {
    state = next;
    checkpoints.save(mapping.id, options.shardId, next);
  };
  const advanceTo = (record: StreamRecord | undefined): void => {
    if (record !== undefined) save({ started: true, sequence: record.dynamodb.SequenceNumber, attempts: 0 });
  };

  const run = async (batch: readonly StreamRecord[]): Promise<Outcome> => {
    const payload = eventOf(batch, options.publicStreamArn, clock.offset());
    const result = await options.invoke(mapping.functionName, payload);
    if (result.functionError !== undefined) return { failed: true, from: 0, result };
    if (!mapping.reportBatchItemFailures) return { failed: false };
    const parsed = failuresSchema.nullable().safeParse(JSON.parse(result.payload));
    if (!parsed.success) return { failed: true, from: 0, result };
    const failures = parsed.data?.batchItemFailures ?? [];
    if (failures.length === 0) return { failed: false };
    // An identifier that is empty or not of this batch fails the whole batch, as on AWS.
    const positions = failures.map(({ itemIdentifier }) =>
      batch.findIndex((record) => record.dynamodb.SequenceNumber === itemIdentifier),
    );
    return { failed: true, from: positions.includes(-1) ? 0 : Math.min(...positions), result };
  };

  const handle = async (read: readonly StreamRecord[]): Promise<"done" | "waiting"> => {
    const maximumAge = mapping.maximumRecordAgeSeconds;
    const isTooOld = (record: StreamRecord): boolean =>
      maximumAge > 0 && clock.now() - arrivedAt(record, clock) > maximumAge * 1000;
    const batch = firstThatFit(read.slice(0, state.retrySize ?? mapping.batchSize));
    const passing = batch.filter(options.passes);
    const tooOld = passing.filter(isTooOld);
    if (tooOld.length > 0) {
      // They come first, being the oldest; once sent on they are done, or they would be sent again with the next try.
      giveUp(tooOld, { condition: "RecordAgeExceeded", attempts: state.attempts });
      advanceTo(tooOld.at(-1));
      return "done";
    }
    const first = passing[0];
    if (first === undefined) {
      advanceTo(batch.at(-1));
      return "done";
    }
    const outcome = await run(passing);
    if (!outcome.failed) {
      advanceTo(batch.at(-1));
      return "done";
    }
    const failedRecord = passing[outcome.from] ?? first;
    const before = batch[batch.indexOf(failedRecord) - 1];
    // What stood before the failure is done; its own tries count on only while nothing moves.
    const attempts = (before === undefined ? state.attempts : 0) + 1;
    const left = passing.slice(outcome.from);
    const halve = mapping.bisectBatchOnFunctionError && left.length > 1;
    if (!halve && mapping.maximumRetryAttempts >= 0 && attempts > mapping.maximumRetryAttempts) {
      giveUp(left, { condition: "RetryAttemptsExhausted", attempts, result: outcome.result });
      advanceTo(batch.at(-1));
      return "done";
    }
    const sequence = before?.dynamodb.SequenceNumber ?? state.sequence;
    const size = batch.length - batch.indexOf(failedRecord);
    save({
      started: true,
      ...(sequence === undefined ? {} : { sequence }),
      // A split does not count as a try, as on AWS.
      attempts: halve ? attempts - 1 : attempts,
      retryAt: clock.now() + Math.min(1000 * 2 ** (attempts - 1), largestBackoff),
      // What has come in the meantime stays out of it: it must not be given up together with what failed.
      retrySize: halve ? Math.ceil(size / 2) : size,
    });
    return "waiting";
  };

  const giveUp = (records: readonly StreamRecord[], discard: Discard): void => {
    const body = failureRecord(options, records, discard);
    const { attempts, condition } = discard;
    console.warn(
      `${mapping.functionName} gave up on ${records.length} stream record(s) after ${attempts} attempts: ${condition}`,
    );
    try {
      if (mapping.onFailure !== undefined) options.queues.send(mapping.onFailure, body);
    } catch (error) {
      // Kept, it would stand in the way of all that follows.
      console.error(`What ${mapping.functionName} gave up on could not be sent to its queue and is lost`, error);
    }
  };

  return {
    begin,
    isWorking: () => working,
    retryAt: () => state.retryAt,
    step: async () => {
      if (state.retryAt !== undefined && state.retryAt > clock.now()) return "waiting";
      working = true;
      try {
        const { records, next } = await readRecords(call, await currentIterator(), mapping.batchSize);
        if (records.length === 0) {
          iterator = next;
          return "empty";
        }
        iterator = undefined;
        return await handle(records);
      } catch (error) {
        iterator = undefined;
        throw error;
      } finally {
        working = false;
      }
    },
    hasUnread: async () => {
      if (working) return true;
      if (state.retryAt !== undefined && state.retryAt > clock.now()) return false;
      const { records } = await readRecords(call, await currentIterator(), 1);
      return records.length > 0;
    },
  };
}

/** What the envelope of a record in the event may take, in bytes. */
const envelopeBytes = 512;

/** As many records, one at least, as an invocation may hold: a batch goes when it has reached that, as on AWS. */
function firstThatFit(records: readonly StreamRecord[]): readonly StreamRecord[] {
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
