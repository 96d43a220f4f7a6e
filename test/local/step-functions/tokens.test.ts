import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from "@aws-sdk/client-sfn";
import { afterEach, expect, test } from "vitest";
import { createToken } from "../../../local/step-functions/tokens.ts";
import { FunctionError, oneTask, openWorld, tokenTask, type World } from "./harness.ts";

let world: World;
let tokens: string[] = [];
const hold = (payload: { token?: string }) => void tokens.push(payload.token ?? "");

afterEach(async () => {
  await world.close();
  tokens = [];
});

const succeed = (taskToken: string | undefined, output: unknown) =>
  world.client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));

test("a token's output becomes the result of the task", async () => {
  world = await openWorld({ hold });
  const machine = await world.create("m", oneTask({ ...tokenTask, Output: "{% {'answered': $states.result.yes} %}" }));
  const execution = await world.start(machine);
  await world.settle();
  expect(tokens).toHaveLength(1);
  expect(await world.describe(execution)).toMatchObject({ status: "RUNNING", redriveStatus: "NOT_REDRIVABLE" });
  await succeed(tokens[0], { yes: 1 });
  await world.settle();
  expect(await world.describe(execution)).toMatchObject({ status: "SUCCEEDED", output: '{"answered":1}' });
  expect((await world.history(execution)).map(({ type }) => type)).toEqual([
    "ExecutionStarted",
    "TaskStateEntered",
    "TaskScheduled",
    "TaskStarted",
    "TaskSubmitted",
    "TaskSucceeded",
    "TaskStateExited",
    "ExecutionSucceeded",
  ]);
});

test("a token may come back before its function has answered", async () => {
  const released = Promise.withResolvers<void>();
  world = await openWorld({
    hold: async (payload) => {
      await succeed(payload.token, "early");
      await released.promise;
    },
  });
  const execution = await world.start(await world.create("m", oneTask(tokenTask)));
  await expect.poll(async () => (await world.describe(execution)).status).toBe("SUCCEEDED");
  expect(world.stepFunctions().busy()).toBe(1);
  released.resolve();
  await world.settle();
  expect((await world.describe(execution)).output).toBe('"early"');
  expect((await world.history(execution)).at(-1)?.type).toBe("ExecutionSucceeded");
});

test("a token's failure is the failure of the task, and is caught by its name", async () => {
  world = await openWorld({ hold });
  const caught = {
    ErrorEquals: ["Refused"],
    Next: "No",
    Output: "{% $states.errorOutput %}",
    Assign: { why: "{% $states.errorOutput.Cause %}" },
  };
  const machine = await world.create(
    "m",
    oneTask(
      { ...tokenTask, Next: "Yes", Catch: [caught] },
      { Yes: { Type: "Succeed" }, No: { Type: "Succeed", Output: "{% [$states.input, $why] %}" } },
    ),
  );
  const execution = await world.start(machine);
  await world.settle();
  await world.client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: "Refused", cause: "no place" }));
  await world.settle();
  expect(await world.describe(execution)).toMatchObject({
    status: "SUCCEEDED",
    output: '[{"Error":"Refused","Cause":"no place"},"no place"]',
  });
});

test("an uncaught failure of a token ends the execution with its error and cause", async () => {
  world = await openWorld({ hold });
  const execution = await world.start(await world.create("m", oneTask(tokenTask)));
  await world.settle();
  await world.client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: "Refused", cause: "no place" }));
  await world.settle();
  expect(await world.describe(execution)).toMatchObject({ status: "FAILED", error: "Refused", cause: "no place" });
});

test("a token answers once: afterwards it is timed out, also when its execution is over", async () => {
  world = await openWorld({ hold });
  await world.start(await world.create("m", oneTask(tokenTask)));
  await world.settle();
  await succeed(tokens[0], 1);
  await expect(succeed(tokens[0], 2)).rejects.toMatchObject({
    name: "TaskTimedOut",
    message: "Task Timed Out: 'Provided task does not exist anymore'",
  });
  await world.settle();
  await expect(succeed(tokens[0], 3)).rejects.toMatchObject({ name: "TaskTimedOut" });
  await expect(world.client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }))).rejects.toMatchObject({
    name: "TaskTimedOut",
  });
});

test("of many answers at once, one is taken", async () => {
  world = await openWorld({ hold });
  const execution = await world.start(await world.create("m", oneTask(tokenTask)));
  await world.settle();
  const answers = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => succeed(tokens[0], n)));
  const taken = answers.flatMap(({ status }, n) => (status === "fulfilled" ? [n] : []));
  expect(taken).toHaveLength(1);
  await world.settle();
  expect((await world.describe(execution)).output).toBe(String(taken[0]));
});

test("tokens that are malformed, unknown or missing, and outputs that are not JSON, are refused by name", async () => {
  world = await openWorld({ hold });
  await world.start(await world.create("m", oneTask(tokenTask)));
  await world.settle();
  await expect(succeed("nonsense", 1)).rejects.toMatchObject({ name: "InvalidToken" });
  const tampered = createToken().replace(/^./, (first) => (first === "A" ? "B" : "A"));
  await expect(succeed(tampered, 1)).rejects.toMatchObject({ name: "InvalidToken", message: "Invalid Token: 'Invalid token'" });
  await expect(succeed(createToken(), 1)).rejects.toMatchObject({ name: "TaskDoesNotExist" });
  await expect(world.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: "{no" }))).rejects.toMatchObject({
    name: "InvalidOutput",
  });
  await expect(world.client.send(new SendTaskSuccessCommand({ taskToken: undefined, output: "1" }))).rejects.toMatchObject({
    name: "ValidationException",
    message: "1 validation error detected: Value at 'taskToken' failed to satisfy constraint: Member must not be null",
  });
  const tooLong = world.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: `"${"x".repeat(262_144)}"` }));
  await expect(tooLong).rejects.toMatchObject({ name: "ValidationException" });
  const tooManyBytes = world.client.send(
    new SendTaskSuccessCommand({ taskToken: tokens[0], output: `"${"é".repeat(140_000)}"` }),
  );
  await expect(tooManyBytes).rejects.toMatchObject({ name: "ValidationException" });
});

test("a function that fails, or cannot be run, fails the task that would have waited", async () => {
  world = await openWorld({
    hold: () => {
      throw new FunctionError({ errorType: "NotToday", errorMessage: "no" });
    },
  });
  const failing = await world.start(await world.create("failing", oneTask(tokenTask)));
  const missing = await world.start(
    await world.create(
      "missing",
      oneTask({ ...tokenTask, Arguments: { FunctionName: "nobody", Payload: { t: "{% $states.context.Task.Token %}" } } }),
    ),
  );
  await world.settle();
  expect(await world.describe(failing)).toMatchObject({
    status: "FAILED",
    error: "NotToday",
    cause: '{"errorType":"NotToday","errorMessage":"no"}',
  });
  expect(await world.describe(missing)).toMatchObject({
    status: "FAILED",
    error: "Lambda.ResourceNotFoundException",
    cause: "Function not found: nobody",
  });
  expect((await world.history(failing)).map(({ type }) => type)).toContain("TaskFailed");
  expect((await world.history(missing)).map(({ type }) => type)).toContain("TaskSubmitFailed");
});
