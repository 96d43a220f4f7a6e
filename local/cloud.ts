import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { createDriver, type Driver } from "./clock/driver.ts";
import { viewCloud } from "./cloud-view.ts";
import { noteDataFolder } from "./data-folder.ts";
import { createDueRows } from "./dynamodb/due-rows.ts";
import { createExpirySweeper } from "./dynamodb/sweep-expired.ts";
import { type Closers, type Ground, openGround } from "./ground.ts";
import { measureMemory, type ProcessMemory } from "./memory.ts";
import { createPages } from "./pages/pages.ts";
import type { Cloud, CloudOptions } from "./running-cloud.ts";
import { openServices, type Services } from "./services.ts";
import { openStreams, type Streams } from "./streams/index.ts";

export type { Cloud, CloudOptions } from "./running-cloud.ts";

/**
 * Starts the embedded cloud: reads the synthesised app, opens every part on the data folder and serves them on loopback.
 * Throws where the app has something that is not known, another cloud holds the data folder, a file of it is missing or damaged,
 * or a port is taken.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const dataFolder = resolve(options.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const closers: Closers = [];
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

async function open(options: CloudOptions, closers: Closers, close: () => Promise<void>): Promise<Cloud> {
  const ground = await openGround(options, closers);
  const { model, publicServer } = ground;
  if (model.httpApis.length > 1) throw new Error(`The app has ${model.httpApis.length} HTTP APIs: only one is known here`);
  let driver: Driver | undefined;
  let streams: Streams | undefined;
  let closing = false;
  const wake = (): void => driver?.wake();
  closers.push(() => streams?.close());
  const signals = { wake, nudge: () => streams?.nudge(), isClosing: () => closing };
  const services = await openServices(options, ground, signals, closers);
  const { identity, site } = services;
  const openedStreams = await openStreams({
    ...ground,
    ...services,
    mappings: model.eventSourceMappings,
    tables: model.tables,
    wake,
  });
  streams = openedStreams;
  const driving = drive(ground, services, openedStreams);
  driver = driving.driver;
  closers.push(async () => {
    // The interpreter before all: what its functions answer from here on is not written down, and they run again at the next start.
    const interpreted = services.stepFunctions.close();
    // Its loops may wait for functions: they are told now and waited for when those have ended.
    void openedStreams.close();
    closing = true;
    driving.sweeper.stop();
    await Promise.all([publicServer.close(), driving.driver.stop(), interpreted]);
  });
  const cloud = describeCloud(ground, services, driving.driver);
  const pages = createPages(viewCloud(cloud, options.title ?? "Embedded cloud"));
  publicServer.serve([identity.handle, pages.handle, ...site]);
  noteDataFolder(ground.dataFolder);
  driving.driver.start();
  return { ...cloud, close };
}

/** What moves the cloud on: the driver over every part in which something may be due, and the sweeper of expired rows. */
function drive({ call, clock, model }: Ground, { schedules, stepFunctions, functions }: Services, streams: Streams) {
  const sweeper = createExpirySweeper({ call, clock, tables: model.tables });
  const driver = createDriver({
    clock,
    parts: [schedules, stepFunctions, functions, streams, sweeper, createDueRows({ call, tables: model.tables })],
    onJump: schedules.fireFrequent,
  });
  return { driver, sweeper };
}

function describeCloud(ground: Ground, services: Services, { advance, settle, nextMoment }: Driver): Omit<Cloud, "close"> {
  const { publicServer, awsServer, dynamodb, model, clock, call } = ground;
  const { functions, stepFunctions, mailbox, identity, schedules, queues } = services;
  const memory = (): ProcessMemory[] => {
    const pid = dynamodb.pid();
    return measureMemory([
      { name: "host", pid: process.pid },
      ...(pid === undefined ? [] : [{ name: "dynamodb", pid }]),
      ...functions.pids().map((child) => ({ pid: child.pid, name: child.functionName })),
    ]);
  };
  return {
    publicUrl: publicServer.url,
    awsUrl: awsServer.url,
    dynamodbUrl: dynamodb.endpoint,
    model,
    clock,
    advance,
    settle,
    nextMoment,
    functions,
    stepFunctions,
    mailbox,
    identity,
    schedules,
    queues,
    dynamodb: call,
    memory,
  };
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
