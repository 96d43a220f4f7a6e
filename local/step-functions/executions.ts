/** Starting and ending executions. Each function here runs inside the transaction of its caller. */
import { account, region } from "../part.ts";
import type { Database } from "./database.ts";
import type { Machine } from "./definition.ts";
import { ApiError, type Failure } from "./errors.ts";
import * as history from "./history.ts";
import {
  appendEvents,
  type ExecutionRow,
  type ExecutionStatus,
  findExecution,
  type MachineRow,
  updateExecution,
} from "./store.ts";

/** How long AWS keeps a closed execution, and its name: 90 days. */
const retention = 90 * 24 * 3_600_000;

export function machineArn(name: string): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${name}`;
}

export function executionArn(machine: string, name: string): string {
  return `arn:aws:states:${region}:${account}:execution:${machine}:${name}`;
}

export type Start = { readonly name: string; readonly input: string; readonly trace: string | undefined; readonly now: number };

/**
 * Starts an execution, or returns the running one that was started by the same name and input.
 * @throws ApiError ExecutionAlreadyExists
 */
export function startExecution(database: Database, row: MachineRow, machine: Machine, start: Start): ExecutionRow {
  const arn = executionArn(row.name, start.name);
  const known = findExecution(database, arn);
  if (known !== undefined) {
    if (known.status === "RUNNING" && known.input === start.input) return known;
    if (known.stopped === null || start.now - known.stopped < retention) {
      throw new ApiError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    }
    for (const table of ["tasks", "events"]) database.run(`DELETE FROM ${table} WHERE execution = ?`, arn);
    database.run("DELETE FROM executions WHERE arn = ?", arn);
  }
  const deadline = machine.timeoutSeconds === undefined ? null : start.now + machine.timeoutSeconds * 1_000;
  database.run(
    `INSERT INTO executions (arn, machine, name, status, revision, trace, input, started, deadline, variables, events, phase,
       state, state_input, entered, entered_event, retry_count, retriers)
     VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, '{}', 1, 'enter', ?, ?, 0, 0, 0, '[]')`,
    arn,
    row.arn,
    start.name,
    row.revision,
    start.trace ?? null,
    start.input,
    start.now,
    deadline,
    machine.startAt,
    start.input,
  );
  appendEvents(database, arn, 0, start.now, [history.executionStarted(start.input, row.role)]);
  const started = findExecution(database, arn);
  if (started === undefined) throw new Error(`execution ${arn} was not written`);
  return started;
}

export type Ending = {
  readonly status: Exclude<ExecutionStatus, "RUNNING">;
  readonly output?: string;
  readonly failure?: Failure;
  readonly at: number;
};

/** Closes an execution whose last events are written. What its tokens were waiting for is over. */
export function closeExecution(database: Database, row: ExecutionRow, events: number, ending: Ending): void {
  updateExecution(database, row.arn, {
    status: ending.status,
    stopped: ending.at,
    output: ending.output ?? null,
    error: ending.failure?.error ?? null,
    cause: ending.failure?.cause ?? null,
    phase: "closed",
    due: null,
    events,
  });
  database.run("UPDATE tasks SET status = 'CLOSED' WHERE execution = ? AND status = 'OPEN'", row.arn);
  forgetDeletedMachine(database, row.machine);
}

/** A machine that is being deleted goes with the last of its running executions. */
export function forgetDeletedMachine(database: Database, arn: string): void {
  database.run(
    `DELETE FROM machines WHERE arn = ? AND status = 'DELETING'
       AND NOT EXISTS (SELECT 1 FROM executions WHERE machine = ? AND status = 'RUNNING')`,
    arn,
    arn,
  );
}
