import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from "@aws-sdk/client-sfn";
import { afterEach, describe, expect, test } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { FunctionError, invokeTask, oneTask, openWorld, tokenTask, type World } from "./harness.ts";

let world: World;
let tokens: string[] = [];
afterEach(async () => {
  await world.close();
  tokens = [];
});
const hold = (payload: { token?: string }) => void tokens.push(payload.token ?? "");
const refuse = (errorType: string) => () => {
  throw new FunctionError({ errorType, errorMessage: "refused" });
};
const caught = { Caught: { Type: "Succeed" } };
const catchAs = (...names: string[]) => [{ ErrorEquals: names, Next: "Caught", Output: "{% $states.errorOutput %}" }];

describe("Retry", () => {
  /** Runs a task that always fails, and tells at which seconds it was tried. */
  async function attemptsOf(retry: object[], seconds: number, errorType = "Busy"): Promise<number[]> {
    const attempts: number[] = [];
    const started = { at: 0 };
    world = await openWorld({
      work: () => {
        attempts.push((world.now() - started.at) / 1_000);
        return refuse(errorType)();
      },
    });
    started.at = world.now();
    await world.start(await world.create("m", oneTask({ ...invokeTask, Retry: retry })));
    await world.settle();
    for (let second = 0; second < seconds; second += 1) await world.advance(1_000);
    return attempts;
  }

  test("waits longer each time, by the backoff rate, up to the longest delay, as often as it may", async () => {
    const retry = { ErrorEquals: ["Busy"], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 4 };
    expect(await attemptsOf([retry], 60)).toEqual([0, 2, 8, 18, 28]);
  });

  test("has AWS's defaults: three attempts more, after 1, 2 and 4 seconds", async () => {
    expect(await attemptsOf([{ ErrorEquals: ["States.ALL"] }], 20)).toEqual([0, 1, 3, 7]);
  });

  test("counts each retrier by itself, and takes the first that names the error", async () => {
    const retry = [
      { ErrorEquals: ["Busy"], MaxAttempts: 1 },
      { ErrorEquals: ["States.TaskFailed"], MaxAttempts: 5 },
    ];
    expect(await attemptsOf(retry, 10)).toEqual([0, 1]);
  });

  test("leaves an error alone that it does not name, and one that it tries no more", async () => {
    expect(
      await attemptsOf([{ ErrorEquals: ["Other", "States.Timeout"] }, { ErrorEquals: ["States.ALL"], MaxAttempts: 0 }], 5),
    ).toEqual([0]);
  });

  test("spreads the delay over the whole of it with full jitter", async () => {
    const retry = { ErrorEquals: ["Busy"], IntervalSeconds: 1_000, MaxAttempts: 1, JitterStrategy: "FULL" };
    expect(await attemptsOf([retry], 0)).toEqual([0]);
    const due = await world.stepFunctions().nextDue();
    expect(due).toBeGreaterThanOrEqual(world.now());
    expect(due).toBeLessThan(world.now() + 1_000_000);
  });

  test("each attempt has its count and a token of its own; after the last, Catch follows", async () => {
    const counts: unknown[] = [];
    world = await openWorld({
      hold: (payload) => {
        counts.push(payload.count);
        hold(payload);
      },
    });
    const task = {
      ...tokenTask,
      Arguments: {
        FunctionName: "hold",
        Payload: { token: "{% $states.context.Task.Token %}", count: "{% $states.context.State.RetryCount %}" },
      },
      Retry: [{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 1 }],
      Catch: catchAs("Later"),
      End: undefined,
      Next: "Caught",
    };
    const execution = await world.start(await world.create("m", oneTask(task, caught)));
    await world.settle();
    const failWith = (taskToken: string | undefined) =>
      world.client.send(new SendTaskFailureCommand({ taskToken, error: "Later" }));
    await failWith(tokens[0]);
    await world.advance(1_000);
    expect([counts, new Set(tokens).size]).toEqual([[0, 1], 2]);
    await expect(failWith(tokens[0])).rejects.toMatchObject({ name: "TaskTimedOut" });
    await failWith(tokens[1]);
    await world.settle();
    expect(await world.describe(execution)).toMatchObject({ status: "SUCCEEDED", output: '{"Error":"Later","Cause":""}' });
  });
});

