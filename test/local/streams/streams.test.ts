import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createDynamoDbClient } from "../../../local/dynamodb/client.ts";
import { createTables } from "../../../local/dynamodb/create-tables.ts";
import { startDynamoDb } from "../../../local/dynamodb/dynoxide.ts";
import type { InvocationResult } from "../../../local/part.ts";
import { openQueues } from "../../../local/queues/queues.ts";
import { openStreams, type Streams } from "../../../local/streams/index.ts";
import type { EventSourceMappingModel, TableModel } from "../../../local/template/model.ts";
import { isWhole } from "../../builders/runs.ts";
import { eventually, temporaryFolder } from "../fixtures/fixture.ts";

const queueArn = "arn:aws:sqs:ap-southeast-3:000000000000:letters";
const table: TableModel = {
  stack: "S",
  logicalId: "T",
  name: "notes",
  arn: "arn:aws:dynamodb:ap-southeast-3:000000000000:table/notes",
  streamArn: "arn:aws:dynamodb:ap-southeast-3:000000000000:table/notes/stream/current",
  attributeDefinitions: [{ attributeName: "pk", attributeType: "S" }],
  keySchema: [{ attributeName: "pk", keyType: "HASH" }],
  globalSecondaryIndexes: [],
  localSecondaryIndexes: [],
  streamViewType: "NEW_AND_OLD_IMAGES",
  tags: {},
};
const mapping: EventSourceMappingModel = {
  stack: "S",
  logicalId: "M",
  id: "m",
  functionName: "copy",
  tableName: "notes",
  enabled: true,
  batchSize: 10,
  startingPosition: "TRIM_HORIZON",
  filters: [],
  reportBatchItemFailures: true,
  bisectBatchOnFunctionError: false,
  maximumRetryAttempts: 1,
  maximumRecordAgeSeconds: -1,
  onFailure: queueArn,
};

type StreamEvent = {
  Records: {
    eventName: string;
    awsRegion: string;
    eventSourceARN: string;
    dynamodb: { SequenceNumber: string; Keys: { pk: { S: string } } };
  }[];
};
type Handle = (ids: string[], event: StreamEvent) => unknown;

/** A stream of a real Dynoxide, and a function that is a plain function here. */
async function setUp(handle: Handle, change: Partial<EventSourceMappingModel> = {}) {
  const server = await startDynamoDb({ folder: temporaryFolder() });
  const { call, close } = createDynamoDbClient(server.endpoint);
  await createTables(call, [table]);
  const database = new DatabaseSync(":memory:");
  const world = { offset: 0 };
  const clock = { now: () => Date.now() + world.offset, offset: () => world.offset };
  const queues = openQueues({ database, clock, queues: [{ arn: queueArn }] });
  const batches: string[][] = [];
  const sizes: number[] = [];
  const invoke = async (_name: string, payload: string): Promise<InvocationResult> => {
    sizes.push(Buffer.byteLength(payload));
    const event: StreamEvent = JSON.parse(payload);
    const ids = event.Records.map(({ dynamodb }) => dynamodb.Keys.pk.S);
    batches.push(ids);
    try {
      return { payload: JSON.stringify((await handle(ids, event)) ?? null) };
    } catch (error) {
      return { functionError: "Unhandled", payload: JSON.stringify({ errorType: "Error", errorMessage: String(error) }) };
    }
  };
  const open = () =>
    openStreams({
      mappings: [{ ...mapping, ...change }],
      tables: [table],
      call,
      database,
      clock,
      invoke,
      queues,
      wake: () => {},
    });
  const streams = { current: await open() };
  onTestFinished(async () => {
    await streams.current.close();
    close();
    await server.close();
  });
  const put = (pk: string, text = "") =>
    call("PutItem", { TableName: "notes", Item: { pk: { S: pk }, bytes: { B: "aGk=" }, text: { S: text } } });
  return { batches, sizes, put, streams, open, world, queues };
}

const isCalm = async (streams: Streams): Promise<boolean> => (await streams.busy()) === 0;

