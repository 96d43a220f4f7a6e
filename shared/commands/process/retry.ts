/** Load, decide, commit — and again where somebody else was faster. */
import { type DomainError, refusal } from "../../domain/errors.ts";
import type { CommitResult, Write } from "../../store/dynamodb.ts";
import type { Deps } from "../deps.ts";

/** What one try wants to write, and its response once it is written. */
export type Plan<T> =
  | { readonly kind: "write"; readonly writes: readonly Write[]; readonly response: T }
  | { readonly kind: "done"; readonly response: T };

/** A condition that did not hold and that no second try can heal: its own refusal. */
export type FinalRefusals = Readonly<Record<string, () => DomainError>>;

const mostTries = 8;

/**
 * Runs a plan until it is committed. A condition that failed means that a record has changed: load and decide again.
 * Another transaction in the way: back off first. Throws CONFLICT when that never ends.
 */
export async function commitWithRetry<T>(deps: Deps, plan: () => Promise<Plan<T>>, final: FinalRefusals = {}): Promise<T> {
  for (let tries = 0; tries < mostTries; tries++) {
    const planned = await plan();
    if (planned.kind === "done") return planned.response;
    const result: CommitResult = await deps.store.database.commit(planned.writes);
    if (result.kind === "committed") return planned.response;
    if (result.kind === "refused") {
      const factory = result.labels.map((label) => final[label]).find((make) => make !== undefined);
      if (factory && !result.labels.includes("idempotency")) throw factory();
    }
    await deps.pause(result.kind === "conflict" ? 20 * 2 ** tries : 2 * tries);
  }
  throw refusal("CONFLICT");
}