describe("time-outs", () => {
  test("TimeoutSeconds, also from an expression, fails the task as States.Timeout, which Catch can take", async () => {
    world = await openWorld({ hold });
    const task = { ...tokenTask, TimeoutSeconds: "{% $states.input.limit %}", Catch: catchAs("States.Timeout"), Next: "Caught" };
    const execution = await world.start(await world.create("m", oneTask(task, caught)), { limit: 90 });
    await world.settle();
    expect(await world.stepFunctions().nextDue()).toBe(world.now() + 90_000);
    await world.advance(89_999);
    expect((await world.describe(execution)).status).toBe("RUNNING");
    await world.advance(1);
    expect(await world.describe(execution)).toMatchObject({
      status: "SUCCEEDED",
      output: '{"Error":"States.Timeout","Cause":""}',
    });
    await expect(world.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: "1" }))).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
  });

  test.each([
    ["States.TaskFailed", "FAILED"],
    ["States.ALL", "SUCCEEDED"],
    ["States.HeartbeatTimeout", "FAILED"],
  ])("a time-out against %s: %s", async (name, status) => {
    world = await openWorld({ hold });
    const execution = await world.start(
      await world.create("m", oneTask({ ...tokenTask, TimeoutSeconds: 5, Catch: catchAs(name), Next: "Caught" }, caught)),
    );
    await world.settle();
    await world.advance(5_000);
    expect((await world.describe(execution)).status).toBe(status);
  });

  test("a function that takes too long is timed out, and its late answer changes nothing", async () => {
    const late = Promise.withResolvers<string>();
    world = await openWorld({ work: () => late.promise });
    const execution = await world.start(await world.create("m", oneTask({ ...invokeTask, TimeoutSeconds: 3 })));
    await expect.poll(async () => (await world.history(execution)).length).toBe(4);
    setTimeout(() => late.resolve("late"), 300);
    await world.advance(3_000);
    const { status, error, cause } = await world.describe(execution);
    expect([status, error, cause]).toEqual(["FAILED", "States.Timeout", undefined]);
    expect((await world.history(execution)).map(({ type }) => type).slice(-2)).toEqual(["TaskTimedOut", "ExecutionFailed"]);
  });

  test("each heartbeat puts the missed one off; the missed one is caught as States.HeartbeatTimeout", async () => {
    world = await openWorld({ hold });
    const task = {
      ...tokenTask,
      TimeoutSeconds: 1_000,
      HeartbeatSeconds: 10,
      Catch: catchAs("States.HeartbeatTimeout"),
      Next: "Caught",
    };
    const execution = await world.start(await world.create("m", oneTask(task, caught)));
    await world.settle();
    for (let beat = 0; beat < 3; beat += 1) {
      await world.advance(9_000);
      await world.client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
    }
    await world.advance(9_999);
    expect((await world.describe(execution)).status).toBe("RUNNING");
    await world.advance(1);
    expect(await world.describe(execution)).toMatchObject({
      status: "SUCCEEDED",
      output: '{"Error":"States.Timeout","Cause":""}',
    });
  });

  test("the machine's own TimeoutSeconds ends the execution, with neither error nor cause", async () => {
    world = await openWorld({ hold });
    const execution = await world.start(
      await world.create("m", { ...oneTask({ ...tokenTask, TimeoutSeconds: 90 }), TimeoutSeconds: 60 }),
    );
    await world.settle();
    await world.advance(60_000);
    const { status, error, cause, stopDate } = await world.describe(execution);
    expect([status, error, cause, stopDate?.getTime()]).toEqual(["TIMED_OUT", undefined, undefined, world.now()]);
    expect(await world.stepFunctions().nextDue()).toBeUndefined();
    expect((await world.history(execution)).at(-1)).toEqual({
      id: 6,
      previousEventId: 0,
      timestamp: new Date(world.now()),
      type: "ExecutionTimedOut",
      executionTimedOutEventDetails: { error: "States.Timeout" },
    });
    await expect(world.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: "1" }))).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
  });
});

