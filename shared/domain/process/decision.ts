/** What a decision is: a refusal with its reason, no change, or the next state with all that is to happen, as data. */
import type { DomainError } from "../errors.ts";
import type { Effect } from "./effect.ts";

export type Refused = { readonly kind: "refused"; readonly error: DomainError };

/** The state that a decision was made on: nothing is written unless it still stands. */
export type Expected = { readonly status: string; readonly version: number };

export type Decided<P> = {
  readonly kind: "decided";
  /** The condition of the write; absent for what begins. */
  readonly expected?: Expected;
  readonly state: P;
  readonly effects: readonly Effect[];
  /** The transition that was taken: what the audit and the closed wait name. */
  readonly event: string;
};

/** The outcome of a rule. */
export type Decision<P> = Decided<P> | { readonly kind: "unchanged" } | Refused;

export const unchanged = { kind: "unchanged" } as const;
export const refused = (error: DomainError): Refused => ({ kind: "refused", error });
