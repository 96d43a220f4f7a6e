/** What a decision is: a refusal with its reason, no change, or the next state with all that is to happen, as data. */
import type { DomainError } from "../errors.ts";
import type { Effect } from "./effect.ts";

/** The outcome of a rule. */
export type Decision<S> =
  | { readonly kind: "decided"; readonly state: S; readonly effects: readonly Effect[]; readonly event: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly error: DomainError };

export const decided = <S>(state: S, effects: readonly Effect[], event: string): Decision<S> => ({
  kind: "decided",
  state,
  effects,
  event,
});

export const unchanged = { kind: "unchanged" } as const;

export const refused = (error: DomainError): { readonly kind: "refused"; readonly error: DomainError } => ({
  kind: "refused",
  error,
});
