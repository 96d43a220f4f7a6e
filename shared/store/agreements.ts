/** Agreements at rest. */
import { type Agreement, agreement } from "../domain/agreements/agreement.ts";
import { type Database, everyPage } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type AtRest, type PageOptions, readStored } from "./record.ts";

export function openAgreements(db: Database) {
  const ofOffice = (officeId: string, page: Partial<PageOptions>) =>
    db.query(
      "employers",
      { index: "directory", condition: "directoryPk = :pk", values: { ":pk": `OFFICE#${officeId}#AG` }, ...page },
      agreement,
    );
  return {
    agreement: (id: string) => db.get("employers", keys.agreement(id), agreement),
    stored: (id: string) => readStored(db, "employers", keys.agreement(id), agreement),
    ofOffice,
    /** Every agreement of an office, whatever its status. */
    allOfOffice: (officeId: string) => everyPage((cursor) => ofOffice(officeId, { cursor })),
  };
}

export const agreementAtRest: AtRest<Agreement> = {
  label: "agreement",
  table: "employers",
  key: ({ id }) => keys.agreement(id),
  attributes: (agreement) => ({
    ...agreement,
    directoryPk: `OFFICE#${agreement.officeId}#AG`,
    directorySk: `${agreement.validTo}#${agreement.id}`,
  }),
};
