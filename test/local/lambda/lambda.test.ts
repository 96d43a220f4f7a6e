import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openFunctionLogs } from "../../../local/lambda/function-log.ts";
import { type Lambda, type LambdaOptions, openLambda } from "../../../local/lambda/index.ts";
import { openQueues } from "../../../local/queues/queues.ts";
import { readCloudModel } from "../../../local/template/index.ts";
import { isWhole } from "../../builders/runs.ts";
import { eventually, fixtureCdkOut, temporaryFolder } from "../fixtures/fixture.ts";

const day = 86_400_000;

async function setUp(more: Partial<LambdaOptions> = {}, database = new DatabaseSync(":memory:")) {
  const model = readCloudModel({ cdkOut: await fixtureCdkOut(), publicUrl: "http://127.0.0.1:1" });
  const world = { offset: 0 };
  const clock = { now: () => Date.now() + world.offset, offset: () => world.offset };
  const queues = openQueues({ database, clock, queues: model.queues });
  const dataFolder = temporaryFolder();
  const lambda = await openLambda({
    functions: model.functions,
    database,
    dataFolder,
    clock,
    wake: () => {},
    queues,
    endpoints: { AWS_ENDPOINT_URL: "http://127.0.0.1:1" },
    ...more,
  });
  onTestFinished(lambda.close);
  const nameOf = (start: string): string => model.functions.find(({ logicalId }) => logicalId.startsWith(start))?.name ?? "";
  return { lambda, world, queues, dataFolder, nameOf, probe: nameOf("Probe"), model, database };
}

const call = async (lambda: Lambda, name: string, event: unknown) => {
  const { payload, functionError } = await lambda.invoke(name, JSON.stringify(event));
  return { functionError, result: JSON.parse(payload) };
};

describe("a function", () => {
  it("runs its bundle with Lambda's environment and the template's, and with nothing of the host's", async () => {
    const { lambda, probe } = await setUp();
    const { result } = await call(lambda, probe, { hello: "world" });
    expect(result).toMatchObject({ event: { hello: "world" }, calls: 1, functionName: probe });
    expect(result.environment).toMatchObject({
      COPIES_TABLE: "copies",
      AWS_LAMBDA_FUNCTION_NAME: probe,
      AWS_REGION: "ap-southeast-3",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      TZ: ":UTC",
    });
    expect(result.environment.HOME).toBeUndefined();
    expect(result.environment.VITEST).toBeUndefined();
    expect(result.remaining).toBeGreaterThan(500);
    expect(result.remaining).toBeLessThanOrEqual(1000);
  });

  it("stays warm, and sees the cloud's time, also while it is loaded", async () => {
    const { lambda, probe, world } = await setUp();
    world.offset = 3 * day;
    const first = (await call(lambda, probe, {})).result;
    world.offset = 90 * day;
    const second = (await call(lambda, probe, {})).result;
    expect(second.pid).toBe(first.pid);
    expect(second.calls).toBe(2);
    world.offset = 900 * day;
    expect((await call(lambda, probe, {})).result.parts).toBe(new Date(Date.now() + 900 * day).getUTCFullYear() % 100);
    expect(first.isDate).toBe(true);
    for (const moment of [first.bornAt, first.now, Date.parse(first.iso), first.asFunction, first.formatted]) {
      expect(Math.abs(moment - Date.now() - 3 * day)).toBeLessThan(10_000);
    }
    expect(Math.abs(second.now - Date.now() - 90 * day)).toBeLessThan(10_000);
  });

  it.runIf(isWhole)("gets a process for each of two invocations at once", async () => {
    const { lambda, probe } = await setUp();
    const both = await Promise.all([
      call(lambda, probe, { mode: "sleep", ms: 300 }),
      call(lambda, probe, { mode: "sleep", ms: 300 }),
    ]);
    expect(new Set(both.map(({ result }) => result.pid)).size).toBe(2);
  });

  it.runIf(isWhole)("is ended for memory once for each reading of it, not at each look at the queue", async () => {
    const readings: number[] = [];
    const memory = () => ({ used: readings.shift() ?? 0, allowed: 2 ** 40, free: 2 ** 40 });
    const { lambda, probe, model } = await setUp({ memory });
    const others = model.functions.filter(({ name }) => name !== probe);
    const asleep = Array.from({ length: 4 }, () => call(lambda, probe, { mode: "sleep", ms: 300 }));
    await Promise.all([...asleep, ...others.map(({ name }) => call(lambda, name, { Records: [] }))]);
    const before = lambda.pids().length;
    expect(before).toBeGreaterThanOrEqual(6);
    readings.push(2 ** 40 + 1);
    await vi.waitUntil(() => readings.length === 0, { timeout: 8000 });
    for (let look = 0; look < 5; look += 1) await call(lambda, probe, {});
    expect(lambda.pids()).toHaveLength(before - 1);
  });

  it("writes its output to its log", async () => {
    const { lambda, probe, dataFolder } = await setUp();
    await call(lambda, probe, {});
    const line = await eventually(() => lambda.tail(probe).at(-1));
    expect(JSON.parse(line)).toMatchObject({ message: "probed" });
    expect(readFileSync(join(dataFolder, "logs", `${probe}.log`), "utf8")).toContain("probed");
  });
});

