/**
 * The kinds of record: how each is loaded, to whom it belongs, and how its next version is written with its entry in the audit.
 * The audit is that of the record itself; a certificate's is its client's, of whom it is a part.
 */
import type { Agreement } from "../../domain/agreements/agreement.ts";
import type { Certificate } from "../../domain/certificates/certificate.ts";
import type { Client } from "../../domain/clients/client.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { refusal } from "../../domain/errors.ts";
import type { Office } from "../../domain/offices/office.ts";
import { agreementAtRest } from "../../store/agreements.ts";
import { certificateAtRest } from "../../store/certificates.ts";
import { clientAtRest } from "../../store/clients.ts";
import type { Write } from "../../store/dynamodb.ts";
import { employerAtRest } from "../../store/employers.ts";
import { officeAtRest } from "../../store/offices.ts";
import { type Act, type AtRest, partWrites, recordWrites, type Stored } from "../../store/record.ts";
import type { Store } from "../../store/store.ts";
import { type OfferedVacancy, vacancyAtRest } from "../../store/vacancies.ts";
import type { Deps } from "../deps.ts";
import type { FinalRefusals } from "../process/retry.ts";
import { sealDocument } from "./seal-document.ts";

/** The office, and where there is one the officer, to whom a record belongs. */
export type Belonging = { readonly officeId: string; readonly officerId?: string };

export type RecordKind<S> = {
  /** What it is called where it was not found. */
  readonly what: string;
  readonly load: (store: Store, id: string) => Promise<Stored<S> | undefined>;
  readonly belongsTo: (state: S) => Belonging;
  readonly versionOf: (state: S) => number;
  /** What of it is shown to whoever has seen an older version; the route strips it to what it names. */
  readonly shown: (state: S) => object;
  /** Its first version, or the next one after the version that was read. */
  readonly write: (before: Stored<S> | undefined, after: S, act: Act) => readonly Write[];
  /** As it is kept: what is not to stand in the clear is sealed. */
  readonly sealed?: (deps: Deps, state: S) => Promise<S>;
  /** What no second try can heal, by the label of the condition that did not hold. */
  readonly finalRefusals?: FinalRefusals;
};

type Versioned = { readonly id: string; readonly version: number };

/** A kind that is a record of its own, with an audit of its own. */
export const whole = <S extends Versioned>(
  atRest: AtRest<S>,
  kind: Omit<RecordKind<S>, "versionOf" | "write" | "shown">,
): RecordKind<S> => ({
  ...kind,
  shown: (state) => state,
  versionOf: ({ version }) => version,
  write: (before, after, act) => recordWrites(atRest, before, after, act),
});

/** A certificate with the client whose it is. */
export type CertificateOfClient = { readonly certificate: Certificate; readonly client: Client };

/** Employers and organisations are known to every office and belong to none. */
export const toNoOffice: Belonging = { officeId: "" };

const loadCertificate = async (store: Store, id: string): Promise<Stored<CertificateOfClient> | undefined> => {
  const certificate = await store.certificates.certificate(id);
  const client = certificate && (await store.clients.client(certificate.clientId));
  return client && { state: { certificate, client: client.state }, auditHead: client.auditHead };
};

export const records = {
  client: whole<Client>(clientAtRest, {
    what: "client",
    load: (store, id) => store.clients.client(id),
    belongsTo: ({ officeId, officerId }) => ({ officeId, officerId }),
    sealed: sealDocument,
    finalRefusals: {
      nik: () => refusal("NIK_TAKEN"),
      registerNumber: () => refusal("REGISTER_NUMBER_TAKEN"),
      certificateNumber: () => refusal("CERTIFICATE_TAKEN"),
    },
  }),
  certificate: {
    what: "certificate",
    load: loadCertificate,
    belongsTo: ({ certificate: { officeId } }) => ({ officeId }),
    versionOf: ({ certificate: { version } }) => version,
    shown: ({ certificate }) => certificate,
    sealed: async (deps, { certificate, client }) => ({ certificate, client: await sealDocument(deps, client) }),
    finalRefusals: { certificateNumber: () => refusal("CERTIFICATE_TAKEN") },
    write: (before, after, act) => [
      ...partWrites(certificateAtRest, before?.state.certificate, after.certificate),
      ...recordWrites(clientAtRest, before && { state: before.state.client, auditHead: before.auditHead }, after.client, act),
    ],
  } satisfies RecordKind<CertificateOfClient>,
  employer: whole<Employer>(employerAtRest, {
    what: "employer",
    load: (store, id) => store.employers.stored(id),
    belongsTo: () => toNoOffice,
  }),
  agreement: whole<Agreement>(agreementAtRest, {
    what: "agreement",
    load: (store, id) => store.agreements.stored(id),
    belongsTo: ({ officeId }) => ({ officeId }),
  }),
  vacancy: whole<OfferedVacancy>(vacancyAtRest, {
    what: "vacancy",
    load: (store, id) => store.vacancies.stored(id),
    belongsTo: ({ officeId }) => ({ officeId }),
  }),
  office: whole<Office>(officeAtRest, {
    what: "office",
    load: (store, id) => store.offices.stored(id),
    belongsTo: ({ id }) => ({ officeId: id }),
  }),
} as const;
