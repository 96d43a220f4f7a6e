/** Contacts with clients at rest. */
import { type ContactMade, contactMade } from "../domain/clients/contact-made.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

/** So many of the newest are read. */
const most = 50;

export const openContactsMade = (db: Database) => ({
  /** The newest contacts with a client, the newest first. */
  ofClient: async (clientId: string): Promise<readonly ContactMade[]> =>
    (
      await db.query(
        "clients",
        {
          condition: "pk = :pk AND begins_with(sk, :kind)",
          values: { ":pk": keys.client(clientId).pk, ":kind": "CONTACT#" },
          descending: true,
          limit: most,
        },
        contactMade,
      )
    ).items,
});

export const contactMadePut = (made: ContactMade): Write => ({
  label: "contactMade",
  table: "clients",
  kind: "append",
  item: { ...keys.contactMade(made.clientId, made.at, made.id), ...made },
});
