import {
  CreateActivityCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { epoch, openWorld, type World } from "./harness.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const prefix = "arn:aws:states:ap-southeast-3:000000000000";
const output = (value: unknown) => ({ StartAt: "P", States: { P: { Type: "Pass", Output: value, End: true } } });
const waiting = {
  StartAt: "W",
  States: { W: { Type: "Wait", Seconds: 60, Next: "P" }, P: { Type: "Pass", Output: "old", End: true } },
};
const refused = (name: string, message?: string) =>
  expect.objectContaining({ name, ...(message === undefined ? {} : { message }) });

describe("executions", () => {
  const begin = (stateMachineArn: string, name: string, input: string) =>
    world.client.send(new StartExecutionCommand({ stateMachineArn, name, input }));

  test("have a name of their own: the same input joins the running one, all else is refused", async () => {
    const machine = await world.create("m", waiting);
    const first = await begin(machine, "n", '{"a":1}');
    await world.advance(10_000);
    const joined = await begin(machine, "n", '{"a":1}');
    expect([joined.executionArn, joined.startDate]).toEqual([`${prefix}:execution:m:n`, first.startDate]);
    const exists = refused("ExecutionAlreadyExists", `Execution Already Exists: '${prefix}:execution:m:n'`);
    await expect(begin(machine, "n", '{"a":2}')).rejects.toEqual(exists);
    await world.advance(50_000);
    expect((await world.describe(first.executionArn ?? "")).status).toBe("SUCCEEDED");
    await expect(begin(machine, "n", '{"a":1}')).rejects.toEqual(exists);
    await world.advance(90 * 86_400_000 - 1);
    await expect(begin(machine, "n", '{"a":1}')).rejects.toEqual(exists);
    await world.advance(1);
    expect((await begin(machine, "n", '{"a":3}')).startDate).toEqual(new Date(world.now()));
    await world.settle();
    expect((await world.history(`${prefix}:execution:m:n`)).map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
    ]);
  });

  test("refuse what is no input, no name, no machine", async () => {
    const machine = await world.create("m", output(1));
    await expect(begin(machine, "n", "not json")).rejects.toEqual(refused("InvalidExecutionInput"));
    await expect(begin(machine, "n", "")).rejects.toEqual(
      refused("InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'"),
    );
    await expect(begin(machine, "a/b", "{}")).rejects.toEqual(refused("InvalidName"));
    await expect(begin("m", "n", "{}")).rejects.toEqual(refused("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: m'"));
    await expect(begin(`${prefix}:stateMachine:none`, "n", "{}")).rejects.toEqual(
      refused("StateMachineDoesNotExist", `State Machine Does Not Exist: '${prefix}:stateMachine:none'`),
    );
    await expect(begin("arn:aws:states:eu-west-1:000000000000:stateMachine:m", "n", "{}")).rejects.toEqual(refused("InvalidArn"));
    await expect(begin(machine, "n", JSON.stringify("x".repeat(262_144)))).rejects.toEqual(refused("ValidationException"));
    expect((await begin(machine, "n", "null")).executionArn).toBe(`${prefix}:execution:m:n`);
  });

  test("are described as AWS does", async () => {
    const machine = await world.create("m", waiting);
    const { executionArn = "" } = await world.client.send(
      new StartExecutionCommand({ stateMachineArn: machine, name: "n", traceHeader: "Root=1" }),
    );
    await world.settle();
    const describe = async () => {
      const { $metadata: _, ...told } = await world.client.send(new DescribeExecutionCommand({ executionArn }));
      return told;
    };
    const told = {
      executionArn,
      stateMachineArn: machine,
      name: "n",
      startDate: new Date(epoch),
      input: "{}",
      inputDetails: { included: true },
      traceHeader: "Root=1",
      redriveCount: 0,
      redriveStatus: "NOT_REDRIVABLE",
    };
    expect(await describe()).toEqual({
      ...told,
      status: "RUNNING",
      redriveStatusReason: "Execution is RUNNING and cannot be redriven",
    });
    await world.advance(60_000);
    expect(await describe()).toEqual({
      ...told,
      status: "SUCCEEDED",
      stopDate: new Date(epoch + 60_000),
      output: '"old"',
      outputDetails: { included: true },
      redriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
    });
    const bare = await world.client.send(new DescribeExecutionCommand({ executionArn, includedData: "METADATA_ONLY" }));
    expect([bare.input, bare.output, bare.inputDetails]).toEqual([undefined, undefined, { included: false }]);
    await expect(world.describe(`${prefix}:execution:m:none`)).rejects.toEqual(
      refused("ExecutionDoesNotExist", `Execution Does Not Exist: '${prefix}:execution:m:none'`),
    );
    await expect(world.describe(machine)).rejects.toEqual(
      refused("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: stateMachine'"),
    );
  });

  test("are listed by status, the latest first, in pages", async () => {
    const stateMachineArn = await world.create("m", waiting);
    for (const name of ["one", "two", "three", "four"]) await begin(stateMachineArn, name, "{}");
    await world.settle();
    await world.client.send(new StopExecutionCommand({ executionArn: `${prefix}:execution:m:three` }));
    const list = async (more: object) => world.client.send(new ListExecutionsCommand({ stateMachineArn, ...more }));
    const names = ({ executions }: { executions?: { name?: string | undefined }[] | undefined }) =>
      executions?.map(({ name }) => name);
    expect(names(await list({}))).toEqual(["four", "three", "two", "one"]);
    const first = await list({ statusFilter: "RUNNING", maxResults: 2 });
    expect(names(first)).toEqual(["four", "two"]);
    const second = await list({ statusFilter: "RUNNING", maxResults: 2, nextToken: first.nextToken });
    expect([names(second), second.nextToken]).toEqual([["one"], undefined]);
    expect((await list({ statusFilter: "ABORTED" })).executions).toEqual([
      {
        executionArn: `${prefix}:execution:m:three`,
        stateMachineArn,
        name: "three",
        status: "ABORTED",
        startDate: new Date(epoch),
        stopDate: new Date(epoch),
      },
    ]);
    // On AWS it might be redriven. Nobody can do that here, so nobody is told so.
    expect(await world.describe(`${prefix}:execution:m:three`)).toMatchObject({
      redriveStatus: "NOT_REDRIVABLE",
      redriveStatusReason: "Execution is ABORTED and RedriveExecution is not known here",
    });
    await expect(list({ mapRunArn: "x" })).rejects.toEqual(refused("ValidationException"));
    await expect(list({ maxResults: 1_001 })).rejects.toEqual(
      refused(
        "ValidationException",
        "1 validation error detected: Value at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
      ),
    );
    await expect(list({ stateMachineArn: `${prefix}:stateMachine:none` })).rejects.toEqual(refused("StateMachineDoesNotExist"));
  });

  test("that are over stay as they ended when they are stopped", async () => {
    const execution = await world.start(await world.create("m", output(1)));
    await world.settle();
    await world.advance(5_000);
    const { stopDate } = await world.client.send(new StopExecutionCommand({ executionArn: execution, error: "Late" }));
    expect(stopDate).toEqual(new Date(epoch));
    expect((await world.describe(execution)).status).toBe("SUCCEEDED");
    await expect(world.client.send(new StopExecutionCommand({ executionArn: `${prefix}:execution:m:none` }))).rejects.toEqual(
      refused("ExecutionDoesNotExist"),
    );
    await expect(
      world.client.send(new GetExecutionHistoryCommand({ executionArn: `${prefix}:execution:m:none` })),
    ).rejects.toEqual(refused("ExecutionDoesNotExist"));
  });
});

test("operations that are not done here are refused by name, and so is what is no call", async () => {
  await expect(world.client.send(new RedriveExecutionCommand({ executionArn: `${prefix}:execution:m:n` }))).rejects.toEqual(
    refused("UnknownOperationException", "The operation 'RedriveExecution' is not supported"),
  );
  await expect(world.client.send(new CreateActivityCommand({ name: "a" }))).rejects.toEqual(refused("UnknownOperationException"));
  const { hostname, port, protocol } = (await world.client.config.endpoint?.()) ?? {};
  const url = `${protocol}//${hostname}:${port}/`;
  expect((await fetch(url)).status).toBe(400);
  const broken = await fetch(url, {
    method: "POST",
    body: "{",
    headers: { "x-amz-target": "AWSStepFunctions.ListStateMachines" },
  });
  expect(await broken.json()).toMatchObject({ __type: "SerializationException" });
});
