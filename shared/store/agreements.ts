/** Agreements at rest. */

import { type Agreement, type AgreementTerm, agreement, agreementTerm, isEmployer } from "../domain/agreements/agreement.ts";
import type { LocalDate } from "../domain/calendar/local-date.ts";
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
    /** What decides whether they are in force, of the agreements of an office that have not run out on a day. */
    runningOf: (officeId: string, today: LocalDate): Promise<readonly AgreementTerm[]> =>
      everyPage((cursor) =>
        db.query(
          "employers",
          {
            index: "directory",
            condition: "directoryPk = :pk AND directorySk >= :today",
            values: { ":pk": `OFFICE#${officeId}#AG`, ":today": today },
            cursor,
          },
          agreementTerm,
        ),
      ),
  };
}

/** Behind every day that somebody names. */
const noLastDay = "9999-12-31";

export const agreementAtRest: AtRest<Agreement> = {
  label: "agreement",
  table: "employers",
  key: ({ id }) => keys.agreement(id),
  attributes: (agreement) => ({
    ...agreement,
    directoryPk: `OFFICE#${agreement.officeId}#AG`,
    // Of what is only planned nobody may know its last day.
    directorySk: `${agreement.validTo ?? noLastDay}#${agreement.id}`,
  }),
  derived: ({ parties, employerId }) => ({ employerId: parties ? parties.find(isEmployer) : employerId }),
};