describe("logs", () => {
  it("are written again after their folder was removed", async () => {
    const folder = join(temporaryFolder(), "logs");
    const logs = openFunctionLogs(folder);
    logs.write("f", Buffer.from("one\n"));
    rmSync(folder, { recursive: true });
    logs.write("f", Buffer.from("two\n"));
    expect(logs.tail("f", 10)).toEqual(["two"]);
  });

  it("that cannot be written are told of once and end nothing", () => {
    const folder = join(temporaryFolder(), "logs");
    const logs = openFunctionLogs(folder);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file in the way");
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    logs.write("f", Buffer.from("one\n"));
    logs.write("f", Buffer.from("two\n"));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(logs.tail("f", 10)).toEqual([]);
  });
});

describe("failures are AWS's", () => {
  it("answers an error that was thrown, and goes on with the same process", async () => {
    const { lambda, probe } = await setUp();
    const { functionError, result } = await call(lambda, probe, { mode: "throw" });
    expect(functionError).toBe("Unhandled");
    expect(result).toMatchObject({ errorType: "RangeError", errorMessage: "out of range, as asked" });
    expect(result.trace[0]).toBe("RangeError: out of range, as asked");
    expect((await call(lambda, probe, {})).result.calls).toBe(2);
  });

  it.runIf(isWhole).each(["sleep", "spin"])("ends a function that does not come back (%s), and starts it anew", async (mode) => {
    const { lambda, probe } = await setUp();
    const { result: before } = await call(lambda, probe, {});
    const { functionError, result } = await call(lambda, probe, { mode, ms: 5000 });
    expect(functionError).toBe("Unhandled");
    expect(result.errorType).toBe("Sandbox.Timedout");
    expect(result.errorMessage).toMatch(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/);
    const { result: after } = await call(lambda, probe, {});
    expect(after.pid).not.toBe(before.pid);
    expect(existsSync(`/proc/${before.pid}`)).toBe(false);
  });

  it.runIf(isWhole)("answers a process that ended, one that cannot start, and an answer that is too large", async () => {
    const { lambda, probe, nameOf } = await setUp();
    expect((await call(lambda, probe, { mode: "exit" })).result).toMatchObject({
      errorType: "Runtime.ExitError",
      errorMessage: expect.stringContaining("exit status 3"),
    });
    expect((await call(lambda, nameOf("Broken"), {})).result).toMatchObject({
      errorType: "TypeError",
      errorMessage: "cannot start",
    });
    expect((await call(lambda, probe, { mode: "big" })).result).toMatchObject({ errorType: "Function.ResponseSizeTooLarge" });
  });
});

