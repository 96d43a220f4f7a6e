/** Mails about a process as they were sent, and what was heard of them since. Never the secret of a link. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { deadReasons } from "../domain/employers/contact.ts";
import type { Database, Page } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export const sentMail = z.object({
  /** The row of the outbox by which it was sent, and which of its receivers: the same mail sent twice stands twice. */
  id: z.string(),
  placementId: z.string(),
  at: instantSchema,
  to: z.enum(["employer", "officer", "supervisor"]),
  /** Whom it went to, by name. */
  name: z.string(),
  message: z.string(),
  subject: z.string(),
  /** As it was written, with the link and its code left out. */
  text: z.string(),
  /** The rows of the outbox whose questions went with it. */
  also: z.array(z.string()).optional(),
  /** That it did not arrive, or late. */
  heard: z.object({ at: instantSchema, what: z.enum([...deadReasons, "DELAYED"]) }).optional(),
});
export type SentMail = z.infer<typeof sentMail>;

export function sentMailsIn(db: Database) {
  return {
    /** Mails about a placement and what followed it, the newest first. */
    ofPlacement: (
      placementId: string,
      page: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<Page<SentMail>> =>
      db.query(
        "placements",
        {
          condition: "pk = :pk AND begins_with(sk, :kind)",
          values: { ":pk": keys.state(placementId).pk, ":kind": "MAIL#" },
          descending: true,
          ...page,
        },
        sentMail,
      ),
    add: (mail: SentMail): Promise<boolean> =>
      db.writeOne({
        label: "sentMail",
        table: "placements",
        kind: "put",
        item: { ...keys.sentMail(mail.placementId, mail.at, mail.id), ...mail },
        condition: "attribute_not_exists(pk)",
      }),
    /** Notes what was heard of a mail. */
    hear: ({ placementId, at, id }: SentMail, heard: NonNullable<SentMail["heard"]>): Promise<boolean> =>
      db.writeOne({
        label: "sentMail",
        table: "placements",
        kind: "update",
        key: keys.sentMail(placementId, at, id),
        update: "SET heard = :heard",
        condition: "attribute_exists(pk)",
        values: { ":heard": heard },
      }),
  };
}
