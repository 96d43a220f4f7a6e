/** Runs the functions of tasks and records what they answered, each once. */
import type { Clock, InvocationResult, InvokeFunction, Wake } from "../part.ts";
import type { Database } from "./database.ts";
import type { Failure } from "./errors.ts";
import { isJsonObject, parseJson } from "./json.ts";
import type { Later } from "./later.ts";
import { findTask, type TaskRow } from "./store.ts";
import { describeHostFailure, recordInvocation } from "./tasks.ts";

export type TaskRunnerOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly invoke: InvokeFunction;
  readonly wake: Wake;
  readonly later: Later;
  /** Goes on with an execution whose task has ended. */
  readonly resume: (execution: string) => void;
};

export type TaskRunner = {
  /** Runs the function of a task, unless it runs already. */
  readonly run: (token: string) => void;
  readonly running: () => number;
  /** What functions still answer is left to the next start. */
  readonly stop: () => void;
};

export function createTaskRunner({ database, clock, invoke, wake, later, resume }: TaskRunnerOptions): TaskRunner {
  const invocations = new Set<string>();
  let stopped = false;

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
      later.tryLater(`the answer of the task ${task.token}`, thrown, () => recordOutcome(task, outcome));
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
    run: runFunction,
    running: () => invocations.size,
    stop: () => {
      stopped = true;
    },
  };
}
