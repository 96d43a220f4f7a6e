/** What every part of a cloud stands on: its folder and database, its ports, DynamoDB with its tables, its clock, its model. */
import { join } from "node:path";
import { type MovableClock, openClock } from "./clock/clock.ts";
import { checkDataFolder } from "./data-folder.ts";
import { openDatabase } from "./database.ts";
import { createDynamoDbClient, type DynamoDbCall } from "./dynamodb/client.ts";
import { createTables } from "./dynamodb/create-tables.ts";
import { startDynamoDb } from "./dynamodb/dynoxide.ts";
import { lockDataFolder } from "./lock.ts";
import type { CloudOptions } from "./running-cloud.ts";
import { listen } from "./servers.ts";
import { readCloudModel } from "./template/index.ts";
import type { CloudModel } from "./template/model.ts";

/** Closes what was opened, last opened first. */
export type Closers = (() => unknown)[];

type Server = Awaited<ReturnType<typeof listen>>;

export type Ground = {
  readonly dataFolder: string;
  readonly database: ReturnType<typeof openDatabase>;
  readonly publicServer: Server;
  readonly awsServer: Server;
  readonly dynamodb: Awaited<ReturnType<typeof startDynamoDb>>;
  readonly call: DynamoDbCall;
  readonly clock: MovableClock;
  readonly model: CloudModel;
};

/** Opens the ground. Throws where another cloud holds the folder, a file of it is damaged, a port is taken, or the app is not known. */
export async function openGround(options: CloudOptions, closers: Closers): Promise<Ground> {
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
  const clock = openClock(database, options.startAt);
  const dynamodb = await starting;
  const { call, close } = createDynamoDbClient(dynamodb.endpoint);
  closers.push(close);
  await createTables(call, model.tables);
  return { dataFolder, database, publicServer, awsServer, dynamodb, call, clock, model };
}
