/** Runs executions: one pump an execution, one transaction a transition, all that is in flight known by name. */
import * as z from "zod";
import type { Clock, InvokeFunction, Wake } from "../part.ts";
import { commitTransition, failPlan } from "./commit-transition.ts";
import type { Plan } from "./course.ts";
import type { Database } from "./database.ts";
import { createLater } from "./later.ts";
import { createMachineCache, type MachineOf } from "./machine-cache.ts";
import { type ExecutionRow, findExecution, findRevision, findTask, readyPhases } from "./store.ts";
import { createTaskRunner } from "./task-runner.ts";
import { createToken } from "./tokens.ts";
import { planVisit } from "./visit.ts";

export type Engine = {
  /** Goes on with an execution that may be ready to run. */
  readonly resume: (arn: string) => void;
  /** Takes up everything that was under way when the database was closed. */
  readonly resumeAll: () => void;
  readonly machineOf: MachineOf;
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
  const machineOf = createMachineCache(database);
  const later = createLater(wake);
  let stopped = false;

  const resume = (arn: string): void => {
    if (stopped || pumps.has(arn)) return;
    pumps.set(arn, pump(arn));
  };

  const tasks = createTaskRunner({ database, clock, invoke, wake, later, resume });

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
      later.tryLater("a transition", thrown, resumeAll);
    } finally {
      pumps.delete(arn);
      wake();
    }
  }

  async function takeTurn(row: ExecutionRow): Promise<void> {
    const token = createToken();
    const plan = await planTurn(row, token);
    if (stopped) return;
    const child = database.transact(() =>
      commitTransition({ database, machineOf }, { row, planned: plan, token, now: clock.now() }),
    );
    if (plan.to.kind === "task" && plan.to.task.kind !== "startExecution") tasks.run(token);
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

  function resumeAll(): void {
    const ready = readyPhases.map((phase) => `'${phase}'`).join(", ");
    const rows = database.all(`SELECT arn FROM executions WHERE status = 'RUNNING' AND phase IN (${ready}) ORDER BY number`);
    for (const { arn } of z.array(arnRow).parse(rows)) resume(arn);
    const unanswered = database.all("SELECT token FROM tasks WHERE status = 'OPEN' AND submitted = 0");
    for (const { token } of z.array(tokenRow).parse(unanswered)) tasks.run(token);
  }

  return {
    resume,
    machineOf,
    resumeAll,
    busy: () => pumps.size + tasks.running() + later.waiting(),
    stop: async () => {
      stopped = true;
      tasks.stop();
      later.stop();
      await Promise.all(pumps.values());
    },
  };
}
