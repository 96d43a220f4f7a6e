/** Everything that is stored, behind one door: one module a kind of record. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openAgreements } from "./agreements.ts";
import { openCertificates } from "./certificates.ts";
import { openClients } from "./clients.ts";
import { openConsents } from "./consents.ts";
import { openContactsMade } from "./contacts-made.ts";
import { type Database, openDatabase } from "./dynamodb.ts";
import { openEmployers } from "./employers.ts";
import type { Given } from "./given.ts";
import { openHistory } from "./history.ts";
import { openHolds } from "./holds.ts";
import { openIdempotency } from "./idempotency.ts";
import { openLinks } from "./links.ts";
import { openLookups } from "./lookups.ts";
import { openOffices } from "./offices.ts";
import { openOutbox } from "./outbox.ts";
import { openProcesses } from "./processes.ts";
import { openRankings } from "./rankings.ts";
import { openStaff } from "./staff.ts";
import type { TableNames } from "./tables.ts";
import { openVacancies } from "./vacancies.ts";
import { openWaits } from "./waits.ts";

export type Store = ReturnType<typeof openStore>;

/** @param given what the caller is held to; everything where it is not said */
export function openStore(client: DynamoDBClient, names: Partial<TableNames>, given?: Given) {
  const database: Database = openDatabase(client, names, given);
  return {
    database,
    agreements: openAgreements(database),
    certificates: openCertificates(database),
    clients: openClients(database),
    consents: openConsents(database),
    contactsMade: openContactsMade(database),
    employers: openEmployers(database),
    history: openHistory(database),
    holds: openHolds(database),
    idempotency: openIdempotency(database),
    links: openLinks(database),
    offices: openOffices(database),
    outbox: openOutbox(database),
    processes: openProcesses(database),
    rankings: openRankings(database),
    staff: openStaff(database),
    lookups: openLookups(database),
    vacancies: openVacancies(database),
    waits: openWaits(database),
  };
}
