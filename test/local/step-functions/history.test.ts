import { GetExecutionHistoryCommand, SendTaskSuccessCommand, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterEach, describe, expect, test } from "vitest";
import { epoch, FunctionError, invokeTask, oneTask, openWorld, roleArn, tokenTask, type World } from "./harness.ts";

let world: World;
afterEach(() => world.close());

const timestamp = new Date(epoch);
const truncated = { truncated: false };
const region = "ap-southeast-3";
const invoke = { resource: "invoke", resourceType: "lambda" };
const waiting = { resource: "invoke.waitForTaskToken", resourceType: "lambda" };
const begun = (input: string) => ({
  id: 1,
  previousEventId: 0,
  timestamp,
  type: "ExecutionStarted",
  executionStartedEventDetails: { input, inputDetails: truncated, roleArn },
});
/** What the first state of an execution follows on AWS: nothing. */
const first = (type: string, name: string, input: string) => ({
  id: 2,
  previousEventId: 0,
  timestamp,
  type,
  stateEnteredEventDetails: { name, input, inputDetails: truncated },
});
const event = (id: number, type: string, details: object) => ({ id, previousEventId: id - 1, timestamp, type, ...details });

describe("the events of a history are AWS's own", () => {
  test("Pass with Assign, Choice, Wait, Succeed", async () => {
    world = await openWorld();
    const states = {
      P: { Type: "Pass", Assign: { n: 1, s: "{% 'text' %}" }, Output: { p: 1 }, Next: "C" },
      C: { Type: "Choice", Choices: [{ Condition: "{% $n = 1 %}", Next: "W" }], Default: "W" },
      W: { Type: "Wait", Seconds: 0, Next: "S" },
      S: { Type: "Succeed" },
    };
    const execution = await world.start(await world.create("m", { StartAt: "P", States: states }), { a: 1 });
    await world.settle();
    await world.advance(0);
    const entered = (name: string) => ({ stateEnteredEventDetails: { name, input: '{"p":1}', inputDetails: truncated } });
    const exited = (name: string) => ({ stateExitedEventDetails: { name, output: '{"p":1}', outputDetails: truncated } });
    expect(await world.history(execution)).toEqual([
      begun('{"a":1}'),
      first("PassStateEntered", "P", '{"a":1}'),
      event(3, "PassStateExited", {
        stateExitedEventDetails: {
          name: "P",
          output: '{"p":1}',
          outputDetails: truncated,
          assignedVariables: { n: "1", s: '"text"' },
          assignedVariablesDetails: truncated,
        },
      }),
      event(4, "ChoiceStateEntered", entered("C")),
      event(5, "ChoiceStateExited", exited("C")),
      event(6, "WaitStateEntered", entered("W")),
      event(7, "WaitStateExited", exited("W")),
      event(8, "SucceedStateEntered", entered("S")),
      event(9, "SucceedStateExited", exited("S")),
      event(10, "ExecutionSucceeded", { executionSucceededEventDetails: { output: '{"p":1}', outputDetails: truncated } }),
    ]);
  });

  test("a function's task, with its limits", async () => {
    world = await openWorld({ work: () => 5 });
    const task = { ...invokeTask, TimeoutSeconds: 60, HeartbeatSeconds: "{% 30 %}" };
    const execution = await world.start(await world.create("m", oneTask(task)), { a: 1 });
    await world.settle();
    const output = '{"ExecutedVersion":"$LATEST","Payload":5,"StatusCode":200}';
    expect(await world.history(execution)).toEqual([
      begun('{"a":1}'),
      first("TaskStateEntered", "Work", '{"a":1}'),
      event(3, "TaskScheduled", {
        taskScheduledEventDetails: {
          ...invoke,
          region,
          parameters: '{"FunctionName":"work","Payload":{"a":1}}',
          timeoutInSeconds: 60,
          heartbeatInSeconds: 30,
        },
      }),
      event(4, "TaskStarted", { taskStartedEventDetails: invoke }),
      event(5, "TaskSucceeded", { taskSucceededEventDetails: { ...invoke, output, outputDetails: truncated } }),
      event(6, "TaskStateExited", { stateExitedEventDetails: { name: "Work", output, outputDetails: truncated } }),
      event(7, "ExecutionSucceeded", { executionSucceededEventDetails: { output, outputDetails: truncated } }),
    ]);
  });

  test("a failed attempt, its retry, and a caught failure", async () => {
    let attempt = 0;
    world = await openWorld({
      work: () => {
        attempt += 1;
        throw new FunctionError({ errorType: attempt === 1 ? "Busy" : "Broken" });
      },
    });
    const task = {
      ...invokeTask,
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 1 }],
      Catch: [{ ErrorEquals: ["Broken"], Next: "S", Output: "caught" }],
      Next: "S",
    };
    const execution = await world.start(await world.create("m", oneTask(task, { S: { Type: "Fail", Error: "E" } })), 1);
    await world.settle();
    await world.advance(1_000);
    const history = await world.history(execution);
    const scheduled = {
      taskScheduledEventDetails: { ...invoke, region, parameters: '{"FunctionName":"work","Payload":1}' },
    };
    const failed = (error: string) => ({ taskFailedEventDetails: { ...invoke, error, cause: `{"errorType":"${error}"}` } });
    expect(history.map((item) => ({ ...item, timestamp }))).toEqual([
      begun("1"),
      first("TaskStateEntered", "Work", "1"),
      event(3, "TaskScheduled", scheduled),
      event(4, "TaskStarted", { taskStartedEventDetails: invoke }),
      event(5, "TaskFailed", failed("Busy")),
      event(6, "TaskScheduled", scheduled),
      event(7, "TaskStarted", { taskStartedEventDetails: invoke }),
      event(8, "TaskFailed", failed("Broken")),
      event(9, "TaskStateExited", { stateExitedEventDetails: { name: "Work", output: '"caught"', outputDetails: truncated } }),
      event(10, "FailStateEntered", { stateEnteredEventDetails: { name: "S", input: '"caught"', inputDetails: truncated } }),
      event(11, "ExecutionFailed", { executionFailedEventDetails: { error: "E" } }),
    ]);
    expect(history[5]?.timestamp).toEqual(new Date(epoch + 1_000));
  });

  test("a token's task, and a missed time", async () => {
    let token = "";
    world = await openWorld({
      hold: (payload) => {
        token = payload.token ?? "";
      },
    });
    const machine = await world.create("m", oneTask({ ...tokenTask, TimeoutSeconds: 7 }));
    const answered = await world.start(machine, {});
    await world.settle();
    const answeredToken = token;
    await world.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{ "spaced": 1 }' }));
    const missed = await world.start(machine, {});
    await world.settle();
    await world.advance(7_000);
    const opening = (value: string) => [
      begun("{}"),
      first("TaskStateEntered", "Work", "{}"),
      event(3, "TaskScheduled", {
        taskScheduledEventDetails: {
          ...waiting,
          region,
          parameters: `{"FunctionName":"hold","Payload":{"token":"${value}"}}`,
          timeoutInSeconds: 7,
        },
      }),
      event(4, "TaskStarted", { taskStartedEventDetails: waiting }),
      event(5, "TaskSubmitted", {
        taskSubmittedEventDetails: {
          ...waiting,
          output: '{"ExecutedVersion":"$LATEST","Payload":null,"StatusCode":200}',
          outputDetails: truncated,
        },
      }),
    ];
    const output = '{"spaced":1}';
    expect(await world.history(answered)).toEqual([
      ...opening(answeredToken),
      event(6, "TaskSucceeded", {
        taskSucceededEventDetails: { ...waiting, output: '{ "spaced": 1 }', outputDetails: truncated },
      }),
      event(7, "TaskStateExited", { stateExitedEventDetails: { name: "Work", output, outputDetails: truncated } }),
      event(8, "ExecutionSucceeded", { executionSucceededEventDetails: { output, outputDetails: truncated } }),
    ]);
    expect((await world.history(missed)).map((item) => ({ ...item, timestamp }))).toEqual([
      ...opening(token),
      event(6, "TaskTimedOut", { taskTimedOutEventDetails: { ...waiting, error: "States.Timeout" } }),
      event(7, "ExecutionFailed", { executionFailedEventDetails: { error: "States.Timeout" } }),
    ]);
  });

  test("an execution that is stopped", async () => {
    world = await openWorld();
    const machine = await world.create("m", { StartAt: "W", States: { W: { Type: "Wait", Seconds: 9, End: true } } });
    const execution = await world.start(machine, {});
    await world.settle();
    await world.client.send(new StopExecutionCommand({ executionArn: execution, error: "Stopped", cause: "by hand" }));
    expect(await world.history(execution)).toEqual([
      begun("{}"),
      first("WaitStateEntered", "W", "{}"),
      {
        id: 3,
        previousEventId: 0,
        timestamp,
        type: "ExecutionAborted",
        executionAbortedEventDetails: { error: "Stopped", cause: "by hand" },
      },
    ]);
    expect(await world.describe(execution)).toMatchObject({ status: "ABORTED", error: "Stopped", cause: "by hand" });
    await world.advance(10_000);
    expect(await world.history(execution)).toHaveLength(3);
  });
});

test("a history is read in pages, from either end, and without its data", async () => {
  world = await openWorld({ work: () => 5 });
  const execution = await world.start(await world.create("m", oneTask(invokeTask)));
  await world.settle();
  const read = async (reverseOrder: boolean) => {
    const ids: (number | undefined)[][] = [];
    let nextToken: string | undefined;
    do {
      const page = await world.client.send(
        new GetExecutionHistoryCommand({ executionArn: execution, maxResults: 3, reverseOrder, nextToken }),
      );
      ids.push((page.events ?? []).map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return ids;
  };
  expect(await read(false)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  expect(await read(true)).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
  const bare = await world.client.send(new GetExecutionHistoryCommand({ executionArn: execution, includeExecutionData: false }));
  expect(bare.events?.[0]?.executionStartedEventDetails).toEqual({ roleArn });
  expect(bare.events?.[2]?.taskScheduledEventDetails?.parameters).toBe('{"FunctionName":"work","Payload":{}}');
  expect(bare.events?.[4]?.taskSucceededEventDetails).toEqual(invoke);
});
