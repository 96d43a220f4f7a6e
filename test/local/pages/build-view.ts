import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDynamoDbClient } from "../../../local/dynamodb/client.ts";
import { startDynamoDb } from "../../../local/dynamodb/dynoxide.ts";
import { type Mailbox, openMailbox } from "../../../local/mail/mailbox.ts";
import type { ClockMove, CloudView } from "../../../local/pages/cloud-view.ts";
import { createPages } from "../../../local/pages/pages.ts";
import { openStepFunctions } from "../../../local/step-functions/index.ts";

/** A cloud to look at: the real mailbox, Step Functions and DynamoDB, and a clock that only jumps. */
export type ViewedCloud = {
  readonly url: string;
  readonly view: CloudView;
  readonly moves: ClockMove[];
  readonly fired: string[];
  readonly mailbox: Mailbox;
  /** Sends a mail over the SES API and returns its id. */
  readonly send: (mail: Record<string, unknown>) => Promise<string>;
  /** Starts an execution of a machine that ends well, waits, fails, or asks and waits for an answer. */
  readonly execute: (machine: "ends" | "waits" | "fails" | "asks", name: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

const machines = {
  ends: {
    QueryLanguage: "JSONata",
    StartAt: "See where it stands",
    States: { "See where it stands": { Type: "Pass", Output: { next: "<CLOSED>" }, Next: "Done" }, Done: { Type: "Succeed" } },
  },
  waits: {
    QueryLanguage: "JSONata",
    StartAt: "Wait for the employer's answer",
    States: { "Wait for the employer's answer": { Type: "Wait", Seconds: 86_400, End: true } },
  },
  asks: {
    QueryLanguage: "JSONata",
    StartAt: "Ask the employer",
    States: {
      "Ask the employer": {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
        Arguments: { FunctionName: "titian-dev-present-proposal", Payload: { token: "{% $states.context.Task.Token %}" } },
        End: true,
      },
    },
  },
  fails: {
    QueryLanguage: "JSONata",
    StartAt: "Give up",
    States: { "Give up": { Type: "Fail", Error: "SeatTaken", Cause: "The <last> seat went to another" } },
  },
};

export async function buildView(): Promise<ViewedCloud> {
  const folder = mkdtempSync(join(tmpdir(), "titian-pages-"));
  let now = Date.parse("2027-01-04T02:00:00Z");
  const clock = { now: () => now, offset: () => 3 * 86_400_000 };
  const mailbox = openMailbox({
    database: join(folder, "mail.sqlite"),
    clock,
    identities: [{ identity: "titian.example.go.id" }],
  });
  const functions = openStepFunctions({
    database: join(folder, "states.sqlite"),
    clock,
    invoke: async () => ({ payload: "{}" }),
  });
  const arns: Record<string, string> = {};
  for (const [name, definition] of Object.entries(machines)) {
    const machine = {
      name,
      definition: JSON.stringify(definition),
      roleArn: "arn:aws:iam::000000000000:role/x",
      type: "STANDARD",
    } as const;
    arns[name] = (await functions.putStateMachine(machine)).stateMachineArn;
  }
  const dynamoDb = await startDynamoDb({ folder: join(folder, "dynamodb") });
  const client = createDynamoDbClient(dynamoDb.endpoint);
  await createOutbox(client.call);

  const moves: ClockMove[] = [];
  const fired: string[] = [];
  const server = createServer(async (request, response) => {
    if (await pages.handle(request, response)) return;
    if (!(await mailbox.handle(request, response))) response.writeHead(404).end("not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const url = `http://127.0.0.1:${address.port}`;

  const clockView = () => ({ now, offset: clock.offset(), next: { at: now + 60_000, part: "step-functions" } });
  const view: CloudView = {
    title: "Titian",
    addresses: [{ label: "API", url: `${url}/` }],
    tables: [
      { name: "outbox", dueIndex: { indexName: "due", attribute: "dueAt" } },
      { name: "placements", dueIndex: { indexName: "due", attribute: "dueAt" } },
      { name: "clients" },
    ],
    functionNames: ["http-record-certificate", "stream-relay"],
    mails: mailbox,
    callStepFunctions: functions.call,
    callDynamoDb: client.call,
    clock: clockView,
    moveClock: async (move) => {
      moves.push(move);
      if ("to" in move) now = move.to;
      if ("by" in move) now += move.by;
      return clockView();
    },
    schedules: () => [
      {
        name: "titian-sweep",
        expression: "rate(1 minute)",
        timeZone: "Asia/Jakarta",
        enabled: true,
        functionName: "scheduled-sweep-outbox",
        nextAt: now + 60_000,
        lastAt: now - 1000,
      },
      {
        name: "weekly/report",
        expression: "cron(0 7 ? * MON *)",
        timeZone: "Asia/Jakarta",
        enabled: false,
        functionName: "scheduled-report",
      },
    ],
    fireSchedule: (name) => {
      if (name !== "titian-sweep" && name !== "weekly/report") return false;
      fired.push(name);
      return true;
    },
    deadLetters: () => [
      {
        id: "1",
        queueArn: "arn:aws:sqs:ap-southeast-3:000000000000:relay-dead",
        sentAt: "2027-01-03T02:00:00.000Z",
        body: '{"x":"<script>"}',
        attributes: { RequestID: "r1" },
      },
    ],
    logTail: (name) => (name === "stream-relay" ? ['{"level":"INFO","message":"<b>sent</b>"}'] : []),
    putUser: async ({ username }) => {
      if (username === "taken") throw new Error("A password needs 8 characters or more.");
      return { sub: "s1", issuer: "https://issuer.example" };
    },
    memory: () => ({
      totalBytes: 120 * 1024 * 1024,
      parts: [
        { name: "host", bytes: 90 * 1024 * 1024 },
        { name: "dynoxide", bytes: 8_000_000 },
      ],
    }),
  };
  const pages = createPages(view);

  return {
    url,
    view,
    moves,
    fired,
    mailbox,
    send: async (mail) => {
      const response = await fetch(`${url}/v2/email/outbound-emails`, { method: "POST", body: JSON.stringify(mail) });
      const result: unknown = await response.json();
      if (typeof result !== "object" || result === null || !("MessageId" in result)) throw new Error(JSON.stringify(result));
      return String(result.MessageId);
    },
    execute: async (machine, name) => {
      const input = { stateMachineArn: arns[machine], name, input: JSON.stringify({ placementId: "01J" }) };
      const { body } = await functions.call("StartExecution", input);
      while ((await functions.busy()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      if (typeof body !== "object" || body === null || !("executionArn" in body)) throw new Error(JSON.stringify(body));
      return String(body.executionArn);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await functions.close();
      mailbox.close();
      client.close();
      await dynamoDb.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** An outbox whose index projects all, and placements whose index holds keys only. */
async function createOutbox(call: CloudView["callDynamoDb"]): Promise<void> {
  const rows: Record<string, string>[] = [
    {
      PK: "OB#2",
      dueAt: "2027-01-05T02:00:00.000Z#OB#2",
      kind: "MAIL",
      status: "PENDING",
      queue: "Q#0",
      personName: "Budi Rahasia",
    },
    {
      PK: "OB#1",
      dueAt: "2027-01-04T02:00:01.000Z#OB#1",
      kind: "CALLBACK",
      status: "PENDING",
      queue: "Q#1",
      personName: "Budi Rahasia",
    },
    { PK: "OB#0", dueAt: "2027-01-01T02:00:00.000Z#OB#0", kind: "MAIL", status: "DONE" },
  ];
  await createTable(call, "outbox", "ALL");
  for (const row of rows) await put(call, "outbox", row);
  await createTable(call, "placements", "KEYS_ONLY");
  await put(call, "placements", { PK: "PL#1", dueAt: "2027-02-01T02:00:00.000Z", queue: "DUE#0", status: "AWAITING_EMPLOYER" });
}

async function createTable(call: CloudView["callDynamoDb"], name: string, ProjectionType: string): Promise<void> {
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: "S" });
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  await call("CreateTable", {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["PK", "SK", "queue", "dueAt"].map(attribute),
    KeySchema: keys("PK", "SK"),
    GlobalSecondaryIndexes: [{ IndexName: "due", KeySchema: keys("queue", "dueAt"), Projection: { ProjectionType } }],
  });
}

async function put(call: CloudView["callDynamoDb"], table: string, row: Record<string, string>): Promise<void> {
  const texts = Object.entries({ SK: "-", ...row }).map(([name, text]) => [name, { S: text }]);
  await call("PutItem", { TableName: table, Item: { ...Object.fromEntries(texts), tries: { N: "2" } } });
}
