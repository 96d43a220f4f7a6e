import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { eventually } from "../fixtures/fixture.ts";
import { invokeTask, oneTask, openWorld } from "./harness.ts";

describe("a database that somebody else holds for longer than it is waited for", () => {
  test.runIf(isWhole)("holds executions up, and they go on when it is free again", async () => {
    let release = (): void => {};
    const called = new Promise<void>((resolve) => {
      release = resolve;
    });
    let calls = 0;
    const world = await openWorld({
      work: async () => {
        calls += 1;
        await called;
        return "done";
      },
    });
    onTestFinished(() => world.close());
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const machine = await world.create("m", oneTask(invokeTask));
    const answering = await world.start(machine);
    await eventually(() => calls === 1);
    const other = new DatabaseSync(world.database);
    onTestFinished(() => other.close());
    // The next execution has been started and not gone on: its pump and the first one's answer both find the database held.
    const starting = world.stepFunctions().call("StartExecution", { stateMachineArn: machine, name: "second" });
    other.exec("BEGIN IMMEDIATE");
    release();
    await eventually(() => told.mock.calls.length >= 2, 20_000);
    other.exec("ROLLBACK");
    await starting;
    await world.settle();
    expect(told.mock.calls.map(([text]) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining("a transition"), expect.stringContaining("the answer of the task")]),
    );
    expect((await world.describe(answering)).status).toBe("SUCCEEDED");
    expect((await world.describe(answering.replace(/[^:]*$/, "second"))).status).toBe("SUCCEEDED");
    expect(calls).toBe(2);
  });
});
