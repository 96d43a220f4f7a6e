import type { DatabaseSync } from "node:sqlite";

/** How far a mapping has come in a shard. */
export type Checkpoint = {
  /** Whether the starting position was settled. Without a sequence it then means: from the oldest record. */
  readonly started: boolean;
  /** The last record that is done. */
  readonly sequence?: string;
  /** How often the next batch has failed. */
  readonly attempts: number;
  /** When it is tried again (epoch ms, cloud time). */
  readonly retryAt?: number;
  /** How many records the batch that is tried again holds. */
  readonly retrySize?: number;
};

export type Checkpoints = {
  readonly load: (mapping: string, shard: string) => Checkpoint;
  readonly save: (mapping: string, shard: string, checkpoint: Checkpoint) => void;
};

/** Opens the durable store of checkpoints. */
export function openCheckpoints(database: DatabaseSync): Checkpoints {
  database.exec(`CREATE TABLE IF NOT EXISTS stream_checkpoints (
    mapping TEXT NOT NULL, shard TEXT NOT NULL, sequence TEXT, attempts INTEGER NOT NULL,
    retry_at INTEGER, retry_size INTEGER, PRIMARY KEY (mapping, shard)) STRICT`);
  const select = database.prepare("SELECT * FROM stream_checkpoints WHERE mapping = ? AND shard = ?");
  const upsert = database.prepare("INSERT OR REPLACE INTO stream_checkpoints VALUES (?, ?, ?, ?, ?, ?)");
  return {
    load: (mapping, shard) => {
      const row = select.get(mapping, shard);
      if (row === undefined) return { started: false, attempts: 0 };
      return {
        started: true,
        attempts: Number(row.attempts),
        ...(row.sequence === null ? {} : { sequence: String(row.sequence) }),
        ...(row.retry_at === null ? {} : { retryAt: Number(row.retry_at) }),
        ...(row.retry_size === null ? {} : { retrySize: Number(row.retry_size) }),
      };
    },
    save: (mapping, shard, { sequence, attempts, retryAt, retrySize }) => {
      upsert.run(mapping, shard, sequence ?? null, attempts, retryAt ?? null, retrySize ?? null);
    },
  };
}
