/** What is to be told to a member of staff in the morning, once: what runs out, each step of it, and what was handed over. */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { runOutKinds } from "../domain/record/run-out.ts";
import { type Database, everyPage } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const kinds = [...runOutKinds, "HANDED_OVER"] as const;

/**
 * `recordId`: what runs out; of what was handed over the client, or the colleague whose work it all was. `lastDay`: its last day, or
 * the day of the hand-over.
 */
const notice = z.object({
  kind: z.enum(kinds),
  recordId: z.string(),
  lastDay: localDateSchema,
  step: z.int(),
  /** Who had what was handed over, and who has it from now on. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** When it was told; absent while it is not. */
  toldAt: z.string().optional(),
});
export type Notice = z.infer<typeof notice>;

/** So long after its last day a notice is kept, that nothing is told twice, in seconds. */
const keptFor = 100 * 86_400;

const keyOf = (staffId: string, { lastDay, recordId, step }: Notice) => keys.notice(staffId, lastDay, recordId, step);

export const noticesIn = (db: Database) => ({
  /** What somebody has not been told yet, the earliest last day first. */
  untold: async (staffId: string): Promise<readonly Notice[]> =>
    (
      await everyPage((cursor) =>
        db.query("staff", { condition: "pk = :pk", values: { ":pk": keys.notice(staffId, "", "", 0).pk }, cursor }, notice),
      )
    ).filter(({ toldAt }) => toldAt === undefined),
  /** Keeps that somebody is to be told; nothing where it is kept already, told or not. */
  keep: async (staffId: string, { toldAt: _, ...told }: Notice): Promise<void> => {
    await db.writeOne({
      label: "notice",
      table: "staff",
      kind: "append",
      item: { ...keyOf(staffId, told), ...told, expiresAt: Math.floor(Date.parse(told.lastDay) / 1000) + keptFor },
    });
  },
  markTold: async (staffId: string, told: Notice, at: Instant): Promise<void> => {
    await db.writeOne({
      label: "noticeTold",
      table: "staff",
      kind: "update",
      key: keyOf(staffId, told),
      update: "SET toldAt = :at",
      condition: "attribute_exists(pk)",
      values: { ":at": at },
    });
  },
});
