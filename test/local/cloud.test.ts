import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { type Cloud, startCloud } from "../../local/cloud.ts";
import { isWhole } from "../builders/runs.ts";
import { eventually, fixtureCdkOut, temporaryFolder } from "./fixtures/fixture.ts";

const day = 86_400_000;
const startHere = async (dataFolder = temporaryFolder()): Promise<Cloud> => {
  const cloud = await startCloud({ cdkOut: await fixtureCdkOut(), dataFolder, port: 0 });
  onTestFinished(cloud.close);
  return cloud;
};
const notesOf = (cloud: Cloud): string => cloud.model.tables.find(({ logicalId }) => logicalId.startsWith("Notes"))?.name ?? "";
const putNote = (cloud: Pick<Cloud, "publicUrl">, id: string, dueAt?: number) =>
  fetch(`${cloud.publicUrl}/notes/${id}`, {
    method: "PUT",
    body: JSON.stringify(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }),
  });
const itemSchema = z.object({ Item: z.record(z.string(), z.record(z.string(), z.unknown())).optional() });
const itemOf = async (cloud: Cloud, table: string, key: Record<string, string>) => {
  const Key = Object.fromEntries(Object.entries(key).map(([name, value]) => [name, { S: value }]));
  const { Item } = itemSchema.parse(await cloud.dynamodb("GetItem", { TableName: table, Key }));
  return Item === undefined
    ? undefined
    : Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, Object.values(value)[0]]));
};

