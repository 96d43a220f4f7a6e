/** Errors of the domain: named, made by small factories, compared by their code. Only the middleware knows HTTP. */

/** Every reason for which Titian refuses a request. Texts: `shared/messages/problems.ts`; HTTP statuses: `shared/runtime/problem-status.ts`. */
export const errorCodes = [
  "REQUEST_INVALID",
  "IDEMPOTENCY_KEY_REQUIRED",
  "IDEMPOTENCY_KEY_REUSED",
  "STAFF_NOT_REGISTERED",
  "NOT_ALLOWED",
  "NOT_FOUND",
  "STATUS_CONFLICT",
  "DEADLINE_PASSED",
  "ALREADY_ANSWERED",
  "WORD_BEFORE_QUESTION",
  "WORD_TOO_OLD",
  "CONSENT_WITHDRAWN",
  "ANOTHER_IS_ASKED",
  "SEAT_TAKEN",
  "START_BLOCKED",
  "GATE_FAILED",
  "NIK_TAKEN",
  "REGISTER_NUMBER_TAKEN",
  "CERTIFICATE_TAKEN",
  "LOOKUPS_EXHAUSTED",
  "CERTIFICATE_EXPIRED",
  "CERTIFICATE_NOT_COMPETENT",
  "SECOND_PERSON_REQUIRED",
  "MERGER_IMPOSSIBLE",
  "REASON_REQUIRED",
  "SHORTLIST_INVALID",
  "ANSWER_INCOMPLETE",
  "CONFIRMATION_INVALID",
  "FOLLOW_UP_NOT_DUE",
  "LINK_INVALID",
  "LINK_EXPIRED",
  "LINK_USED",
  "UNDO_TOO_LATE",
  "TOO_MANY_TRIES",
  "CONFLICT",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What stands in the way, one entry a fact: a field of the request, a blocker of a start, a gate of law. */
export type ErrorDetail = {
  readonly code: string;
  readonly path?: string;
  readonly value?: string;
  /** The field was not given at all: its sentence says so, and names it. */
  readonly missing?: true;
};

/** A refusal that says why. It changes nothing. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  /** The record as it is now, where the asker saw an older one; the route says what of it may be shown. */
  readonly newer: unknown;
  constructor(code: ErrorCode, details: readonly ErrorDetail[] = [], newer?: unknown) {
    super(code);
    this.code = code;
    this.details = details;
    this.newer = newer;
  }
}

/** A refusal with its code and, where more than one thing stands in the way, all of them at once. */
export const refusal = (code: ErrorCode, details: readonly ErrorDetail[] = []): DomainError => new DomainError(code, details);

/** What was changed was an older version; the newer one comes with it. */
export const newerVersion = <R extends { readonly version: number }>(record: R): DomainError =>
  new DomainError("CONFLICT", [{ code: "version.newer", value: String(record.version) }], record);

/** What belongs to another office is refused as what does not exist. */
export const notFound = (what: string): DomainError => refusal("NOT_FOUND", [{ code: what }]);
