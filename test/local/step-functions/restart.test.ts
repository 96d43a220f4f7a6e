import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, describe, expect, test } from "vitest";
import { isWhole } from "../../builders/runs.ts";
import { invokeTask, oneTask, openWorld, roleArn, tokenTask, type World } from "./harness.ts";

describe("closed and opened again", () => {
  let world: World;
  afterEach(() => world.close());

  test("a token lives on, with its heartbeat, and so does a wait", async () => {
    const tokens: string[] = [];
    world = await openWorld({ hold: (payload) => void tokens.push(payload.token ?? "") });
    const held = await world.start(
      await world.create("held", oneTask({ ...tokenTask, TimeoutSeconds: 100, HeartbeatSeconds: 60 })),
    );
    const waiting = await world.start(
      await world.create("waiting", { StartAt: "W", States: { W: { Type: "Wait", Seconds: 50, End: true } } }),
    );
    await world.settle();
    await world.restart();
    await world.settle();
    expect(tokens).toHaveLength(1);
    expect(await world.stepFunctions().nextDue()).toBe(world.now() + 50_000);
    await world.advance(50_000);
    expect((await world.describe(waiting)).status).toBe("SUCCEEDED");
    await world.client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
    await world.restart();
    await world.advance(49_000);
    await world.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '"here"' }));
    await world.settle();
    expect(await world.describe(held)).toMatchObject({ status: "SUCCEEDED", output: '"here"' });
  });

  test("a function that had not answered runs again: with the same token, and answers once", async () => {
    const seen: string[] = [];
    const never = new Promise<void>(() => {});
    let hangs = true;
    world = await openWorld({
      hold: async (payload) => {
        seen.push(payload.token ?? "");
        if (hangs) await never;
      },
      work: async () => {
        seen.push("work");
        if (hangs) await never;
        return "done";
      },
    });
    const held = await world.start(await world.create("held", oneTask(tokenTask)));
    const working = await world.start(await world.create("working", oneTask(invokeTask)));
    await expect.poll(() => seen.length).toBe(2);
    hangs = false;
    await world.restart();
    await world.settle();
    expect(seen).toHaveLength(4);
    expect(seen.filter((token) => token === seen[0])).toHaveLength(2);
    expect(await world.describe(working)).toMatchObject({ status: "SUCCEEDED", output: expect.stringContaining('"done"') });
    await world.client.send(new SendTaskSuccessCommand({ taskToken: seen[0], output: "1" }));
    await world.settle();
    expect((await world.describe(held)).status).toBe("SUCCEEDED");
    const types = (await world.history(held)).map(({ type }) => type);
    expect(types.filter((type) => type === "TaskScheduled" || type === "TaskSubmitted")).toEqual([
      "TaskScheduled",
      "TaskSubmitted",
    ]);
  });

  test("an answer that comes once it is closed is not taken: the function runs again", async () => {
    const answers: PromiseWithResolvers<string>[] = [];
    world = await openWorld({
      work: () => {
        const result = Promise.withResolvers<string>();
        answers.push(result);
        return result.promise;
      },
    });
    const execution = await world.start(await world.create("m", oneTask(invokeTask)));
    await expect.poll(() => answers.length).toBe(1);
    const restarting = world.restart();
    answers[0]?.resolve("too late");
    await restarting;
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.resolve("in time");
    await world.settle();
    expect((await world.describe(execution)).output).toContain("in time");
  });

  test("a delay before a retry, its count and the variables live on", async () => {
    let attempts = 0;
    world = await openWorld({
      work: () => {
        attempts += 1;
        throw new Error("again");
      },
    });
    const states = {
      A: { Type: "Pass", Assign: { kept: "yes" }, Next: "Work" },
      Work: {
        ...invokeTask,
        Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, MaxAttempts: 2 }],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Z" }],
        Next: "Z",
      },
      Z: { Type: "Succeed", Output: "{% $kept %}" },
    };
    const execution = await world.start(await world.create("m", { StartAt: "A", States: states }));
    await world.settle();
    await world.restart();
    await world.advance(10_000);
    await world.restart();
    await world.advance(20_000);
    expect(attempts).toBe(3);
    expect(await world.describe(execution)).toMatchObject({ status: "SUCCEEDED", output: '"yes"' });
  });

  test("what came due while it was closed happens once it is open", async () => {
    world = await openWorld({ hold: () => {} });
    const execution = await world.start(await world.create("m", oneTask({ ...tokenTask, TimeoutSeconds: 5 })));
    await world.settle();
    await world.restart(86_400_000);
    expect((await world.describe(execution)).status).toBe("RUNNING");
    await world.advance(0);
    expect(await world.describe(execution)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });
});

