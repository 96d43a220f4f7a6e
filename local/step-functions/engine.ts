/** Runs executions: one pump an execution, one transaction a transition, all that is in flight known by name. */
import * as z from "zod";
import type { Clock, InvocationResult, InvokeFunction, Wake } from "../part.ts";
import { checkInput, checkName } from "./checks.ts";
import type { Plan, TaskDraft } from "./course.ts";
import type { Database } from "./database.ts";
import { describeDiagnostics, type Machine } from "./definition.ts";
import { ApiError, type Failure } from "./errors.ts";
import { closeExecution, startExecution } from "./executions.ts";
import * as history from "./history.ts";
import { isJsonObject, type JsonObject, parseJson } from "./json.ts";
import { parseDefinition } from "./parse-definition.ts";
import {
  appendEvents,
  type ExecutionChange,
  type ExecutionRow,
  findExecution,
  findMachine,
  findRevision,
  findTask,
  readyPhases,
  type TaskRow,
  updateExecution,
} from "./store.ts";
import { describeHostFailure, endTask, fail, findOpenTask, recordInvocation, succeed } from "./tasks.ts";
import { createToken } from "./tokens.ts";
import { planVisit } from "./visit.ts";

/** How long the interpreter waits where the database could not be written, in real milliseconds. */
const retryMilliseconds = 500;
/** The most events of a history; the last of them tells that there can be no more. */
const eventLimit = 25_000;

export type Engine = {
  /** Goes on with an execution that may be ready to run. */
  readonly resume: (arn: string) => void;
  /** Takes up everything that was under way when the database was closed. */
  readonly resumeAll: () => void;
  readonly machineOf: (revision: string) => Machine;
  readonly busy: () => number;
  /** Ends after the transitions under way; what functions still answer is left to the next start. */
  readonly stop: () => Promise<void>;
};

export type EngineOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly invoke: InvokeFunction;
  readonly wake: Wake;
};

const arnRow = z.object({ arn: z.string() });
const tokenRow = z.object({ token: z.string() });

