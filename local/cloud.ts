import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type MovableClock, openClock } from "./clock/clock.ts";
import { createDriver, type Driver } from "./clock/driver.ts";
import { viewCloud } from "./cloud-view.ts";
import { checkDataFolder, noteDataFolder } from "./data-folder.ts";
import { openDatabase } from "./database.ts";
import { createDynamoDbClient, type DynamoDbCall } from "./dynamodb/client.ts";
import { createTables } from "./dynamodb/create-tables.ts";
import { createDueRows } from "./dynamodb/due-rows.ts";
import { startDynamoDb } from "./dynamodb/dynoxide.ts";
import { createExpirySweeper } from "./dynamodb/sweep-expired.ts";
import { createHttpApi } from "./http-api/http-api.ts";
import { type Identity, openIdentity } from "./identity/identity.ts";
import { createKms } from "./kms/kms.ts";
import { type Lambda, openLambda } from "./lambda/index.ts";
import { lockDataFolder } from "./lock.ts";
import { type Mailbox, openMailbox } from "./mail/mailbox.ts";
import { measureMemory, type ProcessMemory } from "./memory.ts";
import { createPages } from "./pages/pages.ts";
import type { InvokeFunction } from "./part.ts";
import { openQueues, type Queues } from "./queues/queues.ts";
import { openScheduler, type Scheduler } from "./scheduler/index.ts";
import { createAwsHandle, type Handle, listen } from "./servers.ts";
import { openStepFunctions, type StepFunctions } from "./step-functions/index.ts";
import { openStreams, type Streams } from "./streams/index.ts";
import { readCloudModel } from "./template/index.ts";
import type { CloudModel } from "./template/model.ts";

export type CloudOptions = {
  /** The folder that `cdk synth` wrote. */
  readonly cdkOut: string;
  /** Where everything durable is kept. One cloud runs on a folder at a time. */
  readonly dataFolder: string;
  /** The public port; 0: a free one. */
  readonly port: number;
  /** Where the cloud's time begins (epoch ms) on a new data folder; real time unless said. */
  readonly startAt?: number;
  /** The port of the AWS endpoint; a free one unless said. */
  readonly awsPort?: number;
  /** The port of DynamoDB; a free one unless said. */
  readonly dynamodbPort?: number;
  /** The share of schedule events that are delivered twice (true: all), as Scheduler's at-least-once allows. */
  readonly deliverTwice?: number | boolean;
  /** Values of template parameters that have no default, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** How many processes run functions; 6 unless said. */
  readonly maximumChildren?: number;
  /** The app's name on the `/_cloud` pages. */
  readonly title?: string;
  /** Answers what is no route of the API, such as the files of a console; asked before the API. */
  readonly site?: Handle;
};

/** A running embedded cloud. */
export type Cloud = {
  /** Where the HTTP API, `/_identity` and `/_cloud` answer. */
  readonly publicUrl: string;
  /** The AWS endpoint of all services but DynamoDB. */
  readonly awsUrl: string;
  readonly dynamodbUrl: string;
  readonly model: CloudModel;
  readonly clock: MovableClock;
  /** Moves the clock on, stopping at each moment at which something is due. */
  readonly advance: Driver["advance"];
  /** Waits until nothing is due and nothing runs. */
  readonly settle: Driver["settle"];
  readonly nextMoment: Driver["nextMoment"];
  readonly functions: Lambda;
  readonly stepFunctions: StepFunctions;
  readonly mailbox: Mailbox;
  readonly identity: Identity;
  readonly schedules: Scheduler;
  readonly queues: Queues;
  /** Calls DynamoDB with the JSON that goes over the wire. */
  readonly dynamodb: DynamoDbCall;
  readonly memory: () => ProcessMemory[];
  readonly close: () => Promise<void>;
};

