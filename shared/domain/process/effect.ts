/** What a decision brings about outside the state, as data. The commit turns each into items of the one transaction. */
import type { Instant } from "../calendar/instant.ts";
import type { Receipt } from "../record/receipt.ts";
import type { MessageName } from "../registers.ts";
import type { CalledOff } from "./called-off.ts";
import type { Concern } from "./concern.ts";

export type Effect =
  /** A mail; with a link where the receiver is to act. Not sent when the wait it belongs to has closed meanwhile. */
  | {
      readonly kind: "MAIL";
      readonly message: MessageName;
      readonly to: MailReceiver;
      readonly dueAt?: Instant;
      /** Send only while the wait that this decision opens is undecided. */
      readonly whileWaiting?: boolean;
      /** The action that the mail's link allows. */
      readonly link?: LinkAction;
      readonly vacancyId?: string | undefined;
      /** Somebody has asked for it just now: it is put together with no other one. */
      readonly atOnce?: true | undefined;
      /** The interview that does not take place, where the mail tells of one. */
      readonly calledOff?: CalledOff | undefined;
      /** What the news of the work gives to worry about, where the mail tells of it. */
      readonly about?: readonly Concern[] | undefined;
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

export const linkActions = ["ANSWER", "INTERVIEW_RESULT", "CONFIRMATION", "FOLLOW_UP"] as const;
export type LinkAction = (typeof linkActions)[number];

export type MailReceiver = "employer" | "officer" | "supervisor";
