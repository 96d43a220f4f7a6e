/** Staff, offices, clients with their consents and certificates at rest. */
import * as z from "zod";
import { type Certificate, certificate } from "../domain/certificate.ts";
import { type Client, type Consent, client, consent } from "../domain/client.ts";
import { type Office, office, type Staff, staff } from "../domain/office.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const withHead = z.object({ auditHead: z.string() });
const storedClient = z.intersection(client, withHead);
const storedCertificate = certificate;

type PageWish = { readonly limit: number; readonly cursor?: string | undefined };

export function openPeople(db: Database) {
  return {
    staff: (issuer: string, subject: string) => db.get("staff", keys.staff(issuer, subject), staff),
    office: (id: string) => db.get("staff", keys.office(id), office),
    /** An office with the head of its audit. */
    officeWithHead: (id: string) => db.get("staff", keys.office(id), z.intersection(office, withHead)),
    /** Everybody who works, or worked, for an office. */
    staffOf: (officeId: string): Promise<readonly Staff[]> =>
      everyPage((cursor) =>
        db.query(
          "staff",
          { index: "office", condition: "officePk = :pk", values: { ":pk": `OFFICE#${officeId}` }, cursor },
          staff,
        ),
      ),
    /** All offices of a time zone, by name. */
    officesIn: (zone: string, page: PageWish) =>
      db.query(
        "staff",
        {
          index: "office",
          condition: "officePk = :pk",
          values: { ":pk": `ZONE#${zone}` },
          limit: page.limit,
          cursor: page.cursor,
        },
        office,
      ),
    report: (officeId: string, week: string) =>
      db.get("staff", keys.officeReport(officeId, week), z.object({ figures: z.record(z.string(), z.number()) })),

    async client(id: string): Promise<{ state: Client; auditHead: string } | undefined> {
      const row = await db.get("clients", keys.client(id), storedClient);
      return row ? { state: row, auditHead: row.auditHead } : undefined;
    },
    clientsOf: (officeId: string, page: PageWish) =>
      db.query(
        "clients",
        {
          index: "office",
          condition: "officePk = :pk",
          values: { ":pk": `OFFICE#${officeId}` },
          limit: page.limit,
          cursor: page.cursor,
          indexHoldsNames: true,
        },
        client,
      ),
    /** The client who holds a NIK, by its look-up value. */
    clientByNik: (lookup: string) => db.get("clients", keys.nik(lookup), z.object({ clientId: z.string() })),
    /** Every consent receipt of a client, all purposes. */
    consents: (clientId: string): Promise<readonly Consent[]> =>
      everyPage((cursor) =>
        db.query(
          "clients",
          {
            condition: "pk = :pk AND begins_with(sk, :kind)",
            values: { ":pk": keys.client(clientId).pk, ":kind": "CONSENT#" },
            cursor,
          },
          consent,
        ),
      ),
    /** The placements of a client, one an attempt, in their order. */
    attempts: (clientId: string): Promise<readonly { readonly placementId: string }[]> =>
      everyPage((cursor) =>
        db.query(
          "clients",
          {
            condition: "pk = :pk AND begins_with(sk, :kind)",
            values: { ":pk": keys.client(clientId).pk, ":kind": "PL#" },
            cursor,
          },
          z.object({ placementId: z.string() }),
        ),
      ),
    async certificates(clientId: string): Promise<readonly Certificate[]> {
      const page = await db.query(
        "clients",
        { condition: "pk = :pk AND begins_with(sk, :kind)", values: { ":pk": keys.client(clientId).pk, ":kind": "CERT#" } },
        storedCertificate,
      );
      return page.items;
    },
    async certificate(id: string): Promise<Certificate | undefined> {
      const owner = await db.get("clients", keys.certificateOwner(id), z.object({ clientId: z.string() }));
      return owner ? db.get("clients", keys.certificate(owner.clientId, id), storedCertificate) : undefined;
    },
  };
}

export const officePut = (before: Office | undefined, one: Office, auditHead: string): Write => ({
  label: "office",
  table: "staff",
  kind: "put",
  item: { ...keys.office(one.id), ...one, auditHead, officePk: `ZONE#${one.zone}`, officeSk: `${one.name}#${one.id}` },
  ...(before
    ? { condition: "#version = :version", names: { "#version": "version" }, values: { ":version": before.version } }
    : { condition: "attribute_not_exists(pk)" }),
});

export const staffPut = (one: Staff): Write => ({
  label: "staff",
  table: "staff",
  kind: "put",
  item: {
    ...keys.staff(one.issuer, one.subject),
    ...one,
    officePk: `OFFICE#${one.officeId}`,
    officeSk: `${one.role}#${one.name}#${one.id}`,
  },
});

