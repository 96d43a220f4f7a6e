/** The ends of tasks: by their function, by a token, by time. Each function here is one transaction. */
import type { InvocationResult } from "../part.ts";
import type { Database } from "./database.ts";
import { dataLimitFailure, type Failure, isOverPayloadLimit } from "./errors.ts";
import * as history from "./history.ts";
import { isJsonObject, type Json, parseJson } from "./json.ts";
import {
  appendEvents,
  type EventDraft,
  type ExecutionRow,
  findExecution,
  findTask,
  type TaskRow,
  updateExecution,
} from "./store.ts";

export type TaskEnd =
  | { readonly status: "SUCCEEDED"; readonly output: string; readonly event: EventDraft }
  | { readonly status: "FAILED" | "TIMED_OUT"; readonly failure: Failure; readonly event: EventDraft };

/** Ends an open task and makes its execution ready to go on. Call it in a transaction. */
export function endTask(database: Database, execution: ExecutionRow, task: TaskRow, end: TaskEnd, now: number): void {
  const output = end.status === "SUCCEEDED" ? end.output : null;
  const failure = end.status === "SUCCEEDED" ? null : JSON.stringify(end.failure);
  database.run("UPDATE tasks SET status = ?, output = ?, failure = ? WHERE token = ?", end.status, output, failure, task.token);
  const events = appendEvents(database, execution.arn, execution.events, now, [end.event]);
  updateExecution(database, execution.arn, { events, phase: "outcome" });
}

/** The open task of a token with its running execution; undefined where it is no longer waited for. */
export function findOpenTask(database: Database, token: string): { task: TaskRow; execution: ExecutionRow } | undefined {
  const task = findTask(database, token);
  if (task === undefined || task.status !== "OPEN") return undefined;
  const execution = findExecution(database, task.execution);
  if (execution === undefined || execution.status !== "RUNNING" || execution.token !== token) return undefined;
  return { task, execution };
}

export function succeed(task: TaskRow, output: string): TaskEnd {
  return { status: "SUCCEEDED", output, event: history.taskSucceeded(task.kind, output) };
}

export function fail(task: TaskRow, failure: Failure): TaskEnd {
  return { status: "FAILED", failure, event: history.taskFailed(task.kind, failure) };
}

/** Takes the result of a task's function. A token's function has only handed over: the task then waits. */
export function recordInvocation(database: Database, token: string, outcome: InvocationResult | Failure, now: number): void {
  database.transact(() => {
    const open = findOpenTask(database, token);
    // Ended by its token, timed out or stopped in the meantime: the result comes too late to matter.
    if (open === undefined) return;
    const { task, execution } = open;
    if (!("payload" in outcome)) {
      const end = fail(task, outcome);
      const event = task.kind === "invoke" ? end.event : history.taskSubmitFailed(task.kind, outcome);
      endTask(database, execution, task, { ...end, event }, now);
      return;
    }
    if (outcome.functionError !== undefined) {
      endTask(database, execution, task, fail(task, describeFunctionError(outcome.payload)), now);
      return;
    }
    const output = JSON.stringify({ ExecutedVersion: "$LATEST", Payload: parsePayload(outcome.payload), StatusCode: 200 });
    if (isOverPayloadLimit(output)) {
      endTask(database, execution, task, fail(task, dataLimitFailure(execution.state)), now);
    } else if (task.kind === "invoke") {
      endTask(database, execution, task, succeed(task, output), now);
    } else {
      database.run("UPDATE tasks SET submitted = 1 WHERE token = ?", token);
      const events = appendEvents(database, execution.arn, execution.events, now, [history.taskSubmitted(task.kind, output)]);
      updateExecution(database, execution.arn, { events });
    }
  });
}

/** The payload as JSON; a text that is none stays a text. */
function parsePayload(payload: string): Json {
  try {
    return parseJson(payload);
  } catch {
    return payload;
  }
}

function describeFunctionError(payload: string): Failure {
  const parsed = parsePayload(payload);
  const type = isJsonObject(parsed) ? parsed.errorType : undefined;
  if (typeof type === "string" && type !== "") return { error: type, cause: payload };
  const cause = `The cause could not be determined because Lambda did not return an error type. Returned payload: ${payload}`;
  return { error: "Lambda.Unknown", cause };
}

/** A function that could not be run at all, by the names of the Lambda client's errors. */
export function describeHostFailure(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) return { error: "Lambda.SdkClientException", cause: String(thrown) };
  const name = thrown.name.endsWith("Exception") ? thrown.name : "SdkClientException";
  return { error: `Lambda.${name}`, cause: thrown.message };
}