describe("a process that ends itself", () => {
  it.runIf(isWhole).each([
    ["uncaught", "Runtime.UncaughtException"],
    ["reject", "Runtime.UnhandledPromiseRejection"],
  ])("takes no invocation of somebody else with it (%s)", async (mode, errorType) => {
    const { lambda, probe } = await setUp({ maximumChildren: 1 });
    await call(lambda, probe, {});
    for (let round = 0; round < 5; round += 1) {
      const [guilty, ...innocent] = await Promise.all([
        call(lambda, probe, { mode }),
        call(lambda, probe, { round }),
        call(lambda, probe, { round }),
      ]);
      expect(guilty?.result).toMatchObject({ errorType });
      expect(innocent.map(({ functionError }) => functionError)).toEqual([undefined, undefined]);
    }
  });
});

describe("the largest payload", () => {
  it.runIf(isWhole)("is 6 MB of request and a little more of answer, whoever calls", async () => {
    const { lambda, probe } = await setUp();
    const sized = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;
    await expect(lambda.invoke(probe, sized(6_291_457))).rejects.toMatchObject({ name: "RequestTooLargeException" });
    expect((await lambda.invoke(probe, sized(6_291_456))).functionError).toBe("Unhandled");
  });
});

describe("the pool", () => {
  it.runIf(isWhole)("keeps at most its number of processes: the one idle for longest goes", async () => {
    const { lambda, probe, nameOf } = await setUp({ maximumChildren: 2 });
    await call(lambda, probe, {});
    await call(lambda, nameOf("Sweep"), {});
    await call(lambda, nameOf("CopyNote"), { Records: [] });
    expect(
      lambda
        .pids()
        .map(({ functionName }) => functionName)
        .sort(),
    ).toEqual([nameOf("CopyNote"), nameOf("Sweep")].sort());
  });

  it("serves more at once than it has processes", async () => {
    const { lambda, probe } = await setUp({ maximumChildren: 2 });
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => call(lambda, probe, { index })));
    expect(all.map(({ result }) => result.event.index)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(new Set(all.map(({ result }) => result.pid)).size).toBeLessThanOrEqual(2);
  });

  it.runIf(isWhole)("stays within its number however long many wait, as long as some are answered", async () => {
    const { lambda, probe } = await setUp({ maximumChildren: 2 });
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, lambda.pids().length);
    }, 5);
    onTestFinished(() => clearInterval(watch));
    await Promise.all(Array.from({ length: 12 }, () => call(lambda, probe, { mode: "sleep", ms: 200 })));
    expect(most).toBe(2);
  });

  it("ends its processes when it closes", async () => {
    const { lambda, probe } = await setUp();
    const { result } = await call(lambda, probe, {});
    await lambda.close();
    expect(existsSync(`/proc/${result.pid}`)).toBe(false);
  });
});

describe("asynchronous invocations", () => {
  it("are tried three times, a minute and two minutes apart, and then go to the queue", async () => {
    const { lambda, probe, world, queues, dataFolder, model } = await setUp();
    const file = join(dataFolder, "touched");
    const touches = () => (existsSync(file) ? readFileSync(file, "utf8").length : 0);
    lambda.enqueue(probe, JSON.stringify({ mode: "touch-and-throw", file }));
    await lambda.runDue();
    await eventually(() => touches() === 1 && lambda.busy() === 0);
    const due = Number(await lambda.nextDue());
    expect(due - Date.now()).toBeGreaterThan(55_000);
    await lambda.runDue();
    expect(lambda.busy()).toBe(0);
    world.offset += 61_000;
    await lambda.runDue();
    await eventually(() => touches() === 2 && lambda.busy() === 0);
    world.offset += 121_000;
    await lambda.runDue();
    await eventually(() => touches() === 3 && queues.list().length === 1);
    const [letter] = queues.list();
    expect(letter?.queueArn).toBe(model.queues[0]?.arn);
    expect(JSON.parse(letter?.body ?? "")).toMatchObject({
      requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 3 },
      requestPayload: { mode: "touch-and-throw" },
      responsePayload: { errorMessage: "touched and failed" },
    });
    expect(lambda.nextDue()).toBeUndefined();
  });

  it("are not run for ever where what failed for good cannot be sent on", async () => {
    const { lambda, probe, database } = await setUp({
      queues: {
        list: () => [],
        send: () => {
          throw new Error("no such queue");
        },
      },
    });
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    lambda.enqueue(probe, JSON.stringify({ mode: "throw" }));
    database.exec("UPDATE event_invocations SET attempt = 3");
    await lambda.runDue();
    await eventually(() => told.mock.calls.length === 1);
    expect(lambda.nextDue()).toBeUndefined();
  });

  it("outlive the host that took them", async () => {
    const { lambda, probe, database } = await setUp();
    lambda.enqueue(probe, "{}");
    await lambda.close();
    const { lambda: next, dataFolder } = await setUp({}, database);
    expect(next.nextDue()).toBeLessThanOrEqual(Date.now());
    await next.runDue();
    await eventually(() => existsSync(join(dataFolder, "logs", `${probe}.log`)) && next.busy() === 0);
    expect(next.nextDue()).toBeUndefined();
  });
});

