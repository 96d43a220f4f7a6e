/** What comes with time: the ends of waits and of retries' delays, time-outs, missed heartbeats. */
import * as z from "zod";
import type { Database } from "./database.ts";
import { closeExecution } from "./executions.ts";
import * as history from "./history.ts";
import { appendEvents, findExecution, updateExecution } from "./store.ts";
import { endTask, findOpenTask } from "./tasks.ts";

/** Each of the four kinds, by its own partial index. Where moments are equal, the earlier in the list goes first. */
const kinds = [
  { kind: "deadline", column: "deadline", subject: "arn", from: "executions WHERE status = 'RUNNING'" },
  { kind: "delay", column: "due", subject: "arn", from: "executions WHERE status = 'RUNNING'" },
  { kind: "timeout", column: "timeout_due", subject: "token", from: "tasks WHERE status = 'OPEN'" },
  { kind: "heartbeat", column: "heartbeat_due", subject: "token", from: "tasks WHERE status = 'OPEN'" },
] as const;

type Timer = { readonly kind: (typeof kinds)[number]["kind"]; readonly at: number; readonly subject: string };

const timerRow = z.object({ at: z.int(), subject: z.string() });
const earliestRow = z.object({ at: z.int().nullable() });

/** The earliest moment (epoch ms) at which something is due. */
export function findNextDue(database: Database): number | undefined {
  const moments = kinds.flatMap(({ column, from }) => {
    const { at } = earliestRow.parse(database.get(`SELECT min(${column}) AS at FROM ${from} AND ${column} IS NOT NULL`));
    return at === null ? [] : [at];
  });
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** Lets all that is due run, the earliest first. @returns the executions that may be ready to run now */
export function fireDue(database: Database, now: number): string[] {
  const due = kinds.flatMap(({ kind, column, subject, from }): Timer[] => {
    const rows = database.all(`SELECT ${column} AS at, ${subject} AS subject FROM ${from} AND ${column} <= ?`, now);
    return z
      .array(timerRow)
      .parse(rows)
      .map((row) => ({ kind, ...row }));
  });
  const ordered = due.sort((one, other) => one.at - other.at);
  return ordered.flatMap((timer) => database.transact(() => fire(database, timer, now)));
}

/** Fires one timer, unless one that fired before it has changed what it is about. */
function fire(database: Database, { kind, subject }: Timer, now: number): string[] {
  if (kind === "timeout" || kind === "heartbeat") {
    const open = findOpenTask(database, subject);
    if (open === undefined) return [];
    const { task, execution } = open;
    const failure = { error: "States.Timeout", heartbeat: kind === "heartbeat" };
    endTask(database, execution, task, { status: "TIMED_OUT", failure, event: history.taskTimedOut(task.kind) }, now);
    return [execution.arn];
  }
  const row = findExecution(database, subject);
  if (row === undefined || row.status !== "RUNNING") return [];
  if (kind === "deadline") {
    const events = appendEvents(database, row.arn, row.events, now, [history.executionTimedOut()]);
    closeExecution(database, row, events, { status: "TIMED_OUT", at: now });
    return [];
  }
  updateExecution(database, row.arn, { due: null, phase: row.phase === "wait" ? "wake" : "attempt" });
  return [row.arn];
}
