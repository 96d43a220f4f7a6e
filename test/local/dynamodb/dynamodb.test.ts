import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it, onTestFinished } from "vitest";
import { createDynamoDbClient } from "../../../local/dynamodb/client.ts";
import { createTables } from "../../../local/dynamodb/create-tables.ts";
import { createDueRows, momentOf } from "../../../local/dynamodb/due-rows.ts";
import { startDynamoDb } from "../../../local/dynamodb/dynoxide.ts";
import { createExpirySweeper } from "../../../local/dynamodb/sweep-expired.ts";
import { readCloudModel } from "../../../local/template/index.ts";
import { eventually, fixtureCdkOut, temporaryFolder } from "../fixtures/fixture.ts";

async function setUp(folder = temporaryFolder()) {
  const model = readCloudModel({ cdkOut: await fixtureCdkOut(), publicUrl: "http://127.0.0.1:1" });
  const server = await startDynamoDb({ folder });
  const { call, close } = createDynamoDbClient(server.endpoint);
  onTestFinished(async () => {
    close();
    await server.close();
  });
  await createTables(call, model.tables);
  const notes = model.tables.find(({ logicalId }) => logicalId.startsWith("Notes"));
  if (notes === undefined) throw new Error("the fixture has a table Notes");
  return { server, call, tables: model.tables, notes, folder };
}

describe("DynamoDB", () => {
  it("has the template's tables, and keeps what is in them over a restart", async () => {
    const { server, notes, folder, call } = await setUp();
    const sdk = (endpoint: string) =>
      new DynamoDBClient({ endpoint, region: "ap-southeast-3", credentials: { accessKeyId: "a", secretAccessKey: "b" } });
    await sdk(server.endpoint).send(new PutItemCommand({ TableName: notes.name, Item: { pk: { S: "a" }, sk: { S: "-" } } }));
    expect(await call("DescribeTimeToLive", { TableName: notes.name })).toMatchObject({
      TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" },
    });
    await server.close();
    const { server: next } = await setUp(folder);
    const { Item } = await sdk(next.endpoint).send(
      new GetItemCommand({ TableName: notes.name, Key: { pk: { S: "a" }, sk: { S: "-" } } }),
    );
    expect(Item?.pk?.S).toBe("a");
  });

  it("answers at an address that nobody guesses, since it lets every web page in that finds it", async () => {
    const [first, second] = [(await setUp()).server, (await setUp()).server];
    const [one, other] = [new URL(first.endpoint), new URL(second.endpoint)];
    expect(one.hostname).toMatch(/^127\./);
    expect(one.hostname).not.toBe(other.hostname);
    const usual = fetch(`http://127.0.0.1:${one.port}/`).then(
      () => "reached",
      () => "not there",
    );
    expect(await usual).toBe("not there");
  });

  it("refuses a data folder whose table has another shape, saying how it differs", async () => {
    const { call, notes } = await setUp();
    const changed = { ...notes, globalSecondaryIndexes: [] };
    await expect(createTables(call, [changed])).rejects.toThrow(
      /differs from the template's[\s\S]*global secondary indexes[\s\S]*pending/,
    );
  });

  it("adds to a data folder's table the index that it had not yet, filled with what stands there", async () => {
    const { call, notes } = await setUp();
    const [index] = notes.globalSecondaryIndexes;
    if (!index) throw new Error("the notes have an index");
    await call("PutItem", { TableName: notes.name, Item: { pk: { S: "a" }, sk: { S: "b" }, later: { S: "c" } } });
    const later = { ...index, indexName: "later", keySchema: [{ attributeName: "later", keyType: "HASH" as const }] };
    const grown = {
      ...notes,
      attributeDefinitions: [...notes.attributeDefinitions, { attributeName: "later", attributeType: "S" as const }],
      globalSecondaryIndexes: [...notes.globalSecondaryIndexes, later],
    };
    await createTables(call, [grown]);
    await createTables(call, [grown]);
    const query = { IndexName: "later", KeyConditionExpression: "later = :c", ExpressionAttributeValues: { ":c": { S: "c" } } };
    expect(await call("Query", { TableName: notes.name, ...query })).toMatchObject({ Count: 1 });
  });

  it("is started again when it dies", async () => {
    const { server, call } = await setUp();
    const before = server.pid();
    if (before === undefined) throw new Error("Dynoxide runs here");
    process.kill(before, "SIGKILL");
    await eventually(() => server.pid() !== before && call("ListTables", {}).catch(() => undefined));
  });

  it("ends the process that a killed cloud has left on its folder", async () => {
    const { server, folder } = await setUp();
    const orphan = server.pid();
    await startDynamoDb({ folder }).then((second) => onTestFinished(second.close));
    await eventually(() => server.pid() !== orphan);
    expect(existsSync(`/proc/${orphan}`)).toBe(false);
    // The first supervisor would start its own again: two clouds on one folder are kept apart by the folder's lock.
    await server.close();
  });
});