describe("the whole cloud on a synthesised app", () => {
  it("takes a request to a function, to a table, over its stream to another function", async () => {
    const cloud = await startHere();
    const response = await putNote(cloud, "first");
    expect([response.status, await response.json()]).toEqual([201, { id: "first" }]);
    await cloud.settle();
    expect(await itemOf(cloud, "copies", { pk: "first" })).toMatchObject({ seen: "1", lastEvent: "INSERT" });
  });

  it.runIf(isWhole)("advances over due rows, schedules and waits of executions, each at its own moment", async () => {
    const cloud = await startHere();
    const start = cloud.clock.now();
    await putNote(cloud, "in-two-days", start + 2 * day);
    await putNote(cloud, "stuck", start + day);
    const sdk = new SFNClient({
      endpoint: cloud.awsUrl,
      region: "ap-southeast-3",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });
    const { executionArn } = await sdk.send(
      new StartExecutionCommand({ stateMachineArn: cloud.model.stateMachines[0]?.arn, input: "{}" }),
    );
    await cloud.advance({ by: 5 * day });
    expect(Math.round((cloud.clock.now() - start) / day)).toBe(5);

    const note = await itemOf(cloud, notesOf(cloud), { pk: "in-two-days", sk: "-" });
    expect(Math.abs(Date.parse(String(note?.doneAt)) - start - 2 * day)).toBeLessThan(30_000);
    const mornings = await itemOf(cloud, "copies", { pk: "schedule:mornings" });
    expect(mornings?.seen).toBe("5");
    expect(mornings?.scheduledTime).toMatch(/T00:00:00Z$/);
    const execution = await sdk.send(new DescribeExecutionCommand({ executionArn }));
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: '{"from":"machine"}' });
    const took = Number(execution.stopDate) - Number(execution.startDate);
    expect(Math.abs(took - 2 * day)).toBeLessThan(30_000);
    sdk.destroy();
  });

  it.runIf(isWhole)("shows itself on its pages, which can move the clock", async () => {
    const cloud = await startHere();
    const before = await (await fetch(`${cloud.publicUrl}/_cloud/api/clock`)).json();
    const moved = await fetch(`${cloud.publicUrl}/_cloud/api/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ by: 3600_000 }),
    });
    expect(moved.status).toBe(200);
    expect(Math.abs(cloud.clock.offset() - 3600_000)).toBeLessThan(5000);
    expect(JSON.stringify(before)).toContain("now");
    for (const page of ["", "/mails", "/executions", "/schedules", "/outbox", "/clock", "/dead-letters", "/logs"]) {
      expect([page, (await fetch(`${cloud.publicUrl}/_cloud${page}`)).status]).toEqual([page, 200]);
    }
    expect(cloud.memory().map(({ name }) => name)).toEqual(expect.arrayContaining(["host", "dynamodb"]));
    expect(cloud.memory().every(({ bytes }) => bytes > 1_000_000)).toBe(true);
  });

  it("keeps everything over a restart, and its data folder to itself", async () => {
    const dataFolder = temporaryFolder();
    const cloud = await startHere(dataFolder);
    await putNote(cloud, "kept");
    await cloud.advance({ by: 3 * day });
    const offset = cloud.clock.offset();
    await expect(startCloud({ cdkOut: await fixtureCdkOut(), dataFolder, port: 0 })).rejects.toThrow(
      `Another embedded cloud (process ${process.pid}) runs on the data folder`,
    );
    await cloud.close();
    const next = await startHere(dataFolder);
    expect(next.clock.offset()).toBe(offset);
    expect(await itemOf(next, "copies", { pk: "kept" })).toMatchObject({ seen: "1" });
  });

  it.runIf(isWhole)("says what port is taken, and leaves nothing behind", async () => {
    const cloud = await startHere();
    const port = Number(new URL(cloud.publicUrl).port);
    const dataFolder = temporaryFolder();
    await expect(startCloud({ cdkOut: await fixtureCdkOut(), dataFolder, port })).rejects.toThrow(`Port ${port} is in use`);
    await startHere(dataFolder);
  });
});

describe("an orderly end", () => {
  const definition = JSON.stringify({
    QueryLanguage: "JSONata",
    StartAt: "Work",
    States: {
      Work: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: "{% $states.input %}", Payload: {} },
        Output: "{% $states.input %}",
        Next: "Again",
      },
      Again: { Type: "Choice", Choices: [{ Condition: true, Next: "Work" }], Default: "Never" },
      Never: { Type: "Succeed" },
    },
  });

  it.runIf(isWhole)("writes no task down as failed whose function ended well", async () => {
    const dataFolder = temporaryFolder();
    const cloud = await startHere(dataFolder);
    // A sweep of what has expired is under way, so that the parts take their time to end while functions still answer.
    const expiresAt = { N: String(Math.floor(cloud.clock.now() / 1000) + 1) };
    const first = { pk: { S: "0-0" }, sk: { S: "-" } };
    for (let batch = 0; batch < 20; batch += 1) {
      const items = Array.from({ length: 25 }, (_, index) => ({ ...first, pk: { S: `${batch}-${index}` }, expiresAt }));
      await cloud.dynamodb("BatchWriteItem", {
        RequestItems: { [notesOf(cloud)]: items.map((Item) => ({ PutRequest: { Item } })) },
      });
    }
    const probe = cloud.model.functions.find(({ logicalId }) => logicalId.startsWith("Probe"))?.name ?? "";
    const roleArn = "arn:aws:iam::000000000000:role/any";
    const made = await cloud.stepFunctions.call("CreateStateMachine", { name: "treadmill", roleArn, definition });
    const { stateMachineArn } = z.object({ stateMachineArn: z.string() }).parse(made.body);
    for (let runs = 0; runs < 10; runs += 1) {
      await cloud.stepFunctions.call("StartExecution", { stateMachineArn, input: JSON.stringify(probe) });
    }
    const database = new DatabaseSync(join(dataFolder, "step-functions.sqlite"), { readOnly: true });
    onTestFinished(() => database.close());
    const count = (type: string) => Number(database.prepare("SELECT count(*) AS n FROM events WHERE type = ?").get(type)?.n);
    await eventually(() => count("TaskSucceeded") > 10, 20_000);
    cloud.clock.jumpTo(cloud.clock.now() + 11 * 60_000);
    await eventually(async () => (await itemOf(cloud, notesOf(cloud), { pk: "0-0", sk: "-" })) === undefined, 20_000);
    await cloud.close();
    expect([count("TaskFailed"), count("ExecutionFailed")]).toEqual([0, 0]);
  });
});

describe("a cloud that is a process of its own", () => {
  const reportSchema = z.object({ publicUrl: z.string(), processes: z.array(z.object({ name: z.string(), pid: z.number() })) });
  const run = async (dataFolder: string) => {
    const child: ChildProcess = spawn(
      process.execPath,
      [join(import.meta.dirname, "fixtures/run-cloud.ts"), await fixtureCdkOut(), dataFolder],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    onTestFinished(() => void child.kill("SIGKILL"));
    if (child.stdout === null) throw new Error("the process has no output");
    for await (const line of createInterface({ input: child.stdout })) return { child, ...reportSchema.parse(JSON.parse(line)) };
    throw new Error("the cloud did not start");
  };
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const alive = (pids: readonly number[]) => pids.filter((pid) => existsSync(`/proc/${pid}`));

  it.runIf(isWhole)("leaves no process behind and loses nothing when it is killed", async () => {
    const dataFolder = temporaryFolder();
    const { child, processes, publicUrl } = await run(dataFolder);
    expect(processes.length).toBeGreaterThanOrEqual(3);
    expect((await putNote({ publicUrl }, "survivor")).status).toBe(201);
    const gone = ended(child);
    child.kill("SIGKILL");
    await gone;
    await eventually(() => alive(processes.map(({ pid }) => pid)).length === 0);
    const cloud = await startHere(dataFolder);
    await cloud.settle();
    expect(await itemOf(cloud, notesOf(cloud), { pk: "survivor", sk: "-" })).toBeDefined();
    expect(Number((await itemOf(cloud, "copies", { pk: "survivor" }))?.seen)).toBeGreaterThanOrEqual(1);
  });

  it.runIf(isWhole)("ends in order when asked to", async () => {
    const { child, processes } = await run(temporaryFolder());
    const gone = ended(child);
    child.kill("SIGTERM");
    expect(await gone).toBe(0);
    expect(alive(processes.map(({ pid }) => pid))).toEqual([]);
  });
});
