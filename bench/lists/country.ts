/** A cloud whose tables hold the country of `records.ts`, brought straight into them. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import type { TableName } from "../../shared/store/tables.ts";
import { vacancyAtRest } from "../../shared/store/vacancies.ts";
import { describeTables, importItems } from "./import-items.ts";
import * as records from "./records.ts";

export type Country = { readonly cloud: Cloud; readonly clients: number; readonly close: () => Promise<void> };

/** How many clients there are to an employer, which has one open vacancy, and employers to an agreement. */
const clientsOfEmployer = 50;
const employersOfAgreement = 4;

/** Every so many-th number is a client's: of a fifth of all numbers is the office that is asked. */
const steps = { everywhere: 1, ofTheOffice: records.shareOfOffice } as const;

/**
 * Starts a cloud in a throw-away folder whose tables hold the country.
 * @param where whether the clients are of all offices, or all of the one that is asked
 */
export async function openCountry(cdkOut: string, clients: number, where: keyof typeof steps = "everywhere"): Promise<Country> {
  const folder = mkdtempSync(join(tmpdir(), "titian-lists-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const start = (name: string): Promise<Cloud> =>
    startCloud({ cdkOut, dataFolder: join(folder, name), port: 0, startAt: Date.parse(records.listsNow) });
  try {
    const empty = await start("empty");
    const schemas = await describeTables(empty);
    await empty.close();
    const dataFolder = join(folder, "full", "dynamodb");
    mkdirSync(dataFolder, { recursive: true });
    await importItems(join(dataFolder, "dynamodb.sqlite"), folder, schemas, itemsOf(clients * steps[where], steps[where]));
    const cloud = await start("full");
    return { cloud, clients, close: () => cloud.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function* writesOf(numbers: number, step: number): Iterable<Write> {
  const { act } = records;
  for (const office of records.offices) yield* recordWrites(officeAtRest, undefined, office, act);
  for (const member of records.staffOf(numbers)) yield staffPut(member);
  yield consentPut(records.profilingConsent);
  for (let no = 0; no < numbers; no += step) {
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

/** The items of writes that put; the audit, of which no list reads, is left out. */
function* itemsOf(numbers: number, step: number): Iterable<readonly [TableName, Item]> {
  for (const write of writesOf(numbers, step))
    if (write.table !== "audit" && (write.kind === "put" || write.kind === "append")) yield [write.table, write.item];
}