describe("an event source mapping", () => {
  it("hands records to its function in order and soon, as Lambda shapes them", async () => {
    let seen: StreamEvent | undefined;
    const { put, batches } = await setUp((_ids, event) => {
      seen = event;
    });
    await put("a");
    const from = performance.now();
    await eventually(() => batches.flat().includes("a"));
    expect(performance.now() - from).toBeLessThan(300);
    await put("b");
    const again = performance.now();
    await eventually(() => batches.flat().includes("b"));
    expect(performance.now() - again).toBeLessThan(60);
    expect(seen?.Records[0]).toMatchObject({
      eventName: "INSERT",
      awsRegion: "ap-southeast-3",
      eventSourceARN: table.streamArn,
      dynamodb: { NewImage: { pk: { S: "b" }, bytes: { B: "aGk=" } }, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
  });

  it("tries a failing record again after a while of the cloud's time, then sends it to the queue and goes on", async () => {
    const { put, batches, streams, world, queues } = await setUp((ids, { Records }) => ({
      batchItemFailures: Records.filter((_record, index) => ids[index]?.startsWith("poison")).map(({ dynamodb }) => ({
        itemIdentifier: dynamodb.SequenceNumber,
      })),
    }));
    await put("good");
    await eventually(() => batches.length === 1);
    await put("poison");
    await eventually(() => batches.length === 2 && streams.current.nextDue() !== undefined);
    await put("later");
    expect(await streams.current.busy()).toBe(0);
    world.offset += 2000;
    await streams.current.runDue();
    await eventually(() => queues.list().length === 1);
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(JSON.parse(queues.list()[0]?.body ?? "")).toEqual({
      requestContext: {
        requestId: expect.any(String),
        functionArn: "arn:aws:lambda:ap-southeast-3:000000000000:function:copy",
        condition: "RetryAttemptsExhausted",
        approximateInvokeCount: 2,
      },
      responseContext: { statusCode: 200, executedVersion: "$LATEST" },
      version: "1.0",
      timestamp: expect.any(String),
      DDBStreamBatchInfo: {
        shardId: expect.any(String),
        startSequenceNumber: "2",
        endSequenceNumber: "2",
        approximateArrivalOfFirstRecord: moment,
        approximateArrivalOfLastRecord: moment,
        batchSize: 1,
        streamArn: table.streamArn,
      },
    });
    await eventually(() => batches.flat().includes("later"));
    expect(JSON.parse(queues.list()[0]?.body ?? "").DDBStreamBatchInfo.batchSize).toBe(1);
    expect(batches.filter((ids) => ids.includes("good"))).toHaveLength(1);
  });

  it("halves a failing batch until only the bad record is given up", async () => {
    const done: string[] = [];
    const { put, streams, open, world, queues } = await setUp(
      (ids) => {
        if (ids.includes("poison")) throw new Error("no");
        done.push(...ids);
      },
      { reportBatchItemFailures: false, bisectBatchOnFunctionError: true, maximumRetryAttempts: 0 },
    );
    await streams.current.close();
    for (const id of ["a", "b", "poison", "c", "d"]) await put(id);
    streams.current = await open();
    await eventually(async () => {
      world.offset += 100_000;
      await streams.current.runDue();
      return done.includes("d");
    });
    expect([...done].sort()).toEqual(["a", "b", "c", "d"]);
    expect(queues.list()).toHaveLength(1);
    expect(JSON.parse(queues.list()[0]?.body ?? "").DDBStreamBatchInfo).toMatchObject({ batchSize: 1, startSequenceNumber: "3" });
  });

  it.runIf(isWhole)("gives up records that have grown too old, tells the queue, and goes on with the younger ones", async () => {
    const { put, batches, streams, open, queues } = await setUp(() => {}, { maximumRecordAgeSeconds: 1 });
    await streams.current.close();
    await put("old");
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await put("young");
    streams.current = await open();
    await eventually(() => batches.length === 1);
    expect(batches).toEqual([["young"]]);
    const [letter] = queues.list().map(({ body }) => JSON.parse(body));
    expect(letter).toMatchObject({
      requestContext: { condition: "RecordAgeExceeded", approximateInvokeCount: 0 },
      DDBStreamBatchInfo: { startSequenceNumber: "1", endSequenceNumber: "1", batchSize: 1 },
    });
  });

  it("goes on where what it gave up on cannot be sent to its queue", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const { put, batches } = await setUp(
      (ids) => {
        if (ids.includes("poison")) throw new Error("no");
      },
      { reportBatchItemFailures: false, maximumRetryAttempts: 0, onFailure: "arn:aws:sns:ap-southeast-3:000000000000:topic" },
    );
    await put("poison");
    await eventually(() => told.mock.calls.length === 1);
    await put("later");
    await eventually(() => batches.flat().includes("later"));
    expect(batches).toEqual([["poison"], ["later"]]);
  });

  it("goes on after a restart where it stood", async () => {
    const { put, batches, streams, open } = await setUp(() => {});
    await put("a");
    await eventually(async () => batches.length === 1 && (await isCalm(streams.current)));
    await streams.current.close();
    await put("b");
    streams.current = await open();
    await eventually(() => batches.length === 2);
    expect(batches).toEqual([["a"], ["b"]]);
  });

  it("that starts at the latest record skips older ones once, but not what came while it was down", async () => {
    const { put, batches, streams, open } = await setUp(() => {}, { startingPosition: "LATEST" });
    await put("first");
    await eventually(() => batches.flat().includes("first"));
    await streams.current.close();
    await put("while down");
    streams.current = await open();
    await eventually(() => batches.flat().includes("while down"));
    expect(batches.flat()).toEqual(["first", "while down"]);
  });

  it.runIf(isWhole)("holds no more than an invocation may: 6 MB", async () => {
    const { put, batches, streams, open, sizes } = await setUp(() => {}, { batchSize: 100 });
    await streams.current.close();
    for (let index = 0; index < 20; index += 1) await put(`${index}`, "x".repeat(380_000));
    streams.current = await open();
    await eventually(() => batches.flat().length === 20, 20_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6_291_456);
    expect(batches.length).toBeLessThanOrEqual(3);
    expect(batches.flat()).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`));
  });

  it("is busy while there are records it has not read", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { put, streams, batches } = await setUp(() => held);
    await put("a");
    expect(await streams.current.busy()).toBe(1);
    await eventually(() => batches.length === 1);
    expect(await streams.current.busy()).toBe(1);
    release();
    await eventually(() => isCalm(streams.current));
  });

  it("leaves out what its filter does not let pass", async () => {
    const { put, batches } = await setUp(() => {}, { filters: [{ dynamodb: { Keys: { pk: { S: [{ prefix: "keep" }] } } } }] });
    for (const id of ["drop-1", "keep-1", "drop-2", "keep-2"]) await put(id);
    await eventually(() => batches.flat().includes("keep-2"));
    expect(batches.flat()).toEqual(["keep-1", "keep-2"]);
  });
});
