/** Agreements at rest. */
import * as z from "zod";
import { type Agreement, agreement } from "../domain/agreements/agreement.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type PageOptions, withHead } from "./record.ts";

export function openAgreements(db: Database) {
  const ofOffice = (officeId: string, page: Partial<PageOptions>) =>
    db.query(
      "employers",
      { index: "directory", condition: "directoryPk = :pk", values: { ":pk": `OFFICE#${officeId}#AG` }, ...page },
      agreement,
    );
  return {
    agreement: (id: string) => db.get("employers", keys.agreement(id), z.intersection(agreement, withHead)),
    ofOffice,
    /** Every agreement of an office, whatever its status. */
    allOfOffice: (officeId: string) => everyPage((cursor) => ofOffice(officeId, { cursor })),
  };
}

export const agreementPut = (before: Agreement | undefined, one: Agreement, auditHead: string): Write => ({
  label: "agreement",
  table: "employers",
  kind: "put",
  item: {
    ...keys.agreement(one.id),
    ...one,
    auditHead,
    directoryPk: `OFFICE#${one.officeId}#AG`,
    directorySk: `${one.validTo}#${one.id}`,
  },
  ...(before
    ? { condition: "#version = :version", names: { "#version": "version" }, values: { ":version": before.version } }
    : { condition: "attribute_not_exists(pk)" }),
});
