/** Requests for transfers at rest, in the list of the office that is asked. */
import { type Transfer, transfer } from "../domain/clients/transfer.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PageOptions } from "./record.ts";
import { expiryAttribute } from "./tables.ts";

/** What was neither granted nor asked for again is no longer wanted. */
const lifetimeDays = 90;

export const transfersIn = (db: Database) => ({
  /** What an office is asked for, the oldest first. */
  ofOffice: (officeId: string, page: PageOptions) =>
    db.query(
      "clients",
      { index: "office", condition: "officePk = :pk", values: { ":pk": `OFFICE#${officeId}#TR` }, ...page },
      transfer,
    ),
});

export const transferPut = (request: Transfer): Write => ({
  label: "transfer",
  table: "clients",
  kind: "append",
  item: {
    ...keys.transfer(request.id),
    ...request,
    officePk: `OFFICE#${request.officeId}#TR`,
    officeSk: `${request.askedAt}#${request.id}`,
    [expiryAttribute]: Math.floor(Date.parse(request.askedAt) / 1000) + lifetimeDays * 86_400,
  },
});
