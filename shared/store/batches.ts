/** Batches of trainings at rest, and in which of them a client is. */
import * as z from "zod";
import { type Batch, batch, statusOf } from "../domain/training/batch.ts";
import type { BatchStatus } from "../domain/training/kinds.ts";
import { seatsTaken } from "../domain/training/participants.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type AtRest, type PageOptions, readStored } from "./record.ts";

/** In more than so many batches nobody is. */
const mostOfClient = 50;

/** Under one agreement there are no more batches than are looked at. */
const mostOfAgreement = 500;

const batchCount = z.object({ batchId: z.string(), seats: z.int(), certificates: z.int() });
const enrolment = z.object({ batchId: z.string(), state: z.string() });

/** A door of their own: what most functions never read is in no other bundle. */
export function batchesIn(db: Database) {
  return {
    batch: (id: string) => db.get("clients", keys.batch(id), batch),
    batches: (ids: readonly string[]) => db.getMany("clients", ids.map(keys.batch), batch),
    stored: (id: string) => readStored(db, "clients", keys.batch(id), batch),
    /** Those of an office in a status, by the day on which they start. */
    ofOffice: (officeId: string, { status, ...page }: PageOptions & { readonly status: BatchStatus }) =>
      db.query(
        "clients",
        { index: "office", condition: "officePk = :pk", values: { ":pk": `OFFICE#${officeId}#TB#${status}` }, ...page },
        batch,
      ),
    /** What of each batch under an agreement counts for it: seats that somebody has, or had to the end, and certificates. */
    ofAgreement: async (agreementId: string) =>
      (
        await db.query(
          "clients",
          {
            condition: "pk = :pk AND begins_with(sk, :kind)",
            values: { ":pk": keys.batchOfAgreement(agreementId, "").pk, ":kind": "TB#" },
            limit: mostOfAgreement,
          },
          batchCount,
        )
      ).items,
    /** In which batches a client is, or was to the end. */
    ofClient: async (clientId: string) =>
      (
        await db.query(
          "clients",
          {
            condition: "pk = :pk AND begins_with(sk, :kind)",
            values: { ":pk": keys.client(clientId).pk, ":kind": "TB#" },
            limit: mostOfClient,
          },
          enrolment,
        )
      ).items,
  };
}

export const batchAtRest: AtRest<Batch> = {
  label: "batch",
  table: "clients",
  key: ({ id }) => keys.batch(id),
  attributes: (record) => ({
    ...record,
    officePk: `OFFICE#${record.officeId}#TB#${record.status}`,
    officeSk: `${record.startsOn}#${record.id}`,
  }),
  derived: (record) => ({ status: statusOf(record) }),
  locks: ({ id, participants, agreementId, status }) => [
    ...(agreementId === undefined || status === "CANCELLED"
      ? []
      : [
          {
            label: "batchOfAgreement",
            key: keys.batchOfAgreement(agreementId, id),
            item: { batchId: id },
            follows: {
              seats: seatsTaken({ participants }),
              certificates: participants.filter(({ certificateId }) => certificateId !== undefined).length,
            },
          },
        ]),
    ...participants
      .filter(({ state }) => state !== "LEFT")
      .map(({ clientId, state }) => ({
        label: "enrolment",
        key: keys.enrolment(clientId, id),
        item: { batchId: id },
        follows: { state },
      })),
  ],
};
