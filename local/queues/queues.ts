import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../part.ts";

/** A message that waits in a queue for a person. */
export type DeadLetter = {
  readonly id: string;
  readonly queueArn: string;
  /** When it was sent, ISO-8601 by the cloud's clock. */
  readonly sentAt: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
};

export type Queues = {
  /** Keeps a message. Throws where the template has no such queue. */
  readonly send: (queueArn: string, body: string, attributes?: Readonly<Record<string, string>>) => string;
  /** The messages of one queue or of all, newest first. */
  readonly list: (options?: { readonly queueArn?: string; readonly limit?: number }) => DeadLetter[];
};

/** Opens the durable store of the app's SQS queues, which take dead letters only. */
export function openQueues(options: {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly queues: readonly { readonly arn: string }[];
}): Queues {
  const { database, clock } = options;
  database.exec(`CREATE TABLE IF NOT EXISTS dead_letters (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue_arn TEXT NOT NULL,
    sent_at TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL) STRICT`);
  const known = new Set(options.queues.map(({ arn }) => arn));
  const insert = database.prepare("INSERT INTO dead_letters (id, queue_arn, sent_at, body, attributes) VALUES (?, ?, ?, ?, ?)");
  const select = database.prepare("SELECT * FROM dead_letters WHERE ? IN (queue_arn, '') ORDER BY number DESC LIMIT ?");
  return {
    send: (queueArn, body, attributes = {}) => {
      if (!known.has(queueArn)) throw new Error(`The template has no queue ${queueArn}`);
      const id = randomUUID();
      insert.run(id, queueArn, new Date(clock.now()).toISOString(), body, JSON.stringify(attributes));
      return id;
    },
    list: ({ queueArn = "", limit = 100 } = {}) =>
      select.all(queueArn, limit).map((row) => ({
        id: String(row.id),
        queueArn: String(row.queue_arn),
        sentAt: String(row.sent_at),
        body: String(row.body),
        attributes: JSON.parse(String(row.attributes)),
      })),
  };
}
