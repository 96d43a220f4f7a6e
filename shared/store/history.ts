/** The audit of a record as it is read back: a page at a time, the newest first. */
import * as z from "zod";
import { receiptWays } from "../domain/record/receipt.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PageOptions } from "./record.ts";

const entry = z.object({
  version: z.int(),
  at: z.string(),
  actor: z.string(),
  event: z.string(),
  fields: z.array(z.string()).optional(),
  about: z.union([z.string(), z.array(z.string())]).optional(),
  how: z.enum(receiptWays).optional(),
  saidAt: z.string().optional(),
});

export const openHistory = (db: Database) => ({
  /** The acts on one record, the newest first. */
  of: (aggregate: string, page: PageOptions) =>
    db.query(
      "audit",
      { condition: "pk = :pk", values: { ":pk": keys.audit(aggregate, 0).pk }, descending: true, ...page },
      entry,
    ),
});
