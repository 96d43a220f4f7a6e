/** Identifiers of records: a prefix that says what it is, then a ULID. */
import * as z from "zod";

export const idPrefixes = {
  client: "cl",
  transfer: "tr",
  certificate: "ce",
  consent: "co",
  employer: "em",
  contact: "ct",
  organisation: "or",
  agreement: "ag",
  vacancy: "va",
  batch: "tb",
  placement: "pl",
  followUp: "fu",
  link: "li",
  staff: "st",
  office: "of",
  outbox: "ob",
} as const;

export type IdKind = keyof typeof idPrefixes;

const ulid = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

const idOf = (kind: IdKind) => z.string().regex(new RegExp(`^${idPrefixes[kind]}_${ulid}$`), `id.${kind}`);

export const clientId = idOf("client");
export const transferId = idOf("transfer");
export const certificateId = idOf("certificate");
export const employerId = idOf("employer");
export const contactId = idOf("contact");
export const organisationId = idOf("organisation");
export const agreementId = idOf("agreement");
export const vacancyId = idOf("vacancy");
export const batchId = idOf("batch");
export const placementId = idOf("placement");
export const followUpId = idOf("followUp");
export const linkId = idOf("link");
export const staffId = idOf("staff");
/** Offices are known by a short name that people can read, such as `bapas-ciangir`. */
export const officeId = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/, "id.office");

/** Makes an identifier of a kind; injected, so that tests can count. */
export type NewId = (kind: IdKind) => string;

/** The follow-up of a placement carries the placement's own ULID, so that each can be found from the other. */
export const followUpIdOf = (placement: string): string => `fu_${placement.slice(3)}`;

/** The placement that a process belongs to, by the id of either. */
export const placementIdOfProcess = (processId: string): string => `pl_${processId.slice(3)}`;

/** What an employer sees in place of a name: short, stable for one placement, meaningless elsewhere. */
export const pseudonymOf = (placement: string): string => `K-${placement.slice(-5)}`;