export function createEngine({ database, clock, invoke, wake }: EngineOptions): Engine {
  const pumps = new Map<string, Promise<void>>();
  const invocations = new Set<string>();
  const machines = new Map<string, Machine>();
  const retries = new Map<string, NodeJS.Timeout>();
  let stopped = false;

  /** Does again, a little later, what the database did not let through: somebody else held it, or the disk was full. */
  const tryLater = (what: string, thrown: unknown, work: () => void): void => {
    if (stopped || retries.has(what)) return;
    console.error(`step-functions: the database did not take ${what}; it is tried again`, thrown);
    const again = (): void => {
      retries.delete(what);
      try {
        work();
      } catch (error) {
        tryLater(what, error, work);
      }
      wake();
    };
    retries.set(what, setTimeout(again, retryMilliseconds));
  };

  const machineOf = (revision: string): Machine => {
    const known = machines.get(revision);
    if (known !== undefined) return known;
    const { machine, diagnostics } = parseDefinition(findRevision(database, revision).definition);
    if (machine === undefined) throw new Error(describeDiagnostics(diagnostics));
    machines.set(revision, machine);
    return machine;
  };

  const resume = (arn: string): void => {
    if (stopped || pumps.has(arn)) return;
    pumps.set(arn, pump(arn));
  };

  async function pump(arn: string): Promise<void> {
    // The caller has just committed: its response goes out before the execution goes on.
    await new Promise(setImmediate);
    try {
      for (let turn = 1; !stopped; turn += 1) {
        const row = findExecution(database, arn);
        if (row === undefined || row.status !== "RUNNING" || !readyPhases.includes(row.phase)) break;
        await takeTurn(row);
        if (turn % 50 === 0) await new Promise(setImmediate);
      }
    } catch (thrown) {
      // All that is under way, and not this one alone: its last transition may have been kept and its function not called.
      tryLater("a transition", thrown, resumeAll);
    } finally {
      pumps.delete(arn);
      wake();
    }
  }

  async function takeTurn(row: ExecutionRow): Promise<void> {
    const token = createToken();
    const plan = await planTurn(row, token);
    if (stopped) return;
    const child = database.transact(() => commit(row, plan, token));
    if (plan.to.kind === "task" && plan.to.task.kind !== "startExecution") runFunction(token);
    if (child !== undefined) resume(child);
    wake();
  }

  /** A fault of the interpreter itself ends the execution: it must neither hang nor run for ever. */
  async function planTurn(row: ExecutionRow, token: string): Promise<Plan> {
    try {
      const task = row.phase === "outcome" && row.token !== null ? findTask(database, row.token) : undefined;
      const roleArn = findRevision(database, row.revision).role;
      return await planVisit({ row, machine: machineOf(row.revision), roleArn, now: clock.now(), token, task });
    } catch (thrown) {
      console.error("step-functions: a transition failed", row.arn, thrown);
      return failPlan({ error: "States.Runtime", cause: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }

  /** Writes one transition, unless the execution was stopped or moved on while it was worked out. @returns a child to run */
  function commit(row: ExecutionRow, planned: Plan, token: string): string | undefined {
    const present = findExecution(database, row.arn);
    if (present?.status !== "RUNNING" || present.phase !== row.phase || present.events !== row.events) return undefined;
    const now = clock.now();
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
        return openTask(row.arn, token, to.task, now);
    }
  }

  function openTask(arn: string, token: string, draft: TaskDraft, now: number): string | undefined {
    const after = (seconds: number | undefined) => (seconds === undefined ? null : now + seconds * 1_000);
    database.run(
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
    return draft.kind === "startExecution" ? startChild(token, draft.arguments, now) : undefined;
  }

  /** The child starts in the very transaction that ends the parent's task, so it starts exactly once. */
  function startChild(token: string, values: JsonObject, now: number): string | undefined {
    const open = findOpenTask(database, token);
    if (open === undefined) throw new Error("the task of a child execution is not open");
    const { task, execution } = open;
    try {
      const child = startNamed(values, now);
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

  function startNamed(values: JsonObject, now: number): ExecutionRow {
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

  function resumeAll(): void {
    const ready = readyPhases.map((phase) => `'${phase}'`).join(", ");
    const rows = database.all(`SELECT arn FROM executions WHERE status = 'RUNNING' AND phase IN (${ready}) ORDER BY number`);
    for (const { arn } of z.array(arnRow).parse(rows)) resume(arn);
    const unanswered = database.all("SELECT token FROM tasks WHERE status = 'OPEN' AND submitted = 0");
    for (const { token } of z.array(tokenRow).parse(unanswered)) runFunction(token);
  }

  function runFunction(token: string): void {
    const task = findTask(database, token);
    if (task === undefined || invocations.has(token)) return;
    invocations.add(token);
    void outcomeOf(task.arguments).then((outcome) => recordOutcome(task, outcome));
  }

  function recordOutcome(task: TaskRow, outcome: InvocationResult | Failure): void {
    // Not recorded once stopped: the function runs again at the next start, as it would after a crash.
    if (stopped) return;
    try {
      recordInvocation(database, task.token, outcome, clock.now());
    } catch (thrown) {
      tryLater(`the answer of the task ${task.token}`, thrown, () => recordOutcome(task, outcome));
      return;
    }
    invocations.delete(task.token);
    resume(task.execution);
    wake();
  }

  async function outcomeOf(argumentText: string): Promise<InvocationResult | Failure> {
    // Not before the caller's turn is over: at a start, the functions' host may still be coming up.
    await new Promise(setImmediate);
    try {
      const values = parseJson(argumentText);
      const { FunctionName: name, Payload: payload } = isJsonObject(values) ? values : {};
      return await invoke(String(name), JSON.stringify(payload ?? {}));
    } catch (thrown) {
      return describeHostFailure(thrown);
    }
  }

  return {
    resume,
    machineOf,
    resumeAll,
    busy: () => pumps.size + invocations.size + retries.size,
    stop: async () => {
      stopped = true;
      for (const timer of retries.values()) clearTimeout(timer);
      retries.clear();
      await Promise.all(pumps.values());
    },
  };
}

function failPlan(failure: Failure): Plan {
  return { events: [history.executionFailed(failure)], to: { kind: "fail", failure } };
}

/** A refused StartExecution as AWS tells it in a cause. */
function causeOf({ message, type }: ApiError): string {
  return `${message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${type}; Request ID: ${crypto.randomUUID()}; Proxy: null)`;
}
