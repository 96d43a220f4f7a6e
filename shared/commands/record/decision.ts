/** What a command decides about a record: a refusal, nothing new, or the next version with all that belongs to the same act. */
import type { DomainError } from "../../domain/errors.ts";
import type { AboutAct } from "../../store/audit.ts";
import type { Write } from "../../store/dynamodb.ts";
import type { OutboxEffect } from "../../store/outbox.ts";

/** `R` is what the request is told, and told again where it comes twice. */
export type RecordDecision<S, R> =
  | { readonly kind: "refused"; readonly error: DomainError }
  | { readonly kind: "unchanged"; readonly response: R }
  | ({ readonly kind: "changed" } & RecordChange<S, R>);

export type RecordChange<S, R> = {
  /** The record as it is from now on; its version follows by itself. */
  readonly state: S;
  /** As the audit names the act. */
  readonly event: string;
  readonly response: R;
  /** The names of the fields that changed, where the event does not say it. */
  readonly fields?: readonly string[];
  /** What the act was about besides the record, and how a word was taken. */
  readonly told?: AboutAct;
  /** What the outbox shall do. */
  readonly effects?: readonly OutboxEffect[];
  /** Further rows of the same act: a receipt, a part of the record. */
  readonly writes?: readonly Write[];
};

export const changed = <S, R>(change: RecordChange<S, R>): RecordDecision<S, R> => ({ kind: "changed", ...change });
export const unchanged = <R>(response: R) => ({ kind: "unchanged", response }) as const;
export const refused = (error: DomainError) => ({ kind: "refused", error }) as const;
