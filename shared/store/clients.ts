/** Clients at rest, with the claim of the one placement that may be open. */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { type Client, client } from "../domain/clients/client.ts";
import { nearKeys } from "../domain/identifiers/near-words.ts";
import { auditPut } from "./audit.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type AtRest, type PageOptions, readStored, type Stored } from "./record.ts";
import { rowsByWord, wordRows } from "./words.ts";

/** So many who are alike are looked at. */
const mostAlike = 20;
/** So many are looked at who are near one slip of a word: a common name has more, and is found by its right spelling. */
const mostNear = 100;

export function openClients(db: Database) {
  return {
    client: (id: string) => readStored(db, "clients", keys.client(id), client),
    /** Up to a hundred by their ids, in their order. */
    clients: (ids: readonly string[]) => db.getMany("clients", ids.map(keys.client), client),
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
    /**
     * The clients of an office, or of an officer, in a status, by name. The officer's may be of an office that the officer has left.
     * @param of the office or the officer; `after` and the places of the answer are name and id
     */
    inStatus: async (
      of: ClientList,
      status: Client["status"],
      { after, limit }: NameStretch,
    ): Promise<readonly PlacedClient[]> => {
      const [index, pk, partition] =
        "officer" in of
          ? (["officer", "officerId", of.officer] as const)
          : (["office", "officePk", `OFFICE#${of.office}`] as const);
      const { items } = await db.query(
        "clients",
        {
          index,
          condition: `${pk} = :pk AND officeSk BETWEEN :from AND :to`,
          // What was seen is left out: nothing else begins with it.
          values: { ":pk": partition, ":from": `${status}#${after === undefined ? "" : `${after}!`}`, ":to": `${status}$` },
          limit,
        },
        client,
      );
      return items.map((state) => ({ place: nameOf(state), state }));
    },
    /** How many clients of an office an officer has. */
    countOf: (officerId: string, officeId: string): Promise<number> =>
      db.count("clients", {
        index: "officer",
        condition: "officerId = :pk",
        filter: "officeId = :office",
        values: { ":pk": officerId, ":office": officeId },
      }),
    /** The ids of an office's clients by words that begin so, in the order of the words. @param after the word and id of the last one */
    byWord: (officeId: string, beginning: string, stretch: NameStretch) =>
      rowsByWord(db, "clients", keys.clientWord(officeId, beginning, "").pk, beginning, stretch),
    /** The office's clients who are kept under a word, or under it without one letter, with the words by which they are found. */
    nearWord: async (officeId: string, near: string) =>
      (
        await db.query(
          "clients",
          { condition: "pk = :pk", values: { ":pk": keys.clientNearWord(officeId, near, "").pk }, limit: mostNear },
          z.object({ clientId: z.string(), searchWords: z.array(z.string()) }),
        )
      ).items,
    /** The clients, of every office, who are alike by a keyed hash. */
    alike: async (hash: string, limit = mostAlike): Promise<readonly string[]> =>
      (
        await db.query(
          "clients",
          { condition: "pk = :pk", values: { ":pk": keys.clientLikeness(hash, "").pk }, limit },
          z.object({ clientId: z.string() }),
        )
      ).items.map(({ clientId }) => clientId),
    /** The client who holds a NIK, by its look-up value. */
    byNik: (lookup: string) => db.get("clients", keys.nik(lookup), z.object({ clientId: z.string() })),
    /** The client whom an office keeps under a number of its register. */
    byRegisterNumber: (officeId: string, number: string) =>
      db.get("clients", keys.registerNumber(officeId, number), z.object({ clientId: z.string() })),
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

/** Whose clients are listed. */
export type ClientList = { readonly office: string } | { readonly officer: string };
/** Which part of a list by name is read. */
export type NameStretch = { readonly after?: string | undefined; readonly limit: number };
export type PlacedClient = { readonly place: string; readonly state: Client };

/** Where a client stands among those of a status. */
export const nameOf = ({ fullName, id }: Client): string => `${fullName.toLocaleLowerCase("id")}#${id}`;

/** A placement releases the client on the same item without a new version. */
export const clientAtRest: AtRest<Client> = {
  label: "client",
  table: "clients",
  key: ({ id }) => keys.client(id),
  attributes: (client) => ({
    ...client,
    officePk: `OFFICE#${client.officeId}`,
    officeSk: `${client.status}#${nameOf(client)}`,
  }),
  locks: ({ nik, registerNumber, likeness = [], searchWords = [], officeId, id }) => [
    ...wordRows(searchWords, (word) => keys.clientWord(officeId, word, id)),
    ...nearKeys(searchWords).map((near) => ({
      label: "near",
      key: keys.clientNearWord(officeId, near, id),
      item: { clientId: id },
      follows: { searchWords: [...searchWords] },
    })),
    ...(nik ? [{ label: "nik", key: keys.nik(nik.lookup), item: { clientId: id } }] : []),
    ...(registerNumber
      ? [{ label: "registerNumber", key: keys.registerNumber(officeId, registerNumber), item: { clientId: id } }]
      : []),
    ...likeness.map((hash) => ({ label: "likeness", key: keys.clientLikeness(hash, id), item: { clientId: id } })),
  ],
};

/** Nothing has been recorded of the client since it was read: no certificate, no consent. */
export const clientUnchanged = ({ id, version }: Client): Write => ({
  label: "client",
  table: "clients",
  kind: "check",
  key: keys.client(id),
  condition: "#version = :version",
  names: { "#version": "version" },
  values: { ":version": version },
});

type Claim = {
  readonly placementId: string;
  /** Whose client it is from now on. */
  readonly officerId: string;
  readonly at: Instant;
  readonly actor: string;
};

/** Claims the client for one placement, with the entry in the client's own history; fails where another one is open. */
export function clientClaim(
  { state, auditHead }: Stored<Client>,
  { placementId, officerId, at, actor }: Claim,
): readonly Write[] {
  const { id, attempts, version } = state;
  const about = [placementId];
  const audit = auditPut(auditHead, { aggregate: id, version: version + 1, at, actor, event: "startPlacement", about });
  const claim: Write = {
    label: "openPlacement",
    table: "clients",
    kind: "update",
    key: keys.client(id),
    update:
      "SET openPlacement = :placement, officerId = :officer, attempts = attempts + :one, #version = #version + :one, auditHead = :head",
    // The version too: a certificate verified or a consent withdrawn since the client was read must be seen by the start.
    condition: "attribute_not_exists(openPlacement) AND attempts = :attempts AND #version = :version",
    names: { "#version": "version" },
    values: {
      ":placement": placementId,
      ":officer": officerId,
      ":one": 1,
      ":attempts": attempts,
      ":version": version,
      ":head": audit.head,
    },
  };
  return [claim, audit.write];
}

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
  kind: "append",
  item: { ...keys.attempt(clientId, attempt), placementId },
});
