/** What the audit and the tables hold, for the comparisons of tests. */
import * as z from "zod";
import { receiptWays } from "../../shared/domain/record/receipt.ts";
import { chainHash } from "../../shared/store/audit.ts";
import type { World } from "./world.ts";

const row = z.object({
  aggregate: z.string(),
  version: z.int(),
  at: z.string(),
  actor: z.string(),
  event: z.string(),
  fields: z.array(z.string()).optional(),
  about: z.union([z.string(), z.array(z.string())]).optional(),
  how: z.enum(receiptWays).optional(),
  saidAt: z.string().optional(),
  previous: z.string(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof row>;

/** The audit of one record, in order. Throws where its chain of hashes is broken or a version is missing. */
export async function auditOf(world: World, id: string): Promise<readonly AuditRow[]> {
  const { items } = await world.deps.store.database.query("audit", { condition: "pk = :pk", values: { ":pk": id } }, row);
  let previous = "";
  for (const [at, entry] of items.entries()) {
    if (entry.version !== at + 1) throw new Error(`the audit of ${id} has no version ${at + 1}`);
    if (entry.previous !== previous || entry.hash !== chainHash(previous, entry)) throw new Error(`the audit of ${id} is broken`);
    previous = entry.hash;
  }
  return items;
}
