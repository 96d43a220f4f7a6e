/**
 * The whole process in one process of the machine: real tables, the real interpreter with the real definitions, the functions'
 * own logic, the relay with the real clients of the SDK, real keys and a real mailbox, and a clock that the test moves.
 * Functions and requests run as invocations, in which faults can happen at any call (`faults.ts`).
 */
import "./quiet.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SFNClient } from "@aws-sdk/client-sfn";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { openEventBus } from "../../local/events/event-bus.ts";
import { openMailbox } from "../../local/mail/mailbox.ts";
import type { Clock, InvocationResult } from "../../local/part.ts";
import { createAwsHandle, listen } from "../../local/servers.ts";
import { openStepFunctions, type StepFunctions } from "../../local/step-functions/index.ts";
import * as innerFunctions from "../../shared/api/inner-functions.ts";
import type { Deps } from "../../shared/commands/deps.ts";
import { rankPlacement } from "../../shared/commands/matching/rank-placement.ts";
import { orderDigests } from "../../shared/commands/offices/morning-digest.ts";
import { processStatus } from "../../shared/commands/process/process-status.ts";
import { noteMailFeedback } from "../../shared/commands/relay/mail-feedback.ts";
import { orderReconciliation } from "../../shared/commands/relay/reconcile.ts";
import type { RelayDeps } from "../../shared/commands/relay/relay-deps.ts";
import { sweepOutbox } from "../../shared/commands/relay/sweep.ts";
import { expireWait } from "../../shared/commands/workflow/expire-wait.ts";
import { holdToken } from "../../shared/commands/workflow/hold-token.ts";
import { DomainError } from "../../shared/domain/errors.ts";
import type { WithNeeds } from "../../shared/runtime/deps.ts";
import { openKeys } from "../../shared/runtime/keys.ts";
import { openOutside } from "../../shared/runtime/outside.ts";
import { makeRelayDeps, relayBatch } from "../../shared/runtime/relay.ts";
import { withoutLog } from "../../shared/runtime/sdk.ts";
import { processTask, tokenTask, waitTask } from "../../shared/runtime/workflow.ts";
import { openStore } from "../../shared/store/store.ts";
import type { TableNames } from "../../shared/store/tables.ts";
import { Crash, type Faults, openFaults } from "./faults.ts";
import { heldTo } from "./held-to.ts";
import { countIds } from "./ids.ts";
import { startOfTest } from "./records.ts";
import { unsigned } from "./unsigned.ts";
import { readDefinition, type WorldParts } from "./world-parts.ts";

export type SentMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: readonly string[];
  readonly reference: string;
  readonly calendar?: string;
};
export type Execution = { readonly arn: string; readonly name: string; readonly status: string };

export type World = {
  /** The dependencies of commands; calls outside of an invocation meet no fault. */
  readonly deps: Deps;
  readonly relayDeps: RelayDeps;
  readonly faults: Faults;
  readonly tables: TableNames;
  readonly stepFunctions: StepFunctions;
  readonly now: () => string;
  /** Sets the clock on without letting anything run. */
  readonly setClock: (instant: string) => void;
  /**
   * Runs a request; where it crashes it is sent again, as a person would who got no answer.
   * @param row the route whose needs it is held to, as its function would be
   */
  readonly request: <T>(name: string, run: (deps: Deps) => Promise<T>, row?: WithNeeds) => Promise<T>;
  /** Lets the stream and the interpreter work until neither has anything left. Time stands still. */
  readonly settle: () => Promise<void>;
  /** Moves the clock on, lets what is due run, sweeps as the schedule would, settles. */
  readonly advance: (milliseconds: number) => Promise<void>;
  readonly advanceTo: (instant: string) => Promise<void>;
  /** Settles, and goes on for six minutes: longer than a lease and than the retries of a task. */
  readonly quiesce: () => Promise<void>;
  readonly sweep: () => Promise<void>;
  readonly reconcile: () => Promise<void>;
  /** Orders and sends what the morning's schedule would. */
  readonly digests: () => Promise<void>;
  /** Off: nothing comes by the stream, as where its function fails; the sweep has to find everything. */
  readonly useStream: (on: boolean) => void;
  /** Records of the stream that nobody has taken yet, by the key of their row. */
  readonly waitingRecords: () => readonly string[];
  readonly mails: () => readonly SentMail[];
  readonly executions: (machine: "placement" | "followUp") => Promise<readonly Execution[]>;
  readonly failures: () => readonly string[];
  readonly dead: () => readonly string[];
  /** Whom each event of the mail service concerned; each comes twice. */
  readonly noted: () => readonly string[];
  readonly close: () => Promise<void>;
};

