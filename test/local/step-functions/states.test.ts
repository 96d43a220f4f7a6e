import { afterEach, describe, expect, test } from "vitest";
import { invokeTask, openWorld, roleArn, type World } from "./harness.ts";

let world: World;
afterEach(() => world.close());

/** Runs a machine of JSONata states to its end (or rest), and gives its parsed output. */
async function run(definition: object, input: unknown = {}): Promise<unknown> {
  const execution = await world.start(await world.create("m", definition), input, "run");
  await world.settle();
  const { status, output, error, cause } = await world.describe(execution);
  return status === "SUCCEEDED" ? JSON.parse(output ?? "") : { status, error, cause };
}

describe("Pass", () => {
  test("hands its input on, and its output where it has one, at any depth", async () => {
    world = await openWorld();
    const states = {
      One: { Type: "Pass", Next: "Two" },
      Two: {
        Type: "Pass",
        Comment: "literals stay, expressions are evaluated",
        Output: {
          n: "{% $states.input.n + 1 %}",
          deep: [{ text: "as it is" }, "{% $states.input.list[0] %}"],
          spaced: " {% 1 %}",
          nothing: null,
        },
        End: true,
      },
    };
    expect(await run({ StartAt: "One", States: states }, { n: 1, list: ["a", "b"] })).toEqual({
      n: 2,
      deep: [{ text: "as it is" }, "a"],
      spaced: " {% 1 %}",
      nothing: null,
    });
  });

  test("assigns variables that its own output does not see yet, and later states do", async () => {
    world = await openWorld();
    const states = {
      One: { Type: "Pass", Assign: { x: 1, y: { z: "{% $states.input.v %}" } }, Next: "Two" },
      Two: { Type: "Pass", Assign: { x: "{% $x + 1 %}", old: "{% $x %}" }, Output: { x: "{% $x %}" }, Next: "Three" },
      Three: {
        Type: "Pass",
        Output: { x: "{% $x %}", old: "{% $old %}", z: "{% $y.z %}", before: "{% $states.input.x %}" },
        End: true,
      },
    };
    expect(await run({ StartAt: "One", States: states }, { v: "kept" })).toEqual({ x: 2, old: 1, z: "kept", before: 1 });
  });
});

describe("Choice", () => {
  const definition = {
    StartAt: "Which",
    States: {
      Which: {
        Type: "Choice",
        Choices: [
          {
            Condition: "{% $states.input.n > 10 %}",
            Next: "Big",
            Output: { big: "{% $states.input.n %}" },
            Assign: { size: "big" },
          },
          { Condition: "{% $states.input.n > 5 %}", Next: "Middle" },
        ],
        Default: "Small",
        Output: "by default",
      },
      Big: { Type: "Succeed", Output: ["{% $states.input %}", "{% $size %}"] },
      Middle: { Type: "Succeed" },
      Small: { Type: "Succeed" },
    },
  };
  test.each([
    [11, [{ big: 11 }, "big"]],
    [6, { n: 6 }],
    [1, "by default"],
  ])("takes the first rule that holds, else the default: %i", async (n, output) => {
    world = await openWorld();
    expect(await run(definition, { n })).toEqual(output);
  });

  test("fails without a rule that holds and a default, in AWS's words", async () => {
    world = await openWorld();
    const { Default: _, Output: __, ...which } = definition.States.Which;
    const { Small: ___, ...states } = definition.States;
    expect(await run({ ...definition, States: { ...states, Which: which } }, { n: 1 })).toEqual({
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'Which' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
    });
  });
});

describe("Wait", () => {
  test("waits for its seconds to the millisecond", async () => {
    world = await openWorld();
    const wait = { Type: "Wait", Seconds: "{% $states.input.seconds %}", Output: { waited: true }, End: true };
    const execution = await world.start(await world.create("m", { StartAt: "W", States: { W: wait } }), { seconds: 3600 });
    await world.settle();
    expect(await world.stepFunctions().nextDue()).toBe(world.now() + 3_600_000);
    await world.advance(3_599_999);
    expect((await world.describe(execution)).status).toBe("RUNNING");
    await world.advance(1);
    expect(await world.describe(execution)).toMatchObject({ status: "SUCCEEDED", output: '{"waited":true}' });
    expect(await world.stepFunctions().nextDue()).toBeUndefined();
  });

  test("waits for a timestamp, and not at all for one that is past", async () => {
    world = await openWorld();
    const machine = await world.create("m", {
      StartAt: "W",
      States: { W: { Type: "Wait", Timestamp: "{% $states.input %}", End: true } },
    });
    const coming = await world.start(machine, "2026-01-05T10:00:00+07:00");
    const past = await world.start(machine, "2020-01-01T00:00:00Z");
    await world.advance(0);
    expect((await world.describe(past)).status).toBe("SUCCEEDED");
    await world.advance(3_600_000 - 1);
    expect((await world.describe(coming)).status).toBe("RUNNING");
    await world.advance(1);
    expect((await world.describe(coming)).status).toBe("SUCCEEDED");
  });

  test.each([
    [
      { Seconds: "{% $states.input %}" },
      "soon",
      "The JSONata expression '$states.input' specified for the field 'Seconds' returned an unexpected result type. Expected 'number', but was 'string' for value: \"soon\"",
    ],
    [
      { Seconds: "{% $states.input %}" },
      -1,
      "The value specified for the field 'Seconds' must be an integer from 0 to 99999999, but was -1",
    ],
    [
      { Timestamp: "{% $states.input %}" },
      "tomorrow",
      "The value specified for the field 'Timestamp' must be a timestamp of RFC 3339, but was 'tomorrow'",
    ],
  ])("fails on %j of %j", async (field, input, cause) => {
    world = await openWorld();
    expect(await run({ StartAt: "W", States: { W: { Type: "Wait", ...field, End: true } } }, input)).toEqual({
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause: `An error occurred while executing the state 'W' (entered at the event id #2). ${cause}`,
    });
  });
});

