/** Who did what to which record: append-only, one hash chain an aggregate, ids only (so that erasure leaves it true). */
import { createHash } from "node:crypto";
import type { Instant } from "../domain/calendar/instant.ts";
import type { Actor } from "../domain/process/actor.ts";
import type { ReceiptWay } from "../domain/record/receipt.ts";
import type { Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export type AuditEntry = {
  readonly aggregate: string;
  readonly version: number;
  readonly at: Instant;
  readonly actor: string;
  readonly event: string;
  /** The names of the fields that changed, where the event does not say it; never their values. */
  readonly fields?: readonly string[] | undefined;
} & AboutAct;

/** What an act was about besides its record, and how the word was taken that it records. */
export type AboutAct = {
  /** The ids of other records that the act was about, where it was about any. */
  readonly about?: string | readonly string[] | undefined;
  /** How a person's word was taken; absent where it is nobody's word, or came by a link. */
  readonly how?: ReceiptWay | undefined;
  /** When it was said, where that was before it was recorded. */
  readonly saidAt?: Instant | undefined;
};

/** The actor as it stands in the audit. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return `${actor.role}:${actor.staffId}`;
    case "link":
      return `contact:${actor.contactId}`;
    case "system":
      return "system";
  }
}

/** The hash of an entry and of all before it. */
export function chainHash(previous: string, entry: AuditEntry): string {
  const { aggregate, version, at, actor, event, fields, about, how, saidAt } = entry;
  const lines = [
    previous,
    aggregate,
    version,
    at,
    actor,
    event,
    ...(fields ? [fields.join(",")] : []),
    ...(about ? [`about ${typeof about === "string" ? about : about.join(",")}`] : []),
    ...(how ? [`how ${how}`] : []),
    ...(saidAt ? [`said ${saidAt}`] : []),
  ];
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** The write that appends an entry; the new head of the chain is kept on the record itself. */
export function auditPut(previous: string, entry: AuditEntry): { readonly write: Write; readonly head: string } {
  const head = chainHash(previous, entry);
  const item = { ...keys.audit(entry.aggregate, entry.version), ...entry, previous, hash: head };
  return { write: { label: "audit", table: "audit", kind: "append", item }, head };
}
