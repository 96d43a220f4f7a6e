/** The services of a cloud: functions, mail, identity, keys, schedules, state machines, and the API before them. */
import { join } from "node:path";
import { createEdge } from "./edge/edge.ts";
import { openEventBus } from "./events/event-bus.ts";
import type { Closers, Ground } from "./ground.ts";
import { createHttpApi } from "./http-api/http-api.ts";
import { type Identity, openIdentity } from "./identity/identity.ts";
import { createKms } from "./kms/kms.ts";
import { type Lambda, openLambda } from "./lambda/index.ts";
import { type Mailbox, openMailbox } from "./mail/mailbox.ts";
import { estimateMemory } from "./memory.ts";
import type { InvokeFunction, Wake } from "./part.ts";
import { openQueues, type Queues } from "./queues/queues.ts";
import type { CloudOptions } from "./running-cloud.ts";
import { openBuckets } from "./s3/buckets.ts";
import { openScheduler, type Scheduler } from "./scheduler/index.ts";
import { createAwsHandle, type Handle } from "./servers.ts";
import { openStepFunctions, type StepFunctions } from "./step-functions/index.ts";

/** What all processes together may take of the machine's memory where nothing is said, in bytes. */
const standardMemoryLimit = 600 * 2 ** 20;

/** What parts tell each other that are opened one after the other. */
export type Signals = {
  /** Something may be due now. */
  readonly wake: Wake;
  /** A function has answered: its stream may hold what it wrote. */
  readonly nudge: () => void;
  readonly isClosing: () => boolean;
};

export type Services = {
  readonly queues: Queues;
  readonly functions: Lambda;
  readonly invoke: InvokeFunction;
  readonly mailbox: Mailbox;
  readonly identity: Identity;
  readonly schedules: Scheduler;
  readonly stepFunctions: StepFunctions;
  /** What answers the public: the distribution of the app, or its HTTP API where it has none. */
  readonly site: readonly Handle[];
};

/** Opens the services and lets the AWS endpoint serve them. Throws where the app has what they do not know. */
export async function openServices(options: CloudOptions, ground: Ground, signals: Signals, closers: Closers): Promise<Services> {
  const { dataFolder, database, clock, model, publicServer, awsServer } = ground;
  const { wake } = signals;
  const queues = openQueues({ database, clock, queues: model.queues });
  const functions = await openFunctions(options, ground, queues, signals);
  closers.push(functions.close);
  // A function that was ended by a shutdown has not failed: who waits for it must not write that down.
  const invoke: InvokeFunction = async (name, payload) => {
    const result = await functions.invoke(name, payload);
    if (signals.isClosing()) throw new Error("The embedded cloud is shutting down");
    return result;
  };
  const mailbox = openMailbox({
    database: join(dataFolder, "mail.sqlite"),
    clock,
    identities: model.emailIdentities,
    configurationSets: model.configurationSets,
    bus: openEventBus(model.eventRules, functions.enqueue),
  });
  closers.push(mailbox.close);
  const identity = openIdentity({ dataFolder, userPools: model.userPools, publicUrl: publicServer.url });
  closers.push(identity.close);
  const kms = createKms({ dataFolder, keys: model.keys });
  const schedules = openScheduler({ ...options, schedules: model.schedules, database, clock, wake, enqueue: functions.enqueue });
  const stepFunctions = openStepFunctions({ database: join(dataFolder, "step-functions.sqlite"), clock, invoke, wake });
  closers.push(stepFunctions.close);
  await putMachines(stepFunctions, ground);
  awsServer.serve([
    createAwsHandle({ stepFunctions: stepFunctions.handle, lambda: functions.handle, mail: mailbox.handle, kms: kms.call }),
  ]);
  const site = openSite(ground, invoke, identity);
  return { queues, functions, invoke, mailbox, identity, schedules, stepFunctions, site };
}

/** Throws where the app has several distributions, or one that leads to what it does not have. */
function openSite({ model, clock }: Ground, invoke: InvokeFunction, { findKeys, atHome }: Identity): readonly Handle[] {
  const apis = new Map(model.httpApis.map((api) => [api.apiId, createHttpApi({ api, invoke, clock, jwks: findKeys })]));
  const [distribution, ...others] = model.distributions;
  if (others.length > 0) throw new Error(`The app has ${model.distributions.length} distributions: only one is known here`);
  if (distribution === undefined)
    return [...apis.values()].map(
      ({ handle }) =>
        (request, response) =>
          handle(request, response),
    );
  const buckets = openBuckets({ buckets: model.buckets, deployments: model.bucketDeployments, atHome });
  return [createEdge({ distribution, buckets, apis })];
}

async function openFunctions(options: CloudOptions, ground: Ground, queues: Queues, { wake, nudge }: Signals): Promise<Lambda> {
  const { database, clock, model, awsServer, dynamodb } = ground;
  const pids = (): number[] => [
    process.pid,
    ...[dynamodb.pid()].filter((pid) => pid !== undefined),
    ...functions.pids().map(({ pid }) => pid),
  ];
  const functions: Lambda = await openLambda({
    ...options,
    functions: model.functions,
    database,
    clock,
    wake,
    queues,
    codeCache: join(options.cdkOut, "code-cache"),
    endpoints: { AWS_ENDPOINT_URL: awsServer.url, AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint },
    onResponse: nudge,
    kept: new Set(model.eventSourceMappings.filter(({ enabled }) => enabled).map(({ functionName }) => functionName)),
    memory: () => {
      const used = estimateMemory(pids());
      return used === undefined
        ? undefined
        : { used, allowed: options.memoryLimit ?? standardMemoryLimit, free: process.availableMemory() };
    },
  });
  return functions;
}

async function putMachines(stepFunctions: StepFunctions, { model }: Ground): Promise<void> {
  for (const { name, definition, roleArn, type, stack, logicalId } of model.stateMachines) {
    if (type !== "STANDARD")
      throw new Error(`The state machine ${logicalId} of the stack ${stack} is EXPRESS: only STANDARD is known`);
    await stepFunctions.putStateMachine({ name, definition, roleArn, type });
  }
}
