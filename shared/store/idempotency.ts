/** The response to a request, kept under its Idempotency-Key for seven days; of the request only a hash is kept. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

/** Who sent which request with which key; `request` is the whole of what was asked. */
export type Idempotency = { readonly subject: string; readonly route: string; readonly key: string; readonly request: unknown };

const row = z.object({ requestHash: z.string(), answer: z.unknown() });

const hashOf = (request: unknown): string => createHash("sha256").update(JSON.stringify(request)).digest("hex");

export function openIdempotency(db: Database) {
  return {
    /** What was kept under this key, and whether it was the same request to the letter. */
    async kept({
      subject,
      route,
      key,
      request,
    }: Idempotency): Promise<{ readonly sameRequest: boolean; readonly response: unknown } | undefined> {
      const found = await db.get("placements", keys.idempotency(subject, route, key), row);
      return found && { sameRequest: found.requestHash === hashOf(request), response: found.answer };
    },
  };
}

/** The write that keeps the response. */
export function idempotencyPut(idempotency: Idempotency | undefined, response: unknown, now: Instant): readonly Write[] {
  if (!idempotency) return [];
  return [
    {
      label: "idempotency",
      table: "placements",
      kind: "append",
      item: {
        ...keys.idempotency(idempotency.subject, idempotency.route, idempotency.key),
        requestHash: hashOf(idempotency.request),
        answer: response,
        expiresAt: Math.floor(Date.parse(now) / 1000) + 7 * 86_400,
      },
    },
  ];
}
