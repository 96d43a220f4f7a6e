/** Clients at rest, with the claim of the one placement that may be open. */
import * as z from "zod";
import { type Client, client } from "../domain/clients/client.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type PageOptions, withHead } from "./record.ts";

export function openClients(db: Database) {
  return {
    async client(id: string): Promise<{ state: Client; auditHead: string } | undefined> {
      const row = await db.get("clients", keys.client(id), z.intersection(client, withHead));
      return row ? { state: row, auditHead: row.auditHead } : undefined;
    },
    ofOffice: (officeId: string, page: PageOptions) =>
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
    byNik: (lookup: string) => db.get("clients", keys.nik(lookup), z.object({ clientId: z.string() })),
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
  };
}

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

export const nikLock = (lookup: string, clientId: string): Write => ({
  label: "nik",
  table: "clients",
  kind: "put",
  item: { ...keys.nik(lookup), clientId },
  condition: "attribute_not_exists(pk)",
});