describe("a table with a stream", () => {
  it("is written to no slower when it has had many writes: the sequence is looked up by an index", async () => {
    const { folder } = await setUp();
    const database = new DatabaseSync(join(folder, "dynamodb.sqlite"));
    onTestFinished(() => database.close());
    const query = "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1";
    const [step] = database.prepare(`EXPLAIN QUERY PLAN ${query}`).all("notes");
    expect(step?.detail).toContain("titian_stream_sequence");
  });
});

describe("time to live", () => {
  it("takes items whose time is over by the cloud's clock, and no others", async () => {
    const { call, tables, notes } = await setUp();
    const now = Math.floor(Date.now() / 1000);
    const put = (pk: string, more: Record<string, unknown>) =>
      call("PutItem", { TableName: notes.name, Item: { pk: { S: pk }, sk: { S: "-" }, ...more } });
    await put("in an hour", { expiresAt: { N: String(now + 3600) } });
    await put("in a day", { expiresAt: { N: String(now + 86_400) } });
    await put("never", {});
    await put("long ago, a mistake", { expiresAt: { N: "12" } });
    const world = { offset: 0 };
    const sweeper = createExpirySweeper({
      call,
      tables,
      clock: { now: () => Date.now() + world.offset, offset: () => world.offset },
    });
    await sweeper.runDue();
    world.offset = 2 * 3600_000;
    expect(sweeper.nextDue()).toBeLessThan(Date.now() + world.offset);
    await sweeper.runDue();
    const left = await call("Scan", { TableName: notes.name });
    expect(JSON.stringify(left)).not.toContain("in an hour");
    expect(left).toMatchObject({ Count: 3 });
  });

  it("stops in the middle of a sweep when the cloud ends", async () => {
    const { call, tables, notes } = await setUp();
    const past = { N: String(Math.floor(Date.now() / 1000) + 1) };
    const items = Array.from({ length: 25 }, (_, index) => ({ pk: { S: `old ${index}` }, sk: { S: "-" }, expiresAt: past }));
    await call("BatchWriteItem", { RequestItems: { [notes.name]: items.map((Item) => ({ PutRequest: { Item } })) } });
    const world = { offset: 0 };
    let deleted = 0;
    const sweeper = createExpirySweeper({
      call: (operation, input) => {
        if (operation === "DeleteItem") deleted += 1;
        if (deleted === 3) sweeper.stop();
        return call(operation, input);
      },
      tables,
      clock: { now: () => Date.now() + world.offset, offset: () => world.offset },
    });
    world.offset = 3600_000;
    await sweeper.runDue();
    expect(deleted).toBe(3);
    expect(sweeper.nextDue()).toBeUndefined();
  });
});

describe("due rows", () => {
  it("tell the earliest moment after another", async () => {
    const { call, tables, notes } = await setUp();
    const rows = createDueRows({ call, tables });
    expect(await rows.nextJump(0)).toBeUndefined();
    for (const [pk, dueAt] of [
      ["a", "2026-11-20T13:00:00.000Z"],
      ["b", "2026-11-21T13:00:00.000Z"],
    ] as const) {
      await call("PutItem", {
        TableName: notes.name,
        Item: { pk: { S: pk }, sk: { S: "-" }, queue: { S: "Q#0" }, dueAt: { S: dueAt } },
      });
    }
    expect(await rows.nextJump(0)).toBe(Date.parse("2026-11-20T13:00:00Z"));
    expect(await rows.nextJump(Date.parse("2026-11-20T13:00:00Z"))).toBe(Date.parse("2026-11-21T13:00:00Z"));
    expect(await rows.nextJump(Date.parse("2026-11-21T13:00:00Z"))).toBeUndefined();
  });
  it("are epoch milliseconds, or ISO-8601 at the start of a key", () => {
    expect(momentOf({ N: "1700000000000" })).toBe(1_700_000_000_000);
    expect(momentOf({ S: "2026-11-20T13:00:00.000Z#OB#1" })).toBe(Date.parse("2026-11-20T13:00:00Z"));
    expect(momentOf({ S: "soon" })).toBeUndefined();
  });
});
