/** Receipts of consent at rest. */
import { type Consent, consent } from "../domain/clients/consent.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export function openConsents(db: Database) {
  return {
    /** Every receipt of a client, all purposes. */
    ofClient: (clientId: string): Promise<readonly Consent[]> =>
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
  };
}

export const consentPut = (receipt: Consent): Write => ({
  label: "consent",
  table: "clients",
  kind: "append",
  item: { ...keys.consent(receipt.clientId, receipt.purpose, receipt.recipient, receipt.id), ...receipt },
});
