/** The placement process as a table. Every status change is a row; conditions, the state machine's choices and the tests come from it. */
import type { PlacementStatus } from "./placement.ts";

export type TransitionActor = "client" | "employer" | "officer" | "supervisor" | "system";

export type Transition = {
  /** The statuses in which it is possible. */
  readonly from: readonly PlacementStatus[];
  /** Where it can lead; which of them, the rule says. */
  readonly to: readonly PlacementStatus[];
  readonly by: readonly TransitionActor[];
};

/** Every status in which a placement is neither settled nor closed. */
export const openStatuses = [
  "AWAITING_CERTIFICATE",
  "RANKING",
  "AWAITING_VACANCY",
  "AWAITING_APPROVAL",
  "AWAITING_CLIENT",
  "AWAITING_EMPLOYER",
  "INTERVIEW",
  "AWAITING_CONFIRMATION",
  "AWAITING_REVIEW",
] as const satisfies readonly PlacementStatus[];

/** Where a placement goes when an employer drops out: to the next consented one, else to the officer. */
const next = ["AWAITING_EMPLOYER", "AWAITING_REVIEW"] as const satisfies readonly PlacementStatus[];

export const transitions = {
  start: { from: [], to: ["AWAITING_CERTIFICATE", "RANKING"], by: ["officer"] },
  certificateVerified: { from: ["AWAITING_CERTIFICATE"], to: ["RANKING"], by: ["officer", "supervisor"] },
  goOnWithoutCertificate: { from: ["AWAITING_CERTIFICATE"], to: ["RANKING"], by: ["officer", "supervisor"] },
  certificateSilence: { from: ["AWAITING_CERTIFICATE"], to: ["AWAITING_REVIEW"], by: ["system"] },
  proposeVacancies: { from: ["RANKING"], to: ["AWAITING_APPROVAL"], by: ["system"] },
  findNoVacancy: { from: ["RANKING"], to: ["AWAITING_VACANCY"], by: ["system"] },
  wake: { from: ["AWAITING_VACANCY"], to: ["RANKING"], by: ["system"] },
  widenRegion: { from: ["AWAITING_VACANCY"], to: ["RANKING"], by: ["officer", "supervisor"] },
  vacancySilence: { from: ["AWAITING_VACANCY"], to: ["AWAITING_REVIEW"], by: ["system"] },
  approveShortlist: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_CLIENT"], by: ["officer", "supervisor"] },
  rejectProposals: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_REVIEW"], by: ["officer", "supervisor"] },
  approvalSilence: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_APPROVAL", "AWAITING_REVIEW"], by: ["system"] },
  clientAnswers: { from: ["AWAITING_CLIENT"], to: next, by: ["client", "officer"] },
  clientSilence: { from: ["AWAITING_CLIENT"], to: ["AWAITING_CLIENT", "AWAITING_REVIEW"], by: ["system"] },
  employerChoosesInterview: { from: ["AWAITING_EMPLOYER"], to: ["INTERVIEW"], by: ["employer", "officer"] },
  employerAccepts: { from: ["AWAITING_EMPLOYER"], to: ["AWAITING_CONFIRMATION"], by: ["employer", "officer"] },
  employerDeclines: { from: ["AWAITING_EMPLOYER"], to: next, by: ["employer", "officer"] },
  employerSilence: { from: ["AWAITING_EMPLOYER"], to: next, by: ["system"] },
  interviewAgreed: { from: ["INTERVIEW"], to: ["INTERVIEW"], by: ["officer", "supervisor"] },
  interviewOffers: { from: ["INTERVIEW"], to: ["AWAITING_CONFIRMATION"], by: ["employer", "officer"] },
  interviewEnds: { from: ["INTERVIEW"], to: next, by: ["employer", "officer"] },
  interviewSilence: { from: ["INTERVIEW"], to: ["INTERVIEW", ...next], by: ["system"] },
  seatTaken: { from: ["AWAITING_EMPLOYER", "INTERVIEW"], to: next, by: ["system"] },
  confirmOneSide: { from: ["AWAITING_CONFIRMATION"], to: ["AWAITING_CONFIRMATION"], by: ["employer", "client", "officer"] },
  confirmStart: { from: ["AWAITING_CONFIRMATION"], to: ["PLACED"], by: ["employer", "client", "officer"] },
  startDisputed: { from: ["AWAITING_CONFIRMATION"], to: ["AWAITING_CONFIRMATION"], by: ["employer"] },
  didNotStart: { from: ["AWAITING_CONFIRMATION"], to: next, by: ["employer", "officer"] },
  confirmationSilence: { from: ["AWAITING_CONFIRMATION"], to: ["AWAITING_CONFIRMATION"], by: ["system"] },
  rankAgain: { from: ["AWAITING_REVIEW"], to: ["RANKING", "AWAITING_CERTIFICATE"], by: ["officer", "supervisor"] },
  goOnReviewed: { from: ["AWAITING_REVIEW"], to: ["RANKING"], by: ["officer", "supervisor"] },
  closeReviewed: { from: ["AWAITING_REVIEW"], to: ["CLOSED"], by: ["officer", "supervisor"] },
  reviewSilence: { from: ["AWAITING_REVIEW"], to: ["AWAITING_REVIEW", "CLOSED"], by: ["system"] },
  recallProposal: {
    from: ["AWAITING_CLIENT", "AWAITING_EMPLOYER", "INTERVIEW", "AWAITING_CONFIRMATION"],
    to: next,
    by: ["system"],
  },
  withdraw: { from: openStatuses, to: ["CLOSED"], by: ["client", "officer", "supervisor", "system"] },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** The statuses that wait for somebody: each is one state of the machine with a token and a time-out. */
export const waitingStatuses = openStatuses.filter((status) => status !== "RANKING");

/** Every status that can follow a status, in the order of the table: what the choice after each wait lists. */
export function successorsOf(status: PlacementStatus): readonly PlacementStatus[] {
  const rows: readonly Transition[] = Object.values(transitions);
  const found = new Set(rows.filter((row) => row.from.includes(status)).flatMap((row) => row.to));
  return [...found];
}
