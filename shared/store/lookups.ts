/** What members of staff found out about numbers that are known already: a count a day, and a chain of the audit for each. */
import type { Instant } from "../domain/calendar/instant.ts";
import { countOn, type Lookups, lookups } from "../domain/offices/lookups.ts";
import { auditPut } from "./audit.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export const openLookups = (db: Database) => ({
  of: (staffId: string) => db.get("staff", keys.lookups(staffId), lookups),
});

export type Lookup = {
  readonly staffId: string;
  readonly actor: string;
  readonly event: string;
  /** The record that holds the number. */
  readonly about: string | undefined;
  readonly day: string;
  readonly at: Instant;
};

/** One more, on what was read, with its entry in the person's own audit. */
export function lookupWrites(kept: Lookups | undefined, { staffId, actor, event, about, day, at }: Lookup): readonly Write[] {
  const version = (kept?.version ?? 0) + 1;
  const audit = auditPut(kept?.auditHead ?? "", { aggregate: staffId, version, at, actor, event, about });
  const item = { ...keys.lookups(staffId), day, count: countOn(kept, day) + 1, version, auditHead: audit.head };
  const stands = kept
    ? { condition: "#version = :version", names: { "#version": "version" }, values: { ":version": kept.version } }
    : { condition: "attribute_not_exists(pk)" };
  return [{ label: "lookups", table: "staff", kind: "put", item, ...stands }, audit.write];
}
