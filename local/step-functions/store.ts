/** Rows in and out of the database. Every row that is read is parsed. */
import * as z from "zod";
import type { Database } from "./database.ts";
import type { Failure } from "./errors.ts";
import type { JsonObject } from "./json.ts";

const machineRow = z.object({
  arn: z.string(),
  name: z.string(),
  status: z.enum(["ACTIVE", "DELETING"]),
  revision: z.string(),
  updated: z.int(),
  created: z.int(),
  settings: z.string(),
  definition: z.string(),
  role: z.string(),
});
/** A machine with its present revision. `updated` counts its updates. */
export type MachineRow = z.infer<typeof machineRow>;

const revisionRow = z.object({ id: z.string(), machine: z.string(), definition: z.string(), role: z.string(), created: z.int() });
export type RevisionRow = z.infer<typeof revisionRow>;

export const executionStatuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;
export type ExecutionStatus = (typeof executionStatuses)[number];

/**
 * Where an execution stands. `enter`, `attempt` (a task again), `wake` (a Wait has ended) and `outcome` (a task has ended)
 * are ready to run; `wait`, `retry` and `task` wait; `closed` is over.
 */
const phases = ["enter", "attempt", "wake", "outcome", "wait", "retry", "task", "closed"] as const;
export type Phase = (typeof phases)[number];
export const readyPhases: readonly Phase[] = ["enter", "attempt", "wake", "outcome"];

const executionRow = z.object({
  number: z.int(),
  arn: z.string(),
  machine: z.string(),
  name: z.string(),
  status: z.enum(executionStatuses),
  revision: z.string(),
  trace: z.string().nullable(),
  input: z.string(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  started: z.int(),
  stopped: z.int().nullable(),
  deadline: z.int().nullable(),
  variables: z.string(),
  events: z.int(),
  phase: z.enum(phases),
  state: z.string(),
  state_input: z.string(),
  entered: z.int(),
  entered_event: z.int(),
  due: z.int().nullable(),
  token: z.string().nullable(),
  retry_count: z.int(),
  retriers: z.string(),
});
/** An execution. Moments are epoch milliseconds; `events` is the id of its last event. */
export type ExecutionRow = z.infer<typeof executionRow>;

const failureText = z.object({
  error: z.string().optional(),
  cause: z.string().optional(),
  heartbeat: z.boolean().optional(),
});

const taskRow = z.object({
  token: z.string(),
  execution: z.string(),
  kind: z.enum(["invoke", "invoke.waitForTaskToken", "startExecution"]),
  arguments: z.string(),
  status: z.enum(["OPEN", "SUCCEEDED", "FAILED", "TIMED_OUT", "CLOSED"]),
  submitted: z.int(),
  timeout_due: z.int().nullable(),
  heartbeat_seconds: z.int().nullable(),
  heartbeat_due: z.int().nullable(),
  output: z.string().nullable(),
  failure: z
    .string()
    .nullable()
    .transform((text): Failure | undefined => (text === null ? undefined : failureText.parse(JSON.parse(text)))),
});
/** One attempt of a task. */
export type TaskRow = z.infer<typeof taskRow>;

const eventRow = z.object({ id: z.int(), previous: z.int(), at: z.int(), type: z.string(), details: z.string() });
export type EventRow = z.infer<typeof eventRow>;

const machineColumns = "m.arn, m.name, m.status, m.revision, m.updated, m.created, m.settings, r.definition, r.role";
const machineJoin = `SELECT ${machineColumns} FROM machines m JOIN revisions r ON r.id = m.revision`;

export function findMachine(database: Database, arn: string): MachineRow | undefined {
  return machineRow.optional().parse(database.get(`${machineJoin} WHERE m.arn = ?`, arn));
}

export function listMachines(database: Database, limit: number, offset: number): MachineRow[] {
  return z.array(machineRow).parse(database.all(`${machineJoin} ORDER BY m.created, m.name LIMIT ? OFFSET ?`, limit, offset));
}

export function findRevision(database: Database, id: string): RevisionRow {
  return revisionRow.parse(database.get("SELECT * FROM revisions WHERE id = ?", id));
}

export function findExecution(database: Database, arn: string): ExecutionRow | undefined {
  return executionRow.optional().parse(database.get("SELECT * FROM executions WHERE arn = ?", arn));
}

export function findTask(database: Database, token: string): TaskRow | undefined {
  return taskRow.optional().parse(database.get("SELECT * FROM tasks WHERE token = ?", token));
}

export function listExecutions(
  database: Database,
  filter: { machine: string; status: ExecutionStatus | undefined; before: number; limit: number },
): ExecutionRow[] {
  const status = filter.status ?? null;
  const sql = `SELECT * FROM executions WHERE machine = ? AND (? IS NULL OR status = ?) AND number < ? ORDER BY number DESC LIMIT ?`;
  return z.array(executionRow).parse(database.all(sql, filter.machine, status, status, filter.before, filter.limit));
}

export function listEvents(
  database: Database,
  page: { execution: string; after: number; limit: number; reverse: boolean },
): EventRow[] {
  const sql = page.reverse
    ? "SELECT * FROM events WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?"
    : "SELECT * FROM events WHERE execution = ? AND id > ? ORDER BY id LIMIT ?";
  return z.array(eventRow).parse(database.all(sql, page.execution, page.after, page.limit));
}

/** The fields of an execution that a transition may change. */
export type ExecutionChange = Partial<
  Omit<ExecutionRow, "number" | "arn" | "machine" | "name" | "revision" | "input" | "started">
>;

export function updateExecution(database: Database, arn: string, change: ExecutionChange): void {
  const entries = Object.entries(change);
  const sets = entries.map(([name]) => `${name} = ?`).join(", ");
  database.run(`UPDATE executions SET ${sets} WHERE arn = ?`, ...entries.map(([, value]) => value), arn);
}

/** A history event before it has its number. */
export type EventDraft = { readonly type: string; readonly details: Readonly<Record<string, JsonObject>> };

/**
 * Appends events to a history, each following the one before it. The first state's entry, an abort and a time-out of
 * the execution follow nothing (0), as on AWS.
 * @returns the id of the last one
 */
export function appendEvents(
  database: Database,
  execution: string,
  last: number,
  at: number,
  drafts: readonly EventDraft[],
): number {
  let id = last;
  for (const { type, details } of drafts) {
    const follows = id <= 1 || type === "ExecutionAborted" || type === "ExecutionTimedOut" ? 0 : id;
    id += 1;
    const sql = "INSERT INTO events (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)";
    database.run(sql, execution, id, follows, at, type, JSON.stringify(details));
  }
  return id;
}
