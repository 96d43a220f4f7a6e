/** What the reader of a shard is given. */
import type { DynamoDbCall } from "../dynamodb/client.ts";
import type { Clock, InvokeFunction } from "../part.ts";
import type { Queues } from "../queues/queues.ts";
import type { EventSourceMappingModel } from "../template/model.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { StreamRecord } from "./records.ts";

export type ShardReaderOptions = {
  readonly mapping: EventSourceMappingModel;
  readonly call: DynamoDbCall;
  /** The stream's ARN at the DynamoDB that runs here, and the one that the template knows. */
  readonly streamArn: string;
  readonly publicStreamArn: string;
  readonly shardId: string;
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  readonly invoke: InvokeFunction;
  readonly queues: Queues;
  readonly passes: (record: StreamRecord) => boolean;
};
