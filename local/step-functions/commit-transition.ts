/** Writes the transitions of executions, each in the one transaction that its caller opened. */
import { checkInput, checkName } from "./checks.ts";
import type { Plan, TaskDraft } from "./course.ts";
import type { Database } from "./database.ts";
import { ApiError, type Failure } from "./errors.ts";
import { closeExecution, startExecution } from "./executions.ts";
import * as history from "./history.ts";
import type { JsonObject } from "./json.ts";
import type { MachineOf } from "./machine-cache.ts";
import { appendEvents, type ExecutionChange, type ExecutionRow, findExecution, findMachine, updateExecution } from "./store.ts";
import { endTask, fail, findOpenTask, succeed } from "./tasks.ts";

/** The most events of a history; the last of them tells that there can be no more. */
const eventLimit = 25_000;

/** Where transitions are written, and the machines that child executions start on. */
export type Transitions = { readonly database: Database; readonly machineOf: MachineOf };

/** A transition that was worked out on an execution as it was read. */
export type Transition = {
  readonly row: ExecutionRow;
  readonly planned: Plan;
  /** The token that a task of it gets. */
  readonly token: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Writes one transition, unless the execution was stopped or moved on while it was worked out. @returns a child to run */
export function commitTransition(
  { database, machineOf }: Transitions,
  { row, planned, token, now }: Transition,
): string | undefined {
  const present = findExecution(database, row.arn);
  if (present?.status !== "RUNNING" || present.phase !== row.phase || present.events !== row.events) return undefined;
  const plan = withinHistory(row, planned);
  const events = appendEvents(database, row.arn, row.events, now, plan.events);
  const { to } = plan;
  if (to.kind === "succeed" || to.kind === "fail") {
    const ending =
      to.kind === "succeed"
        ? { status: "SUCCEEDED" as const, output: to.output }
        : { status: "FAILED" as const, failure: to.failure };
    closeExecution(database, row, events, { ...ending, at: now });
    return undefined;
  }
  const visit: ExecutionChange =
    row.phase === "enter" ? { entered: now, entered_event: row.events + 1, retry_count: 0, retriers: "[]", token: null } : {};
  const variables = plan.variables === undefined ? {} : { variables: JSON.stringify(plan.variables) };
  const change: ExecutionChange = { ...visit, ...variables, events };
  switch (to.kind) {
    case "enter":
      updateExecution(database, row.arn, { ...change, phase: "enter", state: to.state, state_input: to.input, token: null });
      return undefined;
    case "wait":
      updateExecution(database, row.arn, { ...change, phase: "wait", due: to.due });
      return undefined;
    case "retry": {
      const count = (row.phase === "enter" ? 0 : row.retry_count) + 1;
      const retriers = JSON.stringify(to.retriers);
      updateExecution(database, row.arn, { ...change, phase: "retry", due: to.due, retriers, retry_count: count });
      return undefined;
    }
    case "task":
      updateExecution(database, row.arn, { ...change, phase: "task", token });
      return openTask({ database, machineOf }, row.arn, token, to.task, now);
  }
}

function openTask(transitions: Transitions, arn: string, token: string, draft: TaskDraft, now: number): string | undefined {
  const after = (seconds: number | undefined) => (seconds === undefined ? null : now + seconds * 1_000);
  transitions.database.run(
    `INSERT INTO tasks (token, execution, kind, arguments, status, submitted, timeout_due, heartbeat_seconds, heartbeat_due)
     VALUES (?, ?, ?, ?, 'OPEN', 0, ?, ?, ?)`,
    token,
    arn,
    draft.kind,
    JSON.stringify(draft.arguments),
    after(draft.timeoutSeconds),
    draft.heartbeatSeconds ?? null,
    after(draft.heartbeatSeconds),
  );
  return draft.kind === "startExecution" ? startChild(transitions, token, draft.arguments, now) : undefined;
}

/** The child starts in the very transaction that ends the parent's task, so it starts exactly once. */
function startChild(transitions: Transitions, token: string, values: JsonObject, now: number): string | undefined {
  const { database } = transitions;
  const open = findOpenTask(database, token);
  if (open === undefined) throw new Error("the task of a child execution is not open");
  const { task, execution } = open;
  try {
    const child = startNamed(transitions, values, now);
    const output = JSON.stringify({ ExecutionArn: child.arn, StartDate: new Date(child.started).toISOString() });
    endTask(database, execution, task, succeed(task, output), now);
    return child.arn;
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    const failure = {
      error: `StepFunctions.${thrown.type}Exception`,
      cause: causeOf(thrown),
    };
    endTask(database, execution, task, fail(task, failure), now);
    return undefined;
  }
}

function startNamed({ database, machineOf }: Transitions, values: JsonObject, now: number): ExecutionRow {
  const arn = String(values.StateMachineArn);
  const machine = findMachine(database, arn);
  if (machine === undefined) throw new ApiError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  if (machine.status === "DELETING") throw new ApiError("StateMachineDeleting", `State Machine is deleting: '${arn}'`);
  const { Name: name, Input: given } = values;
  if (name !== undefined && typeof name !== "string")
    throw new ApiError("InvalidName", `Invalid Name: '${JSON.stringify(name)}'`);
  const input = typeof given === "string" ? given : JSON.stringify(given ?? {});
  checkInput(input);
  return startExecution(database, machine, machineOf(machine.revision), {
    name: checkName(name ?? crypto.randomUUID()),
    input,
    trace: undefined,
    now,
  });
}

/** Leaves room for the last event, and for the two that a task's end may add before the next plan. */
function withinHistory(row: ExecutionRow, plan: Plan): Plan {
  const reserved = { succeed: 0, fail: 0, task: 3, enter: 1, wait: 1, retry: 1 }[plan.to.kind];
  const room = eventLimit - row.events - reserved;
  if (plan.events.length <= room) return plan;
  return failPlan({
    error: "States.Runtime",
    cause: `The execution reached the maximum number of history events (${eventLimit}).`,
  });
}

/** A plan that ends the execution with a failure. */
export function failPlan(failure: Failure): Plan {
  return { events: [history.executionFailed(failure)], to: { kind: "fail", failure } };
}

/** A refused StartExecution as AWS tells it in a cause. */
function causeOf({ message, type }: ApiError): string {
  return `${message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${type}; Request ID: ${crypto.randomUUID()}; Proxy: null)`;
}
