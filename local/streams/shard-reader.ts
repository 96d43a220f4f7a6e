import { arrivedAt, firstThatFit, giveUp, type Outcome, runBatch } from "./batch.ts";
import { iteratorAt, readRecords, type StreamRecord } from "./records.ts";
import type { ShardReaderOptions } from "./shard-options.ts";
import { openShardPosition, type ShardPosition } from "./shard-position.ts";

export type { ShardReaderOptions } from "./shard-options.ts";

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

const largestBackoff = 60_000;

/** So many times a batch is read at once: most records may pass no filter, and a batch of what is left would grow ever smaller. */
const readAhead = 10;

export function createShardReader(options: ShardReaderOptions): ShardReader {
  const { mapping, call, clock } = options;
  const position = openShardPosition(options);
  let iterator: string | undefined;
  let working = false;

  const currentIterator = async (): Promise<string> => {
    if (iterator !== undefined) return iterator;
    await position.begin();
    const { sequence } = position.now();
    iterator = await iteratorAt(
      call,
      options.streamArn,
      options.shardId,
      sequence === undefined ? "TRIM_HORIZON" : { after: sequence },
    );
    return iterator;
  };
  /** A batch that failed waits for its next try. */
  const waits = (): boolean => {
    const { retryAt } = position.now();
    return retryAt !== undefined && retryAt > clock.now();
  };

  return {
    begin: position.begin,
    isWorking: () => working,
    retryAt: () => position.now().retryAt,
    step: async () => {
      if (waits()) return "waiting";
      working = true;
      try {
        const { records, next } = await readRecords(call, await currentIterator(), mapping.batchSize * readAhead);
        if (records.length === 0) {
          iterator = next;
          return "empty";
        }
        iterator = undefined;
        return await handleBatch(options, position, records);
      } catch (error) {
        iterator = undefined;
        throw error;
      } finally {
        working = false;
      }
    },
    hasUnread: async () => {
      if (working) return true;
      if (waits()) return false;
      const { records } = await readRecords(call, await currentIterator(), 1);
      return records.length > 0;
    },
  };
}

/** Handles what was read: a batch of it is done, given up, or waits to be tried again. */
async function handleBatch(
  options: ShardReaderOptions,
  position: ShardPosition,
  read: readonly StreamRecord[],
): Promise<"done" | "waiting"> {
  const { mapping, clock } = options;
  const { advanceTo } = position;
  const state = position.now();
  const maximumAge = mapping.maximumRecordAgeSeconds;
  const isTooOld = (record: StreamRecord): boolean =>
    maximumAge > 0 && clock.now() - arrivedAt(record, clock) > maximumAge * 1000;
  const batch = firstThatFit(state.retrySize === undefined ? untilFull(options, read) : read.slice(0, state.retrySize));
  const passing = batch.filter(options.passes);
  const tooOld = passing.filter(isTooOld);
  if (tooOld.length > 0) {
    // They come first, being the oldest; once sent on they are done, or they would be sent again with the next try.
    giveUp(options, tooOld, { condition: "RecordAgeExceeded", attempts: state.attempts });
    advanceTo(tooOld.at(-1));
    return "done";
  }
  const first = passing[0];
  if (first === undefined) {
    advanceTo(batch.at(-1));
    return "done";
  }
  const outcome = await runBatch(options, passing);
  if (!outcome.failed) {
    advanceTo(batch.at(-1));
    return "done";
  }
  return putOff(options, position, { batch, passing, outcome });
}

/** The first records, up to the one with which a batch is full: those that pass no filter take no place in it. */
function untilFull({ mapping, passes }: ShardReaderOptions, read: readonly StreamRecord[]): readonly StreamRecord[] {
  let left = mapping.batchSize;
  const end = read.findIndex((record) => passes(record) && --left === 0);
  return end === -1 ? read : read.slice(0, end + 1);
}

type FailedBatch = {
  readonly batch: readonly StreamRecord[];
  /** The records of it that pass the filter. */
  readonly passing: readonly StreamRecord[];
  readonly outcome: Extract<Outcome, { readonly failed: true }>;
};

/** A batch has failed: what is left of it is tried again later, halved or as it is, or given up. */
function putOff(
  options: ShardReaderOptions,
  position: ShardPosition,
  { batch, passing, outcome }: FailedBatch,
): "done" | "waiting" {
  const { mapping, clock } = options;
  const state = position.now();
  const failedRecord = passing[outcome.from] ?? passing[0];
  const failedAt = failedRecord === undefined ? 0 : batch.indexOf(failedRecord);
  const before = batch[failedAt - 1];
  // What stood before the failure is done; its own tries count on only while nothing moves.
  const attempts = (before === undefined ? state.attempts : 0) + 1;
  const left = passing.slice(outcome.from);
  const halve = mapping.bisectBatchOnFunctionError && left.length > 1;
  if (!halve && mapping.maximumRetryAttempts >= 0 && attempts > mapping.maximumRetryAttempts) {
    giveUp(options, left, { condition: "RetryAttemptsExhausted", attempts, result: outcome.result });
    position.advanceTo(batch.at(-1));
    return "done";
  }
  const sequence = before?.dynamodb.SequenceNumber ?? state.sequence;
  const size = batch.length - failedAt;
  position.save({
    started: true,
    ...(sequence === undefined ? {} : { sequence }),
    // A split does not count as a try, as on AWS.
    attempts: halve ? attempts - 1 : attempts,
    retryAt: clock.now() + Math.min(1000 * 2 ** (attempts - 1), largestBackoff),
    // What has come in the meantime stays out of it: it must not be given up together with what failed.
    retrySize: halve ? Math.ceil(size / 2) : size,
  });
  return "waiting";
}
