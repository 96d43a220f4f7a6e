/** Records put straight into the tables, at the version that a test wants and without their audit. */
import type { Agreement } from "../../shared/domain/agreements/agreement.ts";
import type { Certificate } from "../../shared/domain/certificates/certificate.ts";
import type { Client } from "../../shared/domain/clients/client.ts";
import type { Employer } from "../../shared/domain/employers/employer.ts";
import type { Office } from "../../shared/domain/offices/office.ts";
import type { Vacancy } from "../../shared/domain/vacancies/vacancy.ts";
import { agreementAtRest } from "../../shared/store/agreements.ts";
import { certificateAtRest } from "../../shared/store/certificates.ts";
import { clientAtRest } from "../../shared/store/clients.ts";
import type { Write } from "../../shared/store/dynamodb.ts";
import { employerAtRest } from "../../shared/store/employers.ts";
import { officeAtRest } from "../../shared/store/offices.ts";
import { type AtRest, type PartAtRest, recordItem } from "../../shared/store/record.ts";
import { vacancyAtRest } from "../../shared/store/vacancies.ts";

function putsOf<R>(atRest: AtRest<R> | PartAtRest<R>, record: R): readonly Write[] {
  const { label, table } = atRest;
  const locks = atRest.locks?.(record) ?? [];
  return [
    { label, table, kind: "append", item: recordItem(atRest, record, "head") },
    ...locks.map(
      ({ label, key, item, follows }): Write => ({ label, table, kind: "append", item: { ...key, ...item, ...follows } }),
    ),
  ];
}

export const officePuts = (office: Office) => putsOf(officeAtRest, office);
export const clientPuts = (client: Client) => putsOf(clientAtRest, client);
export const certificatePuts = (certificate: Certificate) => putsOf(certificateAtRest, certificate);
export const employerPuts = (employer: Employer) => putsOf(employerAtRest, employer);
export const agreementPuts = (agreement: Agreement) => putsOf(agreementAtRest, agreement);
export const vacancyPuts = (vacancy: Vacancy, employer: Employer) => putsOf(vacancyAtRest, { ...vacancy, offeredBy: employer });
