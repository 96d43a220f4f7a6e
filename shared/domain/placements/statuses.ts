/** The statuses of a placement, each one row; days are settings of the office. Their words: `shared/messages/status-words.ts`. */
import { openIn, type StatusesOf, type StatusRow, statusesOf, waitingIn } from "../process/status.ts";
import type { CloseReason, ReviewReason } from "./reasons.ts";
import type { ShortlistEntry } from "./shortlist.ts";

/** What follows when a placement's wait has expired for good. */
export type AfterExpiry =
  /** The officer decides. */
  | { readonly review: ReviewReason }
  /** The employer that was asked drops out, and the next one that the client agreed to is asked. */
  | { readonly nextEmployer: ShortlistEntry["state"] }
  | { readonly close: CloseReason };

export const placementStatusRows = {
  AWAITING_CERTIFICATE: {
    kind: "WAITS",
    waitsFor: ["officer"],
    deadline: "certificate",
    expires: { by: "certificateWaitExpires", leadsTo: { review: "NO_CERTIFICATE" } },
  },
  RANKING: { kind: "TASK" },
  AWAITING_VACANCY: {
    kind: "WAITS",
    waitsFor: ["vacancy"],
    deadline: "vacancy",
    expires: { by: "vacancyWaitExpires", leadsTo: { review: "NO_VACANCY" } },
  },
  AWAITING_APPROVAL: {
    kind: "WAITS",
    waitsFor: ["officer"],
    deadline: "approval",
    expires: {
      by: "approvalExpires",
      again: { message: "approvalEscalated", to: "supervisor" },
      leadsTo: { review: "NOT_APPROVED" },
    },
  },
  AWAITING_CLIENT: {
    kind: "WAITS",
    waitsFor: ["client", "officer"],
    deadline: "client",
    expires: {
      by: "clientAnswerExpires",
      again: { message: "callClient", to: "officer" },
      leadsTo: { review: "CLIENT_SILENT" },
    },
  },
  AWAITING_EMPLOYER: {
    kind: "WAITS",
    waitsFor: ["employer"],
    deadline: "employer",
    expires: { by: "employerAnswerExpires", leadsTo: { nextEmployer: "EMPLOYER_SILENT" } },
  },
  INTERVIEW: {
    kind: "WAITS",
    waitsFor: ["employer", "officer"],
    deadline: "interview",
    expires: {
      by: "interviewExpires",
      again: { message: "interviewResultNeeded", to: "officer" },
      leadsTo: { nextEmployer: "NOT_CHOSEN" },
    },
  },
  // Asked again and again: somebody at work never lapses.
  AWAITING_CONFIRMATION: {
    kind: "WAITS",
    waitsFor: ["employer", "officer"],
    deadline: "confirmation",
    expires: { by: "confirmationExpires", again: { message: "confirmationNeeded", to: "officer" } },
  },
  AWAITING_REVIEW: {
    kind: "WAITS",
    waitsFor: ["officer"],
    deadline: "review",
    expires: {
      by: "reviewExpires",
      again: { message: "reviewEscalated", to: "supervisor" },
      leadsTo: { close: "NO_DECISION" },
    },
  },
  PLACED: { kind: "ENDED" },
  CLOSED: { kind: "ENDED" },
} as const satisfies Record<string, StatusRow<AfterExpiry>>;

export type PlacementStatus = keyof typeof placementStatusRows;
export type WaitingPlacementStatus = StatusesOf<typeof placementStatusRows, "WAITS">;

export const placementStatuses = statusesOf(placementStatusRows);

/** The statuses that wait for somebody: each is one state of the machine with a token and a time-out. */
export const waitingStatuses = waitingIn(placementStatusRows);

/** Every status in which a placement is neither settled nor closed. */
export const openStatuses = openIn(placementStatusRows);
