/** Where the reader of a shard stands: kept with each step, so that a restart goes on from there. */
import type { Checkpoint } from "./checkpoints.ts";
import { iteratorAt, readRecords, type StreamRecord } from "./records.ts";
import type { ShardReaderOptions } from "./shard-options.ts";

export type ShardPosition = {
  readonly now: () => Checkpoint;
  /** Settles where to start, once and for ever. */
  readonly begin: () => Promise<void>;
  readonly save: (next: Checkpoint) => void;
  /** Everything up to a record is done. */
  readonly advanceTo: (record: StreamRecord | undefined) => void;
};

export function openShardPosition({ mapping, call, streamArn, shardId, checkpoints }: ShardReaderOptions): ShardPosition {
  let state = checkpoints.load(mapping.id, shardId);
  const save = (next: Checkpoint): void => {
    state = next;
    checkpoints.save(mapping.id, shardId, next);
  };
  return {
    now: () => state,
    save,
    /** LATEST is decided once and kept: a restart must not skip what came while the cloud was down. */
    begin: async () => {
      if (state.started) return;
      let last: string | undefined;
      if (mapping.startingPosition === "LATEST") {
        let at: string | undefined = await iteratorAt(call, streamArn, shardId, "TRIM_HORIZON");
        while (at !== undefined) {
          const { records, next } = await readRecords(call, at, 1000);
          last = records.at(-1)?.dynamodb.SequenceNumber ?? last;
          at = records.length === 0 ? undefined : next;
        }
      }
      save({ started: true, attempts: 0, ...(last === undefined ? {} : { sequence: last }) });
    },
    advanceTo: (record) => {
      if (record !== undefined) save({ started: true, sequence: record.dynamodb.SequenceNumber, attempts: 0 });
    },
  };
}
