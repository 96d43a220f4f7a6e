import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { openStepFunctions, type StepFunctions } from "../../../local/step-functions/index.ts";
import { startOfTest } from "../../builders/records.ts";
import { isWhole } from "../../builders/runs.ts";
import { readDefinition } from "../../builders/world-parts.ts";
import { type Edge, edge, edgesOf, type Machine, readMachine, statusOf } from "./read-machine.ts";

const roleArn = "arn:aws:iam::000000000000:role/machine";
const started = z.object({ executionArn: z.string() });
const details = z.looseObject({ name: z.string().optional(), assignedVariables: z.record(z.string(), z.string()).optional() });
const event = z.looseObject({
  type: z.string(),
  stateEnteredEventDetails: details.optional(),
  stateExitedEventDetails: details.optional(),
});
const history = z.object({ events: z.array(event) });
const payload = z.looseObject({ token: z.string().optional() });

/** Machines on the interpreter alone: what the functions answer is chosen by each test. */
async function open(file: "placement" | "follow-up") {
  let now = Date.parse(startOfTest);
  const deadline = new Date(now + 3_600_000).toISOString();
  const answers = { next: "CLOSED", ranked: "CLOSED", failing: "", waitNo: 0 };
  let token = "";
  const invoke = async (name: string, text: string) => {
    if (name === answers.failing) return { payload: '{"errorType":"Broken"}', functionError: "Unhandled" };
    const input = payload.parse(JSON.parse(text));
    if (name === "rankPlacement") answers.next = "CLOSED";
    if (name === "holdToken") token = input.token ?? "";
    return {
      payload: JSON.stringify({
        next: name === "rankPlacement" ? answers.ranked : answers.next,
        waitNo: answers.waitNo,
        deadline,
      }),
    };
  };
  const machine: StepFunctions = openStepFunctions({ database: ":memory:", clock: { now: () => now, offset: () => 0 }, invoke });
  onTestFinished(() => machine.close());
  const { stateMachineArn } = await machine.putStateMachine({
    name: "m",
    definition: readDefinition(file),
    roleArn,
    type: "STANDARD",
  });
  const settle = async () => {
    while ((await machine.busy()) > 0) await sleep(0);
  };
  const input = file === "placement" ? { placementId: "pl_1" } : { followUpId: "fu_1" };
  return {
    answers,
    /** Starts an execution that finds the process in a status. */
    async start(next: string, failing = ""): Promise<string> {
      Object.assign(answers, { next, failing });
      const { body } = await machine.call("StartExecution", { stateMachineArn, input: JSON.stringify(input) });
      await settle();
      return started.parse(body).executionArn;
    },
    /** Tells the execution that waits that its wait is over. */
    async tell(next: string): Promise<void> {
      const output = JSON.stringify({ next, waitNo: 2, deadline });
      await machine.call("SendTaskSuccess", { taskToken: token, output });
      await settle();
    },
    async pass(milliseconds: number): Promise<void> {
      now += milliseconds;
      await machine.runDue();
      await settle();
    },
    async events(executionArn: string) {
      const { body } = await machine.call("GetExecutionHistory", { executionArn, maxResults: 1000, includeExecutionData: true });
      return history.parse(body).events;
    },
  };
}

/** The edges that a history went along. */
function edgesIn(events: readonly z.infer<typeof event>[], { States }: Machine): Edge[] {
  const found: Edge[] = [];
  let from = "";
  let next = "";
  let failure = "";
  let tries = 0;
  for (const event of events) {
    if (event.type === "TaskScheduled") tries += 1;
    if (event.type === "TaskTimedOut") failure = "States.Timeout";
    if (event.type === "TaskFailed" || event.type === "TaskSubmitFailed") failure = "States.TaskFailed";
    if (event.type === "TaskSucceeded") failure = "";
    const left = event.stateExitedEventDetails;
    if (left?.assignedVariables?.next) next = z.string().parse(JSON.parse(left.assignedVariables.next));
    const entered = event.stateEnteredEventDetails?.name;
    if (entered === undefined) continue;
    const state = States[from];
    if (state?.Type === "Choice") {
      const chosen = state.Choices.find((choice) => statusOf(choice.Condition) === next);
      found.push(edge(from, chosen ? next : "Default", entered));
    } else if (state?.Type === "Task") {
      if (tries > 1) found.push(edge(from, "Retry", from));
      const caught = state.Catch.findIndex(
        ({ ErrorEquals }) => ErrorEquals.includes(failure) || ErrorEquals.includes("States.ALL"),
      );
      found.push(edge(from, failure === "" ? "Next" : `Catch ${caught}`, entered));
    }
    [from, failure, tries] = [entered, "", 0];
  }
  return found;
}

it.runIf(isWhole).each(["placement", "follow-up"] as const)(
  "every edge of %s is gone along, and leads where it is drawn",
  async (file) => {
    const { machine } = readMachine(file);
    const world = await open(file);
    const runs: string[] = [];
    const run = async (next: string, failing?: string): Promise<void> => {
      runs.push(await world.start(next, failing));
    };
    const ends = file === "placement" ? "CLOSED" : "ENDED";
    const go = machine.States["Go to where it stands"];
    if (go?.Type !== "Choice") throw new Error("the machine goes nowhere");

    await run("UNHEARD_OF");
    for (const { Condition, Next } of go.Choices) {
      const status = statusOf(Condition);
      const state = machine.States[Next];
      const after = state?.Type === "Task" ? machine.States[state.Next] : undefined;
      if (state?.Type !== "Task" || after?.Type !== "Choice") {
        await run(status);
        continue;
      }
      // To each successor, and to what the choice does not list.
      for (const next of [...after.Choices.map((choice) => statusOf(choice.Condition)), "SKIPPED_AHEAD"]) {
        if (state.Resource.endsWith(".waitForTaskToken")) {
          await run(status);
          world.answers.next = ends;
          await world.tell(next);
        } else {
          // The function runs at once: what it brings is said before. Where the process stands next is an end.
          world.answers.ranked = next;
          await run(status);
        }
      }
      if (state.Resource.endsWith(".waitForTaskToken")) {
        // A wait that expires, and a token that cannot be kept.
        await run(status);
        world.answers.next = ends;
        await world.pass(3_700_000);
        await run(status, "holdToken");
        for (let tries = 0; tries < 7; tries += 1) await world.pass(61_000);
      }
    }
    for (const failing of ["processStatus", "rankPlacement"]) {
      await run("RANKING", failing);
      for (let tries = 0; tries < 7; tries += 1) await world.pass(61_000);
    }
    // An expiry that cannot be noted.
    await run(statusOf(go.Choices[0]?.Condition ?? ""));
    world.answers.failing = "expireWait";
    await world.pass(400_000_000);
    for (let tries = 0; tries < 7; tries += 1) await world.pass(61_000);

    const covered = new Set<Edge>();
    for (const arn of runs) for (const text of edgesIn(await world.events(arn), machine)) covered.add(text);
    const drawn = new Set(edgesOf(machine));
    expect([...drawn.difference(covered)]).toEqual([]);
    expect([...covered.difference(drawn)]).toEqual([]);
  },
);
