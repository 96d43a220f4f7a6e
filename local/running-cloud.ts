/** What a cloud is started with, and what a running one offers. */
import type { MovableClock } from "./clock/clock.ts";
import type { Driver } from "./clock/driver.ts";
import type { DynamoDbCall } from "./dynamodb/client.ts";
import type { Identity } from "./identity/identity.ts";
import type { Lambda } from "./lambda/index.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import type { ProcessMemory } from "./memory.ts";
import type { Queues } from "./queues/queues.ts";
import type { Scheduler } from "./scheduler/index.ts";
import type { StepFunctions } from "./step-functions/index.ts";
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
  /** How many processes run functions at most; 24 unless said. There are fewer where memory is short. */
  readonly maximumChildren?: number;
  /** What all processes together may take of the machine's memory, in bytes; 600 MB unless said. */
  readonly memoryLimit?: number;
  /** The app's name on the `/_cloud` pages. */
  readonly title?: string;
};

/** A running embedded cloud. */
export type Cloud = {
  /** Where the distribution or the HTTP API, `/_identity` and `/_cloud` answer. */
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