describe("killed", () => {
  const children: ChildProcess[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  async function startInterpreter(folder: string): Promise<{ child: ChildProcess; client: SFNClient }> {
    const script = join(import.meta.dirname, "killed-interpreter.ts");
    const args = [script, join(folder, "database.sqlite"), join(folder, "log")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    const [port] = await once(child.stdout, "data");
    const endpoint = `http://127.0.0.1:${String(port).trim()}`;
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    return { child, client: new SFNClient({ endpoint, region: "ap-southeast-3", credentials, maxAttempts: 1 }) };
  }

  async function kill(child: ChildProcess): Promise<void> {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  test("with SIGKILL, every execution goes on where it stood", async () => {
    const folder = await mkdtemp(join(tmpdir(), "step-functions-"));
    folders.push(folder);
    const invocations = async () =>
      (await readFile(join(folder, "log"), "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
    const before = await startInterpreter(folder);
    const create = async (name: string, task: object) => {
      const definition = JSON.stringify({ QueryLanguage: "JSONata", ...oneTask(task) });
      const { stateMachineArn } = await before.client.send(new CreateStateMachineCommand({ name, definition, roleArn }));
      const { executionArn } = await before.client.send(new StartExecutionCommand({ stateMachineArn, input: '{"id":1}' }));
      return executionArn;
    };
    const held = await create("held", tokenTask);
    const hanging = await create("hanging", { ...invokeTask, Arguments: { FunctionName: "hang" } });
    const submitted = async () => {
      const { events = [] } = await before.client.send(new GetExecutionHistoryCommand({ executionArn: held }));
      return events.some(({ type }) => type === "TaskSubmitted");
    };
    await expect.poll(submitted).toBe(true);
    await expect.poll(async () => (await invocations()).length).toBe(2);
    await kill(before.child);

    const after = await startInterpreter(folder);
    // The one that had answered does not run again, the other does.
    await expect.poll(async () => (await invocations()).filter((line) => line.startsWith("hang"))).toHaveLength(2);
    const holds = (await invocations()).filter((line) => line.startsWith("hold "));
    expect(holds).toHaveLength(1);
    const taskToken = /"token":"([^"]+)"/.exec(holds[0] ?? "")?.[1];
    await after.client.send(new SendTaskSuccessCommand({ taskToken, output: '{"ok":true}' }));
    const status = async (executionArn: string | undefined) =>
      (await after.client.send(new DescribeExecutionCommand({ executionArn }))).status;
    await expect.poll(() => status(held)).toBe("SUCCEEDED");
    expect(await status(hanging)).toBe("RUNNING");
  });

  test.runIf(isWhole)("again and again at any moment, no execution loses or doubles a transition", async () => {
    const folder = await mkdtemp(join(tmpdir(), "step-functions-"));
    folders.push(folder);
    const states = {
      P: { Type: "Pass", Assign: { n: "{% $states.input.n %}" }, Next: "T" },
      T: { ...invokeTask, Output: "{% $n %}", Next: "W" },
      W: { Type: "Wait", Seconds: 0, Next: "C" },
      C: { Type: "Choice", Choices: [{ Condition: "{% $states.input = $n %}", Next: "S" }], Default: "F" },
      S: { Type: "Succeed", Output: "{% $n %}" },
      F: { Type: "Fail" },
    };
    const definition = JSON.stringify({ QueryLanguage: "JSONata", StartAt: "P", States: states });
    const name = "m";
    const count = 60;
    for (let round = 0; round < 4; round += 1) {
      const { child, client } = await startInterpreter(folder);
      const { stateMachineArn } = await client.send(new CreateStateMachineCommand({ name, definition, roleArn }));
      const starting = Array.from({ length: count / 4 }, (_, index) => {
        const n = round * (count / 4) + index;
        return client.send(new StartExecutionCommand({ stateMachineArn, name: `n${n}`, input: JSON.stringify({ n }) }));
      });
      await Promise.all(starting);
      await sleep(Math.random() * 60);
      await kill(child);
    }
    const { client } = await startInterpreter(folder);
    const arn = (n: number) => `arn:aws:states:ap-southeast-3:000000000000:execution:m:n${n}`;
    const describe = (n: number) => client.send(new DescribeExecutionCommand({ executionArn: arn(n) }));
    const numbers = Array.from({ length: count }, (_, n) => n);
    const ended = async () => (await Promise.all(numbers.map(describe))).filter(({ status }) => status === "SUCCEEDED").length;
    await expect.poll(ended, { timeout: 10_000 }).toBe(count);
    for (const n of numbers) {
      expect((await describe(n)).output).toBe(String(n));
      const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn: arn(n) }));
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
      expect(events.map(({ type }) => type)).toEqual([
        "ExecutionStarted",
        "PassStateEntered",
        "PassStateExited",
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskSucceeded",
        "TaskStateExited",
        "WaitStateEntered",
        "WaitStateExited",
        "ChoiceStateEntered",
        "ChoiceStateExited",
        "SucceedStateEntered",
        "SucceedStateExited",
        "ExecutionSucceeded",
      ]);
    }
  });
});