describe("the Lambda API, by the SDK", () => {
  const client = async (lambda: Lambda): Promise<LambdaClient> => {
    const server = createServer((request, response) => void lambda.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const made = new LambdaClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: "ap-southeast-3",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      maxAttempts: 1,
    });
    onTestFinished(() => {
      made.destroy();
      server.close();
    });
    return made;
  };

  it.runIf(isWhole)("invokes by name and by ARN, and tells errors of functions from its own", async () => {
    const { lambda, probe, model } = await setUp();
    const sdk = await client(lambda);
    const arn = model.functions.find(({ name }) => name === probe)?.arn ?? "";
    for (const FunctionName of [probe, arn, `${arn}:$LATEST`]) {
      const { StatusCode, Payload, FunctionError } = await sdk.send(new InvokeCommand({ FunctionName, Payload: '{"a":1}' }));
      expect([StatusCode, FunctionError]).toEqual([200, undefined]);
      expect(JSON.parse(Payload?.transformToString() ?? "").event).toEqual({ a: 1 });
    }
    const failed = await sdk.send(new InvokeCommand({ FunctionName: probe, Payload: '{"mode":"throw"}' }));
    expect(failed.FunctionError).toBe("Unhandled");
    expect((await sdk.send(new InvokeCommand({ FunctionName: probe, Qualifier: "$LATEST" }))).StatusCode).toBe(200);
    const unknown = [
      { FunctionName: "nobody" },
      { FunctionName: `${arn}:live` },
      { FunctionName: `${probe}:7` },
      { FunctionName: probe, Qualifier: "live" },
    ];
    for (const input of unknown) {
      await expect(sdk.send(new InvokeCommand(input))).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    }
    await expect(sdk.send(new InvokeCommand({ FunctionName: probe, Payload: "{no json" }))).rejects.toMatchObject({
      name: "InvalidRequestContentException",
    });
    await expect(
      sdk.send(new InvokeCommand({ FunctionName: probe, Payload: JSON.stringify("x".repeat(7_000_000)) })),
    ).rejects.toMatchObject({
      name: "RequestTooLargeException",
    });
    expect((await sdk.send(new InvokeCommand({ FunctionName: probe, InvocationType: "DryRun" }))).StatusCode).toBe(204);
    expect((await sdk.send(new ListFunctionsCommand({}))).Functions).toHaveLength(model.functions.length);
  });

  it("knows the versions and aliases that the template has", async () => {
    const { model } = await setUp();
    const functions = model.functions.map((item) => ({ ...item, qualifiers: ["live"] }));
    const { lambda, probe } = await setUp({ functions });
    const sdk = await client(lambda);
    expect((await sdk.send(new InvokeCommand({ FunctionName: probe, Qualifier: "live" }))).StatusCode).toBe(200);
    await expect(lambda.invoke(`${probe}:dead`, "{}")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  it("takes events and runs them later", async () => {
    const { lambda, probe, dataFolder } = await setUp();
    const sdk = await client(lambda);
    const file = join(dataFolder, "touched");
    const Payload = JSON.stringify({ mode: "touch", file });
    expect((await sdk.send(new InvokeCommand({ FunctionName: probe, InvocationType: "Event", Payload }))).StatusCode).toBe(202);
    expect(existsSync(file)).toBe(false);
    await lambda.runDue();
    await eventually(() => existsSync(file));
  });
});
