/** The same request twice is one request: its answer is kept for seven days, in the transaction of the command itself. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { refusal } from "../domain/errors.ts";
import type { Write } from "../store/dynamodb.ts";
import { keys } from "../store/keys.ts";
import type { Deps } from "./deps.ts";

/** Who sent which request with which key; `request` is the whole of what was asked. */
export type Idempotency = { readonly subject: string; readonly route: string; readonly key: string; readonly request: unknown };

const row = z.object({ requestHash: z.string(), answer: z.unknown() });

const hashOf = (request: unknown): string => createHash("sha256").update(JSON.stringify(request)).digest("hex");

/** The answer that was given to this request before, to the letter; refuses a key that came with another request. */
export async function earlierAnswer<T>(
  deps: Deps,
  idempotency: Idempotency | undefined,
  answer: z.ZodType<T>,
): Promise<{ readonly kind: "done"; readonly answer: T } | undefined> {
  if (!idempotency) return undefined;
  const found = await deps.store.database.get(
    "placements",
    keys.idempotency(idempotency.subject, idempotency.route, idempotency.key),
    row,
  );
  if (!found) return undefined;
  if (found.requestHash !== hashOf(idempotency.request)) throw refusal("IDEMPOTENCY_KEY_REUSED");
  return { kind: "done", answer: answer.parse(found.answer) };
}

/** The write that keeps the answer. */
export function idempotencyPut(idempotency: Idempotency | undefined, answer: unknown, now: Instant): readonly Write[] {
  if (!idempotency) return [];
  return [
    {
      label: "idempotency",
      table: "placements",
      kind: "put",
      item: {
        ...keys.idempotency(idempotency.subject, idempotency.route, idempotency.key),
        requestHash: hashOf(idempotency.request),
        answer,
        expiresAt: Math.floor(Date.parse(now) / 1000) + 7 * 86_400,
      },
      condition: "attribute_not_exists(pk)",
    },
  ];
}
