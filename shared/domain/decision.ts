/** What a decision is: a refusal with its reason, no change, or the next state with all that is to happen, as data. */

import type { Instant } from "./calendar/instant.ts";
import type { DomainError } from "./errors.ts";

/** Who acts. People carry their staff id; `link` is an employer's contact who came by a link. */
export type Actor =
  | { readonly kind: "staff"; readonly staffId: string; readonly role: string }
  | { readonly kind: "link"; readonly contactId: string }
  | { readonly kind: "system" };

/** What a state machine of the table is at: the fields that the protocol of waits needs of every process. */
export type ProcessState = {
  readonly id: string;
  readonly status: string;
  /** Raised by one with each commit; the condition of each write. */
  readonly version: number;
  /** The number of the last wait that was opened; 0 before the first. */
  readonly waitNo: number;
  /** Whether that wait is still undecided. */
  readonly waitOpen: boolean;
  /** When the open wait ends by silence. */
  readonly deadline?: Instant | undefined;
  /** The number of the execution that carries the process; raised when a lost one is replaced. */
  readonly run: number;
};

/** What a decision may bring about outside the state. The commit turns each into items of the one transaction. */
export type Effect =
  /** A mail; with a link where the receiver is to act. Not sent when the wait it belongs to has closed meanwhile. */
  | {
      readonly kind: "MAIL";
      readonly message: string;
      readonly to: MailReceiver;
      readonly dueAt?: Instant;
      /** Send only while the wait that this decision opens is undecided. */
      readonly whileWaiting?: boolean;
      /** The action that the mail's link allows. */
      readonly link?: LinkAction;
      readonly vacancyId?: string;
    }
  /** Marks a live proposal on the vacancy, so that its closing reaches the placement. */
  | { readonly kind: "HOLD_PROPOSAL"; readonly vacancyId: string }
  | { readonly kind: "DROP_PROPOSAL"; readonly vacancyId: string }
  /** Takes one free seat, or fails the whole commit where none is left. */
  | { readonly kind: "TAKE_SEAT"; readonly vacancyId: string }
  | { readonly kind: "GIVE_SEAT_BACK"; readonly vacancyId: string }
  /** A receipt that the client agreed to be named to one employer. */
  | {
      readonly kind: "CONSENT_TO_SHARE";
      readonly employerId: string;
      readonly discloseBapas: boolean;
      readonly given: Receipt;
    }
  /** The client has no open placement any more. */
  | { readonly kind: "RELEASE_CLIENT"; readonly clientId: string }
  | { readonly kind: "START_FOLLOW_UP" };

/** How a person's word was taken where it was not given by the person's own link. */
export const receiptWays = ["IN_PERSON", "PHONE", "WHATSAPP", "VISIT", "LINK", "PAPER"] as const;
export type ReceiptWay = (typeof receiptWays)[number];
export type Receipt = { readonly how: ReceiptWay; readonly at: Instant; readonly evidence?: string | undefined };

export const linkActions = ["ANSWER", "INTERVIEW_RESULT", "CONFIRMATION", "FOLLOW_UP"] as const;
export type LinkAction = (typeof linkActions)[number];

export type MailReceiver = "employer" | "officer" | "supervisor";

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
