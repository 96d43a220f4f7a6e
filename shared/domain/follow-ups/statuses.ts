/** The statuses of a follow-up, each one row. Their words: `shared/messages/status-words.ts`. */
import { openIn, type StatusRow, statusesOf, waitingIn } from "../process/status.ts";

export const followUpStatusRows = {
  AWAITING_DAY: { kind: "WAITS", waitsFor: ["day"], deadline: "GIVEN", expires: { by: "dayComes" } },
  AWAITING_NEWS: {
    kind: "WAITS",
    waitsFor: ["employer", "client", "officer"],
    deadline: "followUp",
    // The client is asked in person on the next report day, before anybody is sent.
    expires: { by: "newsExpires", again: { message: "askOnReportDay", to: "officer" }, leadsTo: "VISIT" },
  },
  AWAITING_VISIT: {
    kind: "WAITS",
    waitsFor: ["officer"],
    deadline: "followUp",
    expires: { by: "visitExpires", again: { message: "visitEscalated", to: "supervisor" }, leadsTo: "NEXT_DAY" },
  },
  COMPLETED: { kind: "ENDED" },
  ENDED: { kind: "ENDED" },
} as const satisfies Record<string, StatusRow<"VISIT" | "NEXT_DAY">>;

export type FollowUpStatus = keyof typeof followUpStatusRows;

export const followUpStatuses = statusesOf(followUpStatusRows);

/** The statuses that wait for somebody: each is one state of the machine with a token and a time-out. */
export const followUpWaits = waitingIn(followUpStatusRows);

/** Every status in which a follow-up has not come to its end. */
export const openFollowUpStatuses = openIn(followUpStatusRows);
