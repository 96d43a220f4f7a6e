/** The same request twice is one request: its response is kept for seven days, in the transaction of the command itself. */
import type * as z from "zod";
import { refusal } from "../domain/errors.ts";
import type { Idempotency } from "../store/idempotency.ts";
import type { Deps } from "./deps.ts";

export { type Idempotency, idempotencyPut } from "../store/idempotency.ts";

/** The response that this request had before, to the letter; refuses a key that came with another request. */
export async function earlierResponse<T>(
  deps: Deps,
  idempotency: Idempotency | undefined,
  response: z.ZodType<T>,
): Promise<{ readonly kind: "done"; readonly response: T } | undefined> {
  const kept = idempotency && (await deps.store.idempotency.kept(idempotency));
  if (!kept) return undefined;
  if (!kept.sameRequest) throw refusal("IDEMPOTENCY_KEY_REUSED");
  return { kind: "done", response: response.parse(kept.response) };
}
