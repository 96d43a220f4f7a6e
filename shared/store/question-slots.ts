/** When a contact was last written to with a question of an office, and which questions wait to be put together in the next mail. */
import * as z from "zod";
import { addMilliseconds, type Instant, instantSchema } from "../domain/calendar/instant.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const ids = z.set(z.string()).optional();
const slot = z.object({
  at: instantSchema,
  /** The row of the outbox that had the last mail. */
  by: z.string(),
  /** Rows that wait for the next mail. */
  waiting: ids,
  /** Rows whose question went with another one's mail. */
  merged: ids,
});
export type QuestionSlot = z.infer<typeof slot>;

/** So long a slot is kept after its last mail, in milliseconds: longer than any row may wait for it. */
const keptFor = 7 * 86_400_000;
const expiresAt = (now: Instant): number => Math.floor(Date.parse(addMilliseconds(now, keptFor)) / 1000);

export function questionSlotsIn(db: Database) {
  const row = (contact: string) =>
    ({ label: "slot", table: "placements", kind: "update", key: keys.questionSlot(contact) }) as const;
  return {
    of: (contact: string): Promise<QuestionSlot | undefined> => db.get("placements", keys.questionSlot(contact), slot),

    /** Takes the slot for a row; false where another row had it after `since`. The row that has it may take it again. */
    take: (contact: string, by: string, now: Instant, since: Instant): Promise<boolean> =>
      db.writeOne({
        ...row(contact),
        update: "SET #at = :now, #by = :by, expiresAt = :expires",
        condition: "attribute_not_exists(pk) OR #at <= :since OR #by = :by",
        names: { "#at": "at", "#by": "by" },
        values: { ":now": now, ":by": by, ":since": since, ":expires": expiresAt(now) },
      }),

    /** Lets a row go with the next mail. */
    wait: (contact: string, id: string): Promise<boolean> =>
      db.writeOne({
        ...row(contact),
        update: "ADD waiting :id",
        condition: "attribute_exists(pk)",
        values: { ":id": new Set([id]) },
      }),

    /** These rows went with the mail of the row that has the slot. */
    merge: (contact: string, ids: readonly string[]): Promise<boolean> =>
      db.writeOne({
        ...row(contact),
        update: "ADD merged :ids DELETE waiting :ids",
        condition: "attribute_exists(pk)",
        values: { ":ids": new Set(ids) },
      }),
  };
}
