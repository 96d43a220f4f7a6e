/** A cloud whose tables hold the country of `records.ts`, written straight into them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import { type Cloud, startCloud } from "../../local/cloud.ts";
import { agreementAtRest } from "../../shared/store/agreements.ts";
import { certificateAtRest } from "../../shared/store/certificates.ts";
import { clientAtRest } from "../../shared/store/clients.ts";
import { consentPut } from "../../shared/store/consents.ts";
import type { Item, Write } from "../../shared/store/dynamodb.ts";
import { employerAtRest } from "../../shared/store/employers.ts";
import { officeAtRest } from "../../shared/store/offices.ts";
import { statePut } from "../../shared/store/processes.ts";
import { partWrites, recordWrites } from "../../shared/store/record.ts";
import { staffPut } from "../../shared/store/staff.ts";
import { perTable, type TableName, type TableNames } from "../../shared/store/tables.ts";
import { vacancyAtRest } from "../../shared/store/vacancies.ts";
import * as records from "./records.ts";

export type Country = { readonly cloud: Cloud; readonly clients: number; readonly close: () => Promise<void> };

/** How many clients there are to an employer, which has one open vacancy, and employers to an agreement. */
const clientsOfEmployer = 50;
const employersOfAgreement = 4;
/** What BatchWriteItem takes, and how many of them are under way at once. */
const batchSize = 25;
const atOnce = 4;

/** Starts a cloud in a throw-away folder and fills it. */
export async function openCountry(cdkOut: string, clients: number): Promise<Country> {
  const folder = mkdtempSync(join(tmpdir(), "titian-lists-"));
  const cloud = await startCloud({ cdkOut, dataFolder: folder, port: 0, startAt: Date.parse(records.listsNow) });
  const close = async (): Promise<void> => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  const names = perTable((start) => {
    const table = cloud.model.tables.find(({ logicalId }) => logicalId.toLowerCase().startsWith(start));
    if (!table) throw new Error(`the template has no table ${start}`);
    return table.name;
  });
  try {
    await writeAll(cloud, names, writesOf(clients));
  } catch (error) {
    await close();
    throw error;
  }
  return { cloud, clients, close };
}

function* writesOf(clients: number): Iterable<Write> {
  const { act } = records;
  for (const office of records.offices) yield* recordWrites(officeAtRest, undefined, office, act);
  for (const member of records.staffOf(clients)) yield staffPut(member);
  yield consentPut(records.profilingConsent);
  for (let no = 0; no < clients; no += 1) {
    yield* recordWrites(clientAtRest, undefined, records.buildClient(no), act);
    if (records.hasCertificate(no)) yield* partWrites(certificateAtRest, undefined, records.buildCertificate(no));
    const placement = records.buildPlacement(no);
    if (placement) yield statePut(undefined, placement, "head", records.listsNow);
    if (no % clientsOfEmployer !== 0) continue;
    const employerNo = no / clientsOfEmployer;
    const employer = records.buildEmployer(employerNo);
    yield* recordWrites(employerAtRest, undefined, employer, act);
    yield* recordWrites(vacancyAtRest, undefined, { ...records.buildVacancy(employerNo), offeredBy: employer }, act);
    if (employerNo % employersOfAgreement === 0)
      yield* recordWrites(agreementAtRest, undefined, records.buildAgreement(employerNo), act);
  }
}

/** Puts the items of writes that put; the audit, of which no list reads, is left out. */
async function writeAll(cloud: Cloud, names: TableNames, writes: Iterable<Write>): Promise<void> {
  const batches = batchesOf(writes);
  const work = async (): Promise<void> => {
    for (const batch of batches) {
      const byTable = Map.groupBy(batch, ([table]) => names[table]);
      const RequestItems = Object.fromEntries(
        Array.from(byTable, ([table, items]) => [
          table,
          items.map(([, item]) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } })),
        ]),
      );
      await cloud.dynamodb("BatchWriteItem", { RequestItems });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function* batchesOf(writes: Iterable<Write>): Generator<readonly (readonly [TableName, Item])[]> {
  let batch: (readonly [TableName, Item])[] = [];
  for (const write of writes) {
    if (write.table === "audit" || (write.kind !== "put" && write.kind !== "append")) continue;
    batch.push([write.table, write.item]);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
