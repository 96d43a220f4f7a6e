/**
 * What a member of staff may do with a record or a process as it stands now: what the role may not do is absent, and so is what
 * makes no sense now; what only cannot be done yet is there with what stands in the way.
 *
 * An act is named by the route that carries it and, after a dot, by the decision that its body names. This file and what it
 * imports run in the browser as they are: tables and functions, no schema.
 */
import { type Action, isAllowed, type Relation } from "./access-policy.ts";
import type { StaffRole } from "./roles.ts";

/** What can stand in the way of an act. In words: `shared/messages/act-words.ts`. */
export const blocks = [
  "AFTER_CERTIFICATE",
  "AFTER_RANKING",
  "AFTER_VACANCY",
  "AFTER_APPROVAL",
  "AFTER_CLIENT",
  "AFTER_EMPLOYER",
  "AFTER_INTERVIEW",
  "AFTER_DAY",
  "DEADLINE_PASSED",
  "ANSWER_PENDING",
  "CLIENT_TO_BE_HEARD",
  "EMPLOYERS_ALL_ASKED",
  "SHORTLIST_FULL",
  "SECOND_PERSON_REQUIRED",
  "CERTIFICATE_EXPIRED",
  "CERTIFICATE_NOT_COMPETENT",
  "STATUS_DOCUMENT_MISSING",
  "NOT_ADULT",
  "OTHER_OFFICE",
  "PROFILING_CONSENT_MISSING",
  "PROFILING_CONSENT_REFUSED",
  "PROFILING_CONSENT_WITHDRAWN",
  "SUSPENDED",
  "PLACEMENT_OPEN",
] as const;
export type Block = (typeof blocks)[number];

/** An act, and what stands in its way; nothing does: it can be done now. */
export type Offer<A extends string = string> = { readonly act: A; readonly blocked?: Block | undefined };

/** How an act stands: it can be done, it makes no sense, or something stands in its way. */
export type Standing = "FREE" | "ABSENT" | Block;

/** Whoever asks, as they stand to the record. */
export type Asker = { readonly role: StaffRole; readonly relation: Relation };

/** The acts that somebody may take, in the order given. */
export function offersOf<A extends string>(
  { role, relation }: Asker,
  acts: readonly (readonly [act: A, action: Action, standing: Standing])[],
): readonly Offer<A>[] {
  return acts.flatMap(([act, action, standing]): readonly Offer<A>[] => {
    if (standing === "ABSENT" || !isAllowed(role, action, relation)) return [];
    return [standing === "FREE" ? { act } : { act, blocked: standing }];
  });
}

/** An act on a record. */
export type RecordAct<S> = {
  readonly action: Action;
  /** It makes a record of the asker's own office, whosever the one is that it is about. */
  readonly creates?: true;
  /** Absent: it can always be done. */
  readonly standing?: (state: S) => Standing;
};

/** The acts of a record's table that somebody may take, in its order. */
export const offersOn = <S, A extends string>(
  asker: Asker,
  acts: readonly (readonly [act: A, row: RecordAct<S>])[],
  state: S,
): readonly Offer<A>[] =>
  acts.flatMap(([act, { action, creates, standing }]) =>
    offersOf(creates ? { ...asker, relation: "office" } : asker, [[act, action, standing?.(state) ?? "FREE"]]),
  );