describe("Catch", () => {
  test("the host's failure is named as the Lambda client would name it", async () => {
    world = await openWorld({
      work: () => {
        throw new Error("connection lost");
      },
    });
    const execution = await world.start(
      await world.create("m", oneTask({ ...invokeTask, Catch: catchAs("Lambda.SdkClientException"), Next: "Caught" }, caught)),
    );
    await world.settle();
    expect(JSON.parse((await world.describe(execution)).output ?? "")).toEqual({
      Error: "Lambda.SdkClientException",
      Cause: "connection lost",
    });
  });

  test("a failed expression of a task is caught; that of a catcher is not", async () => {
    world = await openWorld({ work: () => 1 });
    const task = {
      ...invokeTask,
      Output: "{% $states.result.none %}",
      Catch: catchAs("States.QueryEvaluationError"),
      Next: "Caught",
    };
    const execution = await world.start(await world.create("m", oneTask(task, caught)));
    const broken = { ErrorEquals: ["States.ALL"], Next: "Caught", Assign: { why: "{% $states.errorOutput.none %}" } };
    const failing = await world.start(await world.create("n", oneTask({ ...task, Catch: [broken] }, caught)));
    await world.settle();
    expect(JSON.parse((await world.describe(execution)).output ?? "")).toEqual({
      Error: "States.QueryEvaluationError",
      Cause:
        "An error occurred while executing the state 'Work' (entered at the event id #2). The JSONata expression '$states.result.none' specified for the field 'Output' returned nothing (undefined).",
    });
    expect(await world.describe(failing)).toMatchObject({
      status: "FAILED",
      cause: expect.stringContaining("'$states.errorOutput.none' specified for the field 'Catch[0]/Assign/why' returned nothing"),
    });
  });

  test("States.Runtime is never caught", async () => {
    world = await openWorld({ work: () => 1 });
    const task = { ...invokeTask, Arguments: "{% $states.input %}", Catch: catchAs("States.ALL"), Next: "Caught" };
    const execution = await world.start(await world.create("m", oneTask(task, caught)), { FunctionName: 7 });
    await world.settle();
    expect(await world.describe(execution)).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
      cause: expect.stringContaining("'FunctionName' must be a string"),
    });
  });

  test("a function error without a type is Lambda.Unknown", async () => {
    world = await openWorld({
      work: () => {
        throw new FunctionError({ errorMessage: "Task timed out after 3.00 seconds" });
      },
    });
    const execution = await world.start(await world.create("m", oneTask(invokeTask)));
    await world.settle();
    expect(await world.describe(execution)).toMatchObject({
      error: "Lambda.Unknown",
      cause: expect.stringContaining("timed out after 3.00"),
    });
  });
});

describe("quotas", () => {
  const big = "x".repeat(262_144);

  test.each([
    ["a function's answer", { ...invokeTask }],
    ["a task's arguments", { ...invokeTask, Arguments: { FunctionName: "work", Payload: "{% $pad('', 300000) %}" } }],
    ["a state's output", { Type: "Pass", Resource: undefined, Arguments: undefined, Output: "{% $pad('', 300000) %}" }],
  ])("%s over 256 KB fails as States.DataLimitExceeded, which States.ALL does not catch", async (_, task) => {
    world = await openWorld({ work: () => big });
    const catcher = task.Type === "Task" ? { Catch: catchAs("States.ALL"), Next: "Caught" } : { Next: "Caught" };
    const execution = await world.start(await world.create("m", oneTask({ ...task, ...catcher }, caught)));
    await world.settle();
    expect(await world.describe(execution)).toMatchObject({
      status: "FAILED",
      error: "States.DataLimitExceeded",
      cause: "The state/task 'Work' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });

  test.runIf(isWhole)(
    "a history ends with its 25,000th event",
    async () => {
      world = await openWorld();
      const states = {
        A: { Type: "Pass", Next: "B" },
        B: { Type: "Choice", Choices: [{ Condition: "{% false %}", Next: "End" }], Default: "A" },
        End: { Type: "Succeed" },
      };
      const execution = await world.start(await world.create("m", { StartAt: "A", States: states }));
      await expect.poll(async () => (await world.describe(execution)).status, { timeout: 80_000, interval: 200 }).toBe("FAILED");
      expect(await world.describe(execution)).toMatchObject({
        cause: "The execution reached the maximum number of history events (25000).",
      });
      const { body } = await world
        .stepFunctions()
        .call("GetExecutionHistory", { executionArn: execution, reverseOrder: true, maxResults: 1 });
      expect(body).toMatchObject({ events: [{ id: 25_000, type: "ExecutionFailed" }] });
    },
    90_000,
  );
});
