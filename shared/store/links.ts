/** Links at rest: never their secrets. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import { type Colleague, colleague } from "../domain/employers/contact.ts";
import { linkActions } from "../domain/process/effect.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export const linkRow = z.object({
  id: z.string(),
  rev: z.int(),
  /** SHA-256 of the secret, hex. The secret itself is stored nowhere. */
  hash: z.string(),
  action: z.enum(linkActions),
  processId: z.string(),
  /** The wait with whose question it was sent; it is revoked when a link is sent with a later one. */
  waitNo: z.int(),
  vacancyId: z.string(),
  employerId: z.string(),
  contactId: z.string(),
  /** SHA-256 of the address to which it went, hex. */
  address: z.string(),
  validUntil: instantSchema,
  usedAt: instantSchema.optional(),
  /** Whom its holder has named as in charge. */
  colleague: colleague.optional(),
});

export type LinkRow = z.infer<typeof linkRow>;

const expiryOf = ({ validUntil }: LinkRow): number => Math.floor(Date.parse(validUntil) / 1000) + 90 * 86_400;

export const linkPut = (link: LinkRow): Write => ({
  label: "link",
  table: "placements",
  kind: "put",
  item: { ...keys.link(link.id), ...link, expiresAt: expiryOf(link) },
  condition: "attribute_not_exists(pk)",
});

/** By which short code a link is found, as long as it is kept. */
export const linkCodePut = (link: LinkRow, codeHash: string): Write => ({
  label: "linkCode",
  table: "placements",
  kind: "put",
  item: { ...keys.linkCode(codeHash), linkId: link.id, expiresAt: expiryOf(link) },
  condition: "attribute_not_exists(pk)",
});

/** A link works once. */
export const linkUse = (linkId: string, now: Instant): Write => ({
  label: "used",
  table: "placements",
  kind: "update",
  key: keys.link(linkId),
  update: "SET usedAt = :now",
  condition: "attribute_exists(pk) AND attribute_not_exists(usedAt)",
  values: { ":now": now },
});

/** Its holder has named who is in charge. */
export const linkColleague = (linkId: string, named: Colleague): Write => ({
  label: "colleague",
  table: "placements",
  kind: "update",
  key: keys.link(linkId),
  update: "SET colleague = :named",
  condition: "attribute_exists(pk)",
  values: { ":named": named },
});

/** The answer was taken back: the link works once more. */
export const linkReuse = (linkId: string): Write => ({
  label: "used",
  table: "placements",
  kind: "update",
  key: keys.link(linkId),
  update: "REMOVE usedAt",
  condition: "attribute_exists(usedAt)",
});

/** The answer was dropped: the link works once more, whether or not it was marked. */
export const linkFree = (linkId: string): Write => ({
  label: "used",
  table: "placements",
  kind: "update",
  key: keys.link(linkId),
  update: "REMOVE usedAt",
  condition: "attribute_exists(pk)",
});

export function openLinks(db: Database) {
  return {
    link: (id: string) => db.get("placements", keys.link(id), linkRow),
    byCode: async (codeHash: string): Promise<string | undefined> =>
      (await db.get("placements", keys.linkCode(codeHash), z.object({ linkId: z.string() })))?.linkId,
  };
}