const outboxItem = z.looseObject({ pk: z.string(), kind: z.string(), ref: z.looseObject({}), dueAt: z.string() });
type OutboxItem = z.infer<typeof outboxItem>;
const listed = z.object({ executions: z.array(z.object({ executionArn: z.string(), name: z.string(), status: z.string() })) });
const transaction = z.object({
  TransactItems: z.array(
    z.object({ Put: z.object({ TableName: z.string(), Item: z.custom<Record<string, AttributeValue>>() }).optional() }),
  ),
});

const roleArn = "arn:aws:iam::000000000000:role/machine";
const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** The calendar file that a mail carries, where it does. */
function calendarIn(attachments: readonly { readonly contentType: string; readonly content: Buffer }[]) {
  const file = attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  return file ? { calendar: file.content.toString("utf8") } : {};
}

/** Opens a world of its own on shared parts. */
export async function openWorld(parts: WorldParts): Promise<World> {
  const tables = await parts.makeTables();
  let now = Date.parse(startOfTest);
  const clock: Clock = { now: () => now, offset: () => 0 };
  const stream: OutboxItem[] = [];
  const failures: string[] = [];
  const dead: string[] = [];
  const noted: string[] = [];
  let streamOn = true;

  const faults = openFaults((command, input) => {
    if (command !== "TransactWriteItemsCommand") return;
    for (const { Put } of transaction.parse(input).TransactItems)
      if (Put?.TableName === tables.outbox && streamOn) stream.push(outboxItem.parse(unmarshall(Put.Item)));
  });

  const server = await listen(0);
  const common = { region: "ap-southeast-3", credentials, maxAttempts: 1, signer: unsigned };
  const dynamodb = withoutLog(new DynamoDBClient({ ...common, endpoint: parts.dynamodb }));
  const kms = withoutLog(new KMSClient({ ...common, endpoint: server.url }));
  const sfn = withoutLog(new SFNClient({ ...common, endpoint: server.url }));
  const ses = withoutLog(new SESv2Client({ ...common, endpoint: server.url }));
  const step = { step: "initialize", name: "faults" } as const;
  dynamodb.middlewareStack.add(
    (next, context) => (args) =>
      faults.intercept(
        context.commandName ?? "",
        args.input,
        () => next(args),
        (response) => ({ ...response, output: { ...response.output, Items: [] } }),
      ),
    step,
  );
  kms.middlewareStack.add(
    (next, context) => (args) => faults.intercept(context.commandName ?? "", args.input, () => next(args)),
    step,
  );
  sfn.middlewareStack.add(
    (next, context) => (args) => faults.intercept(context.commandName ?? "", args.input, () => next(args)),
    step,
  );
  ses.middlewareStack.add(
    (next, context) => (args) => faults.intercept(context.commandName ?? "", args.input, () => next(args)),
    step,
  );

  const deps: Deps = {
    store: openStore(dynamodb, tables),
    now: () => new Date(now).toISOString(),
    newId: countIds(1000),
    keys: openKeys(kms, parts.keys),
    pause: (milliseconds) => sleep(Math.random() * Math.min(milliseconds, 100)),
  };

  const held = heldTo(deps, { dynamodb, tables, kms, keys: parts.keys });
  const rows = { ...innerFunctions };
  const inner = (name: keyof typeof rows): Deps => held(name, rows[name]);

  const tasks: Readonly<Record<string, (input: unknown) => Promise<unknown>>> = {
    processStatus: processTask(innerFunctions.whereItStands, processStatus, () => inner("whereItStands")),
    rankPlacement: processTask(innerFunctions.rankPlacement, rankPlacement, () => inner("rankPlacement")),
    holdToken: tokenTask(innerFunctions.holdToken, holdToken, () => inner("holdToken")),
    expireWait: waitTask(innerFunctions.expireWait, expireWait, () => inner("expireWait")),
  };
  /** As the Lambda service answers: what a function throws, and that its process ended, are results too. */
  const invoke = async (name: string, payload: string): Promise<InvocationResult> => {
    const run = tasks[name];
    if (!run) throw new Error(`no function is called ${name}`);
    const input: unknown = JSON.parse(payload);
    const { waitNo, followUpId } = z.looseObject({ waitNo: z.int().optional(), followUpId: z.string().optional() }).parse(input);
    const failed = (errorType: string): InvocationResult => ({
      payload: JSON.stringify({ errorType, errorMessage: "-" }),
      functionError: "Unhandled",
    });
    try {
      const title = `task ${name} ${followUpId ? "fu" : "pl"}${waitNo === undefined ? "" : ` ${waitNo}`}`;
      const outcome = await faults.invoke(title, () => run(input));
      return outcome.crashed ? failed("Runtime.ExitError") : { payload: JSON.stringify(outcome.value) };
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return failed(error instanceof Error ? error.name : "Error");
    }
  };

  const stepFunctions = openStepFunctions({ database: ":memory:", clock, invoke });
  /** What the mail service tells of its mails: each event is delivered twice, as EventBridge may. */
  const events: string[] = [];
  const rules = [
    {
      stack: "-",
      logicalId: "-",
      name: "mails",
      pattern: { source: ["aws.ses"] },
      enabled: true,
      functionNames: ["noteMailFeedback"],
    },
  ];
  const mailbox = openMailbox({
    database: ":memory:",
    clock,
    identities: [{ identity: "titian.example", configurationSet: "mails" }],
    configurationSets: [
      { stack: "-", logicalId: "-", name: "mails", events: ["BOUNCE", "COMPLAINT", "REJECT", "DELIVERY_DELAY"] },
    ],
    bus: openEventBus(rules, (_, payload) => {
      events.push(payload, payload);
      return "-";
    }),
  });
  const noteEvent = async (payload: string): Promise<void> => {
    const event: unknown = JSON.parse(payload);
    const run = () => faults.invoke("event mail", () => noteMailFeedback(inner("noteMailFeedback"), event));
    const first = await run();
    const outcome = first.crashed ? await run() : first;
    noted.push(outcome.crashed ? "CRASHED" : outcome.value.what);
  };
  server.serve([
    createAwsHandle({
      stepFunctions: stepFunctions.handle,
      mail: mailbox.handle,
      kms: parts.kms.call,
      lambda: async () => {
        throw new Error("no function is invoked by the API here");
      },
    }),
  ]);
  const put = async (name: string, file: "placement" | "follow-up"): Promise<string> =>
    (await stepFunctions.putStateMachine({ name, definition: readDefinition(file), roleArn, type: "STANDARD" })).stateMachineArn;
  const machines = { placement: await put("placement", "placement"), followUp: await put("follow-up", "follow-up") };

  const outside = openOutside(sfn, ses, { machines, mailSender: "kerja@titian.example" });
  const relayDepsOf = (name: "relayOutbox" | "sweepOutbox"): RelayDeps => ({
    ...makeRelayDeps(inner(name), outside, "https://titian.test"),
    noteFailure: (row, error) => {
      // A process that is dead notes nothing.
      if (!(error instanceof Crash)) failures.push(`${row.kind}: ${error instanceof Error ? error.message : String(error)}`);
    },
    noteDead: (row) => dead.push(row.pk),
  });
  const relayDeps = relayDepsOf("relayOutbox");

  /** One record by the stream; where the function crashes, the record comes once more. */
  async function relay(item: OutboxItem): Promise<void> {
    const record = {
      eventName: "INSERT",
      dynamodb: { Keys: { pk: { S: item.pk } }, SequenceNumber: "1", NewImage: { dueAt: { S: item.dueAt } } },
    } as const;
    const deliver = () => faults.invoke(titleOf(item), () => relayBatch(relayDeps, { Records: [record] }));
    if ((await deliver()).crashed) await deliver();
  }

  async function settle(): Promise<void> {
    for (let turns = 0; ; turns += 1) {
      if (turns > 20_000) throw new Error("the world does not come to rest");
      const item = stream.shift();
      const event = item ? undefined : events.shift();
      if (item) await relay(item);
      else if (event) await noteEvent(event);
      else if ((await stepFunctions.busy()) > 0) await sleep(turns % 2);
      else return;
    }
  }

  async function sweep(): Promise<void> {
    await faults.invoke("sweep", () => sweepOutbox(relayDepsOf("sweepOutbox")));
  }

  async function advance(milliseconds: number): Promise<void> {
    now += milliseconds;
    await stepFunctions.runDue();
    await settle();
    await sweep();
    await settle();
  }

  return {
    deps,
    relayDeps,
    faults,
    tables,
    stepFunctions,
    now: deps.now,
    setClock: (instant) => {
      now = Date.parse(instant);
    },
    async request(name, run, row) {
      for (let tries = 0; tries < 5; tries += 1) {
        const outcome = await faults.invoke(name, async () => {
          try {
            return { answer: await run(row ? held(name, row) : deps) };
          } catch (error) {
            if (error instanceof DomainError) return { refused: error };
            throw error;
          }
        });
        if (outcome.crashed) continue;
        if ("refused" in outcome.value) throw outcome.value.refused;
        return outcome.value.answer;
      }
      throw new Error(`${name} crashed again and again`);
    },
    settle,
    advance,
    advanceTo: (instant) => advance(Math.max(0, Date.parse(instant) - now)),
    async quiesce() {
      await settle();
      for (let minutes = 0; minutes < 6; minutes += 1) await advance(60_000);
    },
    sweep,
    async digests() {
      await faults.invoke("digests", () => orderDigests(inner("morningDigest")));
      await settle();
    },
    async reconcile() {
      await faults.invoke("reconcile", () => orderReconciliation(inner("reconcile")));
      await settle();
    },
    useStream: (on) => {
      streamOn = on;
      stream.length = 0;
    },
    waitingRecords: () => stream.map((item) => item.pk),
    mails: () =>
      mailbox
        .list({ limit: 1000 })
        .toReversed()
        .map(({ id, to, subject, tags }) => {
          const { text = "", html = "", replyTo = [], attachments = [] } = mailbox.get(id) ?? {};
          return { to: to[0] ?? "", subject, text, html, replyTo, reference: tags.reference ?? "", ...calendarIn(attachments) };
        }),
    async executions(machine) {
      const { body } = await stepFunctions.call("ListExecutions", { stateMachineArn: machines[machine], maxResults: 1000 });
      return listed.parse(body).executions.map(({ executionArn, name, status }) => ({ arn: executionArn, name, status }));
    },
    failures: () => failures,
    dead: () => dead,
    noted: () => noted,
    async close() {
      for (const client of [dynamodb, kms, sfn, ses]) client.destroy();
      await stepFunctions.close();
      mailbox.close();
      await server.close();
    },
  };
}

/** What a row of the outbox is about, so that tests can name the invocation that works it off. */
function titleOf({ kind, ref }: OutboxItem): string {
  const { processId, waitNo, message, topic } = ref;
  const machine = typeof processId === "string" ? ` ${processId.slice(0, 2)}` : "";
  return `relay ${kind}${machine}${[waitNo, message, topic].map((part) => (part === undefined ? "" : ` ${String(part)}`)).join("")}`;
}
