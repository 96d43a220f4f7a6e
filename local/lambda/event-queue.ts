import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Clock, InvocationResult, Timed, Wake } from "../part.ts";
import type { Queues } from "../queues/queues.ts";
import type { FunctionModel } from "../template/model.ts";

/** The queue of asynchronous invocations: kept until the function has succeeded or has failed for good. */
export type EventQueue = Timed & {
  /** Keeps an invocation; it runs soon. Inside of a transaction of the same database it is kept with the rest. */
  readonly enqueue: (functionName: string, payload: string, requestId?: string) => string;
  readonly close: () => Promise<void>;
};

export type EventQueueOptions = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly wake: Wake;
  readonly queues: Queues;
  readonly modelOf: (functionName: string) => FunctionModel | undefined;
  readonly run: (model: FunctionModel, payload: string) => Promise<InvocationResult>;
};

type Row = {
  readonly id: string;
  readonly functionName: string;
  readonly payload: string;
  readonly acceptedAt: number;
  readonly attempt: number;
};

/** Waits before the second and the third attempt, in milliseconds. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const retryWaits = [60_000, 120_000] as const;

/** Opens the queue; what was kept before a restart runs again. */
export function openEventQueue({ database, clock, wake, queues, modelOf, run }: EventQueueOptions): EventQueue {
  database.exec(`CREATE TABLE IF NOT EXISTS event_invocations (
    id TEXT PRIMARY KEY, function_name TEXT NOT NULL, payload TEXT NOT NULL,
    accepted_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempt INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS event_invocations_due ON event_invocations (due_at)`);
  const insert = database.prepare("INSERT INTO event_invocations VALUES (?, ?, ?, ?, ?, 1)");
  const remove = database.prepare("DELETE FROM event_invocations WHERE id = ?");
  const postpone = database.prepare("UPDATE event_invocations SET attempt = attempt + 1, due_at = ? WHERE id = ?");
  const select = database.prepare("SELECT * FROM event_invocations WHERE due_at <= ? ORDER BY due_at");
  const selectNext = database.prepare("SELECT id, due_at FROM event_invocations ORDER BY due_at LIMIT ?");
  const running = new Map<string, Promise<void>>();
  let closed = false;

  const giveUp = (row: Row, model: FunctionModel, result: InvocationResult, condition: string): void => {
    console.warn(`${row.functionName} gave up on the event ${row.id} after ${row.attempt} attempts (${condition})`);
    try {
      if (model.onFailure !== undefined) queues.send(model.onFailure, failureRecord(row, model, result, condition, clock.now()));
      if (model.deadLetterArn !== undefined) {
        queues.send(model.deadLetterArn, row.payload, { RequestID: row.id, ErrorCode: "200", ErrorMessage: result.payload });
      }
    } catch (error) {
      // Kept, it would run again at once and for ever.
      console.error(`The event ${row.id} for ${row.functionName} could not be sent to its queue and is lost`, error);
    }
    remove.run(row.id);
  };
  const attempt = async (row: Row): Promise<void> => {
    const model = modelOf(row.functionName);
    if (model === undefined) {
      console.warn(`An event for ${row.functionName} is dropped: the app has no such function any more`);
      remove.run(row.id);
      return;
    }
    const result = await run(model, row.payload);
    if (closed) return;
    if (result.functionError === undefined) {
      remove.run(row.id);
      return;
    }
    const dueAt = clock.now() + (retryWaits[row.attempt - 1] ?? 120_000);
    if (row.attempt > model.maximumRetryAttempts) giveUp(row, model, result, "RetriesExhausted");
    else if (dueAt > row.acceptedAt + model.maximumEventAgeSeconds * 1000) giveUp(row, model, result, "EventAgeExceeded");
    else postpone.run(dueAt, row.id);
  };

  return {
    name: "asynchronous invocations",
    enqueue: (functionName, payload, requestId = randomUUID()) => {
      insert.run(requestId, functionName, payload, clock.now(), clock.now());
      wake();
      return requestId;
    },
    nextDue: () => {
      const next = selectNext.all(running.size + 1).find((row) => !running.has(String(row.id)));
      return next === undefined ? undefined : Number(next.due_at);
    },
    runDue: () => {
      for (const raw of select.all(clock.now())) {
        const row: Row = {
          id: String(raw.id),
          functionName: String(raw.function_name),
          payload: String(raw.payload),
          acceptedAt: Number(raw.accepted_at),
          attempt: Number(raw.attempt),
        };
        if (closed || running.has(row.id)) continue;
        const work = attempt(row)
          .catch((error: unknown) => {
            if (!closed) console.error(`The event ${row.id} for ${row.functionName} could not be run`, error);
          })
          .finally(() => {
            running.delete(row.id);
            wake();
          });
        running.set(row.id, work);
      }
    },
    busy: () => running.size,
    close: async () => {
      closed = true;
      await Promise.all(running.values());
    },
  };
}

/** What AWS sends to an on-failure destination. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function failureRecord(row: Row, model: FunctionModel, result: InvocationResult, condition: string, now: number): string {
  return JSON.stringify({
    version: "1.0",
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: row.id,
      functionArn: `${model.arn}:$LATEST`,
      condition,
      approximateInvokeCount: row.attempt,
    },
    requestPayload: JSON.parse(row.payload),
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: result.functionError },
    responsePayload: JSON.parse(result.payload),
  });
}
