import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  ListStateMachinesCommand,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { epoch, openWorld, roleArn, type World } from "./harness.ts";

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
const asText = (definition: object) => JSON.stringify({ QueryLanguage: "JSONata", ...definition });
const refused = (name: string, message?: string) =>
  expect.objectContaining({ name, ...(message === undefined ? {} : { message }) });

describe("state machines", () => {
  test("are created once; the same again is the same, another is refused", async () => {
    const definition = asText(output(1));
    const create = (more: object = {}) =>
      world.client.send(new CreateStateMachineCommand({ name: "m", definition, roleArn, ...more }));
    const first = await create();
    expect([first.stateMachineArn, first.creationDate]).toEqual([`${prefix}:stateMachine:m`, new Date(epoch)]);
    await world.advance(1_000);
    expect((await create()).creationDate).toEqual(new Date(epoch));
    await expect(create({ definition: asText(output(2)) })).rejects.toEqual(
      refused("StateMachineAlreadyExists", `State Machine Already Exists: '${prefix}:stateMachine:m'`),
    );
    await expect(create({ name: "a b" })).rejects.toEqual(refused("InvalidName", "Invalid Name: 'a b'"));
    await expect(create({ name: "x", type: "EXPRESS" })).rejects.toEqual(refused("StateMachineTypeNotSupported"));
    await expect(create({ name: "x", publish: true })).rejects.toEqual(refused("ValidationException"));
    await expect(create({ name: "x", encryptionConfiguration: { type: "AWS_OWNED_KEY" } })).rejects.toEqual(
      refused(
        "ValidationException",
        "1 validation error detected: Value at 'encryptionConfiguration' failed to satisfy constraint: Member is not supported",
      ),
    );
    await expect(create({ name: "x", roleArn: undefined })).rejects.toEqual(
      refused(
        "ValidationException",
        "1 validation error detected: Value at 'roleArn' failed to satisfy constraint: Member must not be null",
      ),
    );
  });

  test("are described as AWS does, with a revision once there was an update", async () => {
    const stateMachineArn = await world.create("m", output(1));
    const describe = async () => {
      const { $metadata: _, ...told } = await world.client.send(new DescribeStateMachineCommand({ stateMachineArn }));
      return told;
    };
    const told = {
      stateMachineArn,
      name: "m",
      status: "ACTIVE",
      definition: asText(output(1)),
      roleArn,
      type: "STANDARD",
      creationDate: new Date(epoch),
      loggingConfiguration: { level: "OFF", includeExecutionData: false },
      tracingConfiguration: { enabled: false },
    };
    expect(await describe()).toEqual(told);
    await world.advance(5_000);
    const updated = await world.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: asText(output(2)) }));
    expect(updated.updateDate).toEqual(new Date(epoch + 5_000));
    expect(await describe()).toEqual({ ...told, definition: asText(output(2)), revisionId: updated.revisionId });
    await expect(world.client.send(new UpdateStateMachineCommand({ stateMachineArn }))).rejects.toEqual(
      refused("MissingRequiredParameter"),
    );
    await expect(world.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: "{}" }))).rejects.toEqual(
      refused("InvalidDefinition"),
    );
  });

  test("are listed in pages", async () => {
    for (const name of ["a", "b", "c"]) await world.create(name, output(1));
    const first = await world.client.send(new ListStateMachinesCommand({ maxResults: 2 }));
    const second = await world.client.send(new ListStateMachinesCommand({ maxResults: 2, nextToken: first.nextToken }));
    expect([first, second].map(({ stateMachines }) => stateMachines?.map(({ name }) => name))).toEqual([["a", "b"], ["c"]]);
    expect(second.nextToken).toBeUndefined();
    expect(second.stateMachines?.[0]).toEqual({
      stateMachineArn: `${prefix}:stateMachine:c`,
      name: "c",
      type: "STANDARD",
      creationDate: new Date(epoch),
    });
    await expect(world.client.send(new ListStateMachinesCommand({ nextToken: "nonsense" }))).rejects.toEqual(
      refused("InvalidToken"),
    );
  });

  test("run an execution by the definition that it started with", async () => {
    const stateMachineArn = await world.create("m", waiting);
    const old = await world.start(stateMachineArn);
    await world.settle();
    await world.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: asText(output("new")) }));
    const fresh = await world.start(stateMachineArn);
    await world.advance(60_000);
    expect([(await world.describe(old)).output, (await world.describe(fresh)).output]).toEqual(['"old"', '"new"']);
    const forOld = await world.client.send(new DescribeStateMachineForExecutionCommand({ executionArn: old }));
    expect(forOld).toMatchObject({ stateMachineArn, name: "m", definition: asText(waiting), roleArn });
  });

  test("that are deleted run their executions to the end, and start no more", async () => {
    const stateMachineArn = await world.create("m", waiting);
    const execution = await world.start(stateMachineArn);
    await world.settle();
    await world.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect((await world.client.send(new DescribeStateMachineCommand({ stateMachineArn }))).status).toBe("DELETING");
    await expect(world.start(stateMachineArn)).rejects.toEqual(refused("StateMachineDeleting"));
    await world.advance(60_000);
    expect((await world.describe(execution)).status).toBe("SUCCEEDED");
    await expect(world.client.send(new DescribeStateMachineCommand({ stateMachineArn }))).rejects.toEqual(
      refused("StateMachineDoesNotExist", `State Machine Does Not Exist: '${stateMachineArn}'`),
    );
    await world.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect(await world.create("m", output(1))).toBe(stateMachineArn);
  });

  test("are put at a deployment: created, left alone, updated", async () => {
    const put = (definition: object) =>
      world.stepFunctions().putStateMachine({ name: "m", definition: asText(definition), roleArn, type: "STANDARD" });
    const describe = async () =>
      world.client.send(new DescribeStateMachineCommand({ stateMachineArn: `${prefix}:stateMachine:m` }));
    expect(await put(output(1))).toEqual({ stateMachineArn: `${prefix}:stateMachine:m` });
    await put(output(1));
    expect((await describe()).revisionId).toBeUndefined();
    await put(output(2));
    expect(await describe()).toMatchObject({ definition: asText(output(2)), revisionId: expect.any(String) });
    await expect(put({ StartAt: "X", States: { X: { Type: "Map" } } })).rejects.toMatchObject({ type: "InvalidDefinition" });
  });
});