const clientIndex = (one: Client) => ({
  officePk: `OFFICE#${one.officeId}`,
  officeSk: `${one.status}#${one.fullName.toLocaleLowerCase("id")}#${one.id}`,
});

export const clientPut = (one: Client, auditHead: string): Write => ({
  label: "client",
  table: "clients",
  kind: "put",
  item: { ...keys.client(one.id), ...one, auditHead, ...clientIndex(one) },
  condition: "attribute_not_exists(pk)",
});

/** Moves a client on by one version; touches the named fields only, since a placement marks itself on the same item. */
export const clientUpdate = (before: Client, after: Client, auditHead: string): Write => ({
  label: "client",
  table: "clients",
  kind: "update",
  key: keys.client(before.id),
  update: "SET #status = :status, officeSk = :officeSk, auditHead = :head, #version = :next",
  condition: "#version = :version",
  names: { "#status": "status", "#version": "version" },
  values: {
    ":status": after.status,
    ":officeSk": clientIndex(after).officeSk,
    ":head": auditHead,
    ":next": before.version + 1,
    ":version": before.version,
  },
});

/** Nothing has been recorded of the client since it was read: no certificate, no consent. */
export const clientUnchanged = (one: Client): Write => ({
  label: "client",
  table: "clients",
  kind: "check",
  key: keys.client(one.id),
  condition: "#version = :version",
  names: { "#version": "version" },
  values: { ":version": one.version },
});

/** Claims the client for one placement; fails where another one is open. */
export const clientClaim = (one: Client, placementId: string): Write => ({
  label: "openPlacement",
  table: "clients",
  kind: "update",
  key: keys.client(one.id),
  update: "SET openPlacement = :placement, attempts = attempts + :one",
  // The version too: a certificate verified or a consent withdrawn since the client was read must be seen by the start.
  condition: "attribute_not_exists(openPlacement) AND attempts = :attempts AND #version = :version",
  names: { "#version": "version" },
  values: { ":placement": placementId, ":one": 1, ":attempts": one.attempts, ":version": one.version },
});

export const clientRelease = (clientId: string, placementId: string): Write => ({
  label: "release",
  table: "clients",
  kind: "update",
  key: keys.client(clientId),
  update: "REMOVE openPlacement",
  condition: "openPlacement = :placement",
  values: { ":placement": placementId },
});

export const attemptPut = (clientId: string, attempt: number, placementId: string): Write => ({
  label: "attempt",
  table: "clients",
  kind: "put",
  item: { ...keys.attempt(clientId, attempt), placementId },
  condition: "attribute_not_exists(pk)",
});

export const consentPut = (one: Consent): Write => ({
  label: "consent",
  table: "clients",
  kind: "put",
  item: { ...keys.consent(one.clientId, one.purpose, one.recipient, one.id), ...one },
  condition: "attribute_not_exists(pk)",
});

export const nikLock = (lookup: string, clientId: string): Write => ({
  label: "nik",
  table: "clients",
  kind: "put",
  item: { ...keys.nik(lookup), clientId },
  condition: "attribute_not_exists(pk)",
});

/** A new certificate with its two locks: its number is taken once, and its id leads to its client. */
export const certificatePuts = (one: Certificate): readonly Write[] => [
  {
    label: "certificate",
    table: "clients",
    kind: "put",
    item: { ...keys.certificate(one.clientId, one.id), ...one, ...certificateIndex(one) },
    condition: "attribute_not_exists(pk)",
  },
  {
    label: "certificateOwner",
    table: "clients",
    kind: "put",
    item: { ...keys.certificateOwner(one.id), clientId: one.clientId },
    condition: "attribute_not_exists(pk)",
  },
  {
    label: "certificateNumber",
    table: "clients",
    kind: "put",
    item: { ...keys.certificateNumber(one.number), clientId: one.clientId },
    condition: "attribute_not_exists(pk)",
  },
];

export const certificateIndex = (one: Certificate) => ({
  officePk: `OFFICE#${one.officeId}#CERT`,
  officeSk: `${one.expiresOn}#${one.id}`,
});

export const certificateVerify = (before: Certificate, after: Certificate): Write => ({
  label: "certificate",
  table: "clients",
  kind: "put",
  item: { ...keys.certificate(after.clientId, after.id), ...after, ...certificateIndex(after) },
  condition: "#version = :version",
  names: { "#version": "version" },
  values: { ":version": before.version },
});
