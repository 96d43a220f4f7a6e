import type { DatabaseSync } from "node:sqlite";
import type { DynamoDbCall } from "../dynamodb/client.ts";
import { compileFilter } from "../events/pattern.ts";
import type { Clock, InvokeFunction, Timed, Wake } from "../part.ts";
import type { Queues } from "../queues/queues.ts";
import type { EventSourceMappingModel, TableModel } from "../template/model.ts";
import { openCheckpoints } from "./checkpoints.ts";
import { findStream, listShards, type StreamRecord } from "./records.ts";
import { createShardReader, type ShardReader } from "./shard-reader.ts";

export type StreamsOptions = {
  readonly mappings: readonly EventSourceMappingModel[];
  readonly tables: readonly TableModel[];
  readonly call: DynamoDbCall;
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly invoke: InvokeFunction;
  readonly queues: Queues;
  readonly wake: Wake;
};

/** The event source mappings. They look for records by themselves; the clock drives their retries. */
export type Streams = Timed & {
  /** Looks at once: something may have been written. */
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/** Milliseconds between two looks at a stream: while there is something to do, and when nothing has come for a second. */
const eager = 20;
const relaxed = 250;
const eagerFor = 1000;

/** Opens the mappings of the app. Throws where a filter has a rule that is not known. */
export async function openStreams(options: StreamsOptions): Promise<Streams> {
  const checkpoints = openCheckpoints(options.database);
  const readers: ShardReader[] = [];
  for (const mapping of options.mappings.filter(({ enabled }) => enabled)) {
    const filters = mapping.filters.map(compileFilter);
    const streamArn = await findStream(options.call, mapping.tableName);
    for (const shardId of await listShards(options.call, streamArn)) {
      readers.push(
        createShardReader({
          ...options,
          mapping,
          streamArn,
          shardId,
          checkpoints,
          publicStreamArn: options.tables.find(({ name }) => name === mapping.tableName)?.streamArn ?? streamArn,
          passes: (record: StreamRecord) => filters.length === 0 || filters.some((filter) => filter(record)),
        }),
      );
    }
  }
  await Promise.all(readers.map((reader) => reader.begin()));
  const loops = readers.map((reader) => startLoop(reader, options.wake));
  const waitingRetries = (): number[] =>
    readers.flatMap((reader) => {
      const at = reader.isWorking() ? undefined : reader.retryAt();
      return at === undefined ? [] : [at];
    });
  return {
    name: "streams",
    nextDue: () => {
      const retries = waitingRetries();
      return retries.length === 0 ? undefined : Math.min(...retries);
    },
    runDue: () => {
      for (const loop of loops) loop.nudge();
    },
    busy: async () => {
      const unread = await Promise.all(readers.map((reader) => reader.hasUnread().catch(() => true)));
      for (const [index, has] of unread.entries()) if (has) loops[index]?.nudge();
      return unread.filter(Boolean).length;
    },
    nudge: () => {
      for (const loop of loops) loop.nudge();
    },
    close: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

type Loop = { readonly nudge: () => void; readonly stop: () => Promise<void> };

/** Steps through a shard for ever: at once while there are records, more and more rarely when there are none. */
function startLoop(reader: ShardReader, wake: Wake): Loop {
  let stopped = false;
  let nudged = false;
  let lastRecordAt = Date.now();
  let interrupt: () => void = () => {};
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      nudged = false;
      let wait: number = relaxed;
      try {
        const outcome = await reader.step();
        if (outcome === "done") {
          lastRecordAt = Date.now();
          wake();
          continue;
        }
        if (outcome === "waiting") wake();
        else if (Date.now() - lastRecordAt < eagerFor) wait = eager;
      } catch (error) {
        if (!stopped) console.warn("A stream could not be read; it is tried again", error);
      }
      if (nudged) await pause(2);
      else if (!stopped) await pause(wait);
    }
  };
  const ended = run();
  return {
    nudge: () => {
      nudged = true;
      lastRecordAt = Math.max(lastRecordAt, Date.now() - eagerFor / 2);
      interrupt();
    },
    stop: () => {
      stopped = true;
      interrupt();
      return ended;
    },
  };
}
