/** Everything that is stored, behind one door. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openCertificates } from "./certificates.ts";
import { type Database, openDatabase, type TableNames } from "./dynamodb.ts";
import { openEmployers } from "./employers.ts";
import { openOutbox } from "./outbox.ts";
import { openPeople } from "./people.ts";
import { openProcesses } from "./processes.ts";

export type Store = ReturnType<typeof openStore>;

export function openStore(client: DynamoDBClient, names: TableNames) {
  const database: Database = openDatabase(client, names);
  return {
    database,
    people: openPeople(database),
    certificates: openCertificates(database),
    employers: openEmployers(database),
    processes: openProcesses(database),
    outbox: openOutbox(database),
  };
}