/**
 * Starts the embedded cloud: reads the synthesised app, opens every part on the data folder and serves them on loopback.
 * Throws where the app has something that is not known, another cloud holds the data folder, a file of it is missing or damaged,
 * or a port is taken.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const dataFolder = resolve(options.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const closers: (() => unknown)[] = [];
  /** Last opened, first closed. */
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await open({ ...options, dataFolder }, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(options: CloudOptions, closers: (() => unknown)[], close: () => Promise<void>): Promise<Cloud> {
  const { dataFolder } = options;
  const lock = lockDataFolder(dataFolder);
  closers.push(lock.release);
  checkDataFolder(dataFolder);
  const database = openDatabase(join(dataFolder, "cloud.sqlite"));
  closers.push(() => database.close());
  const publicServer = await listen(options.port);
  closers.push(publicServer.close);
  const awsServer = await listen(options.awsPort ?? 0);
  closers.push(awsServer.close);
  const starting = startDynamoDb({ folder: join(dataFolder, "dynamodb"), port: options.dynamodbPort ?? 0 });
  closers.push(() => starting.then((server) => server.close()).catch(() => {}));
  const model = readCloudModel({ ...options, publicUrl: publicServer.url });
  const [api, ...otherApis] = model.httpApis;
  if (otherApis.length > 0) throw new Error(`The app has ${model.httpApis.length} HTTP APIs: only one is known here`);

  const clock = openClock(database, options.startAt);
  const dynamodbServer = await starting;
  const { call, close: closeClient } = createDynamoDbClient(dynamodbServer.endpoint);
  closers.push(closeClient);
  await createTables(call, model.tables);

  let driver: Driver | undefined;
  let streams: Streams | undefined;
  let closing = false;
  const wake = (): void => driver?.wake();
  const queues = openQueues({ database, clock, queues: model.queues });
  const functions = await openLambda({
    ...options,
    functions: model.functions,
    database,
    clock,
    wake,
    queues,
    endpoints: { AWS_ENDPOINT_URL: awsServer.url, AWS_ENDPOINT_URL_DYNAMODB: dynamodbServer.endpoint },
    onResponse: () => streams?.nudge(),
  });
  closers.push(() => streams?.close());
  closers.push(functions.close);
  // A function that was ended by a shutdown has not failed: who waits for it must not write that down.
  const invoke: InvokeFunction = async (name, payload) => {
    const result = await functions.invoke(name, payload);
    if (closing) throw new Error("The embedded cloud is shutting down");
    return result;
  };

  const mailbox = openMailbox({ database: join(dataFolder, "mail.sqlite"), clock, identities: model.emailIdentities });
  closers.push(mailbox.close);
  const identity = openIdentity({ dataFolder, userPools: model.userPools, publicUrl: publicServer.url });
  closers.push(identity.close);
  const kms = createKms({ dataFolder, keys: model.keys });
  const schedules = openScheduler({ ...options, schedules: model.schedules, database, clock, wake, enqueue: functions.enqueue });
  const stepFunctions = openStepFunctions({ database: join(dataFolder, "step-functions.sqlite"), clock, invoke, wake });
  closers.push(stepFunctions.close);
  for (const { name, definition, roleArn, type, stack, logicalId } of model.stateMachines) {
    if (type !== "STANDARD")
      throw new Error(`The state machine ${logicalId} of the stack ${stack} is EXPRESS: only STANDARD is known`);
    await stepFunctions.putStateMachine({ name, definition, roleArn, type });
  }
  const httpApi = api === undefined ? undefined : createHttpApi({ api, invoke, clock, jwks: identity.findKeys });

  awsServer.serve([
    createAwsHandle({ stepFunctions: stepFunctions.handle, lambda: functions.handle, mail: mailbox.handle, kms: kms.call }),
  ]);
  const openedStreams = await openStreams({
    mappings: model.eventSourceMappings,
    tables: model.tables,
    call,
    database,
    clock,
    invoke,
    queues,
    wake,
  });
  streams = openedStreams;
  const sweeper = createExpirySweeper({ call, clock, tables: model.tables });
  const openedDriver = createDriver({
    clock,
    parts: [schedules, stepFunctions, functions, openedStreams, sweeper, createDueRows({ call, tables: model.tables })],
    onJump: schedules.fireFrequent,
  });
  driver = openedDriver;
  closers.push(async () => {
    // The interpreter before all: what its functions answer from here on is not written down, and they run again at the next start.
    const interpreted = stepFunctions.close();
    // Its loops may wait for functions: they are told now and waited for when those have ended.
    void openedStreams.close();
    closing = true;
    sweeper.stop();
    await Promise.all([publicServer.close(), openedDriver.stop(), interpreted]);
  });

  const memory = (): ProcessMemory[] => {
    const dynoxide = dynamodbServer.pid();
    return measureMemory([
      { name: "host", pid: process.pid },
      ...(dynoxide === undefined ? [] : [{ name: "dynamodb", pid: dynoxide }]),
      ...functions.pids().map(({ pid, functionName }) => ({ pid, name: functionName })),
    ]);
  };
  const cloud = {
    publicUrl: publicServer.url,
    awsUrl: awsServer.url,
    dynamodbUrl: dynamodbServer.endpoint,
    model,
    clock,
    advance: openedDriver.advance,
    settle: openedDriver.settle,
    nextMoment: openedDriver.nextMoment,
    functions,
    stepFunctions,
    mailbox,
    identity,
    schedules,
    queues,
    dynamodb: call,
    memory,
  };
  const pages = createPages(viewCloud(cloud, options.title ?? "Embedded cloud"));
  publicServer.serve([
    identity.handle,
    pages.handle,
    ...(options.site === undefined ? [] : [options.site]),
    ...(httpApi === undefined ? [] : [httpApi.handle]),
  ]);
  noteDataFolder(dataFolder);
  openedDriver.start();
  return { ...cloud, close };
}

/** Closes a cloud in order when the process is asked to end (SIGTERM, Ctrl-C), then ends the process. */
export function closeOnSignals(cloud: Cloud): void {
  const end = (): void => {
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("The embedded cloud could not be closed in order", error);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}