test("Fail tells its error and cause, evaluated; both may be missing", async () => {
  world = await openWorld();
  const fail = { Type: "Fail", Error: "{% $states.input.e %}", Cause: "{% 'because of ' & $states.input.why %}" };
  expect(await run({ StartAt: "F", States: { F: fail } }, { e: "Own.Error", why: "rain" })).toEqual({
    status: "FAILED",
    error: "Own.Error",
    cause: "because of rain",
  });
  const silent = await world.start(await world.create("silent", { StartAt: "F", States: { F: { Type: "Fail" } } }));
  await world.settle();
  const told = await world.describe(silent);
  expect([told.status, told.error, told.cause]).toEqual(["FAILED", undefined, undefined]);
});

test("a task's result is AWS's answer to Invoke, and its context tells where it stands", async () => {
  const seen: unknown[] = [];
  world = await openWorld({
    work: (payload) => {
      seen.push(payload);
      return { done: true };
    },
  });
  const task = {
    ...invokeTask,
    Arguments: {
      FunctionName: "work",
      Payload: { context: "{% $states.context %}", token: "{% $exists($states.context.Task) %}" },
    },
    End: true,
  };
  expect(await run({ StartAt: "Work it", States: { "Work it": task } }, { id: 7 })).toEqual({
    ExecutedVersion: "$LATEST",
    Payload: { done: true },
    StatusCode: 200,
  });
  expect(seen).toEqual([
    {
      token: false,
      context: {
        Execution: {
          Id: "arn:aws:states:ap-southeast-3:000000000000:execution:m:run",
          Input: { id: 7 },
          Name: "run",
          RoleArn: roleArn,
          StartTime: "2026-01-05T02:00:00.000Z",
          RedriveCount: 0,
        },
        State: { EnteredTime: "2026-01-05T02:00:00.000Z", Name: "Work it", RetryCount: 0 },
        StateMachine: { Id: "arn:aws:states:ap-southeast-3:000000000000:stateMachine:m", Name: "m" },
      },
    },
  ]);
});

describe("startExecution", () => {
  const wait = { Type: "Wait", Seconds: 60, Output: { got: "{% $states.input %}" }, End: true };
  const child = { StartAt: "C", States: { C: wait } };
  const parent = (values: object) => ({
    StartAt: "P",
    States: { P: { Type: "Task", Resource: "arn:aws:states:::states:startExecution", Arguments: values, End: true } },
  });

  test("starts another machine once by its name, and does not wait for it", async () => {
    world = await openWorld();
    const stateMachineArn = await world.create("child", child);
    const machine = await world.create(
      "parent",
      parent({ StateMachineArn: stateMachineArn, Name: "{% 'c-' & $states.input.id %}", Input: "{% $states.input %}" }),
    );
    const [first, second] = [await world.start(machine, { id: 1 }), await world.start(machine, { id: 1 })];
    await world.settle();
    const executionArn = "arn:aws:states:ap-southeast-3:000000000000:execution:child:c-1";
    for (const execution of [first, second]) {
      const { output = "" } = await world.describe(execution);
      expect(JSON.parse(output)).toEqual({ ExecutionArn: executionArn, StartDate: "2026-01-05T02:00:00.000Z" });
    }
    expect((await world.describe(executionArn)).status).toBe("RUNNING");
    await world.advance(60_000);
    expect(await world.describe(executionArn)).toMatchObject({ status: "SUCCEEDED", output: '{"got":{"id":1}}' });
    const third = await world.start(machine, { id: 1 });
    await world.settle();
    expect(await world.describe(third)).toMatchObject({
      status: "FAILED",
      error: "StepFunctions.ExecutionAlreadyExistsException",
      cause: expect.stringMatching(
        /^Execution Already Exists: '.*:child:c-1' \(Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; /,
      ),
    });
  });

  test("fails for a machine that does not exist", async () => {
    world = await openWorld();
    const arn = "arn:aws:states:ap-southeast-3:000000000000:stateMachine:none";
    const execution = await world.start(await world.create("parent", parent({ StateMachineArn: arn })));
    await world.settle();
    expect(await world.describe(execution)).toMatchObject({
      status: "FAILED",
      error: "StepFunctions.StateMachineDoesNotExistException",
    });
  });
});
