/**
 * The placement process as a table: every change of status is a row, from which come the conditions of the writes, the choices
 * of the state machine, what staff may do, and the tests.
 */
import type { ExpiriesOf } from "../process/status.ts";
import { successorsIn, type Transition, taking, type Way } from "../process/transition.ts";
import type { Placement } from "./placement.ts";
import { openStatuses, type PlacementStatus, placementStatuses, placementStatusRows } from "./statuses.ts";

/** Where a placement goes when an employer drops out: to the next consented one, else to the officer. */
const next = ["AWAITING_EMPLOYER", "AWAITING_REVIEW"] as const satisfies readonly PlacementStatus[];

const approving = { act: "approveShortlist" } as const satisfies Way;
const answeringForClient = { act: "answerForClient" } as const satisfies Way;
const answeringForEmployer = { act: "answerForEmployer" } as const satisfies Way;
const recordingInterview = { act: "recordInterview" } as const satisfies Way;
const confirming = { act: "confirmStart" } as const satisfies Way;
const reviewing = { act: "reviewPlacement" } as const satisfies Way;
const handingOver = { act: "handOver" } as const satisfies Way;
const answerByLink = { link: "ANSWER" } as const satisfies Way;
const resultByLink = { link: "INTERVIEW_RESULT" } as const satisfies Way;
const confirmationByLink = { link: "CONFIRMATION" } as const satisfies Way;

export const transitions = {
  start: { from: [], to: ["AWAITING_CERTIFICATE", "RANKING"], by: [{ act: "startPlacement" }] },
  certificateVerified: { from: ["AWAITING_CERTIFICATE"], to: ["RANKING"], by: ["system"] },
  goOnWithoutCertificate: { from: ["AWAITING_CERTIFICATE"], to: ["RANKING"], by: [reviewing] },
  certificateWaitExpires: { from: ["AWAITING_CERTIFICATE"], to: ["AWAITING_REVIEW"], by: ["system"] },
  proposeVacancies: { from: ["RANKING"], to: ["AWAITING_APPROVAL"], by: ["system"] },
  findNoVacancy: { from: ["RANKING"], to: ["AWAITING_VACANCY"], by: ["system"] },
  wake: { from: ["AWAITING_VACANCY"], to: ["RANKING"], by: ["system"] },
  widenRegion: { from: ["AWAITING_VACANCY"], to: ["RANKING"], by: [reviewing] },
  vacancyWaitExpires: { from: ["AWAITING_VACANCY"], to: ["AWAITING_REVIEW"], by: ["system"] },
  approveShortlist: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_CLIENT"], by: [approving] },
  rejectProposals: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_REVIEW"], by: [approving] },
  approvalExpires: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_APPROVAL", "AWAITING_REVIEW"], by: ["system"] },
  clientAnswers: { from: ["AWAITING_CLIENT"], to: next, by: [answeringForClient] },
  clientAnswersLate: { from: ["AWAITING_REVIEW"], to: next, by: [answeringForClient] },
  clientAnswerExpires: { from: ["AWAITING_CLIENT"], to: ["AWAITING_CLIENT", "AWAITING_REVIEW"], by: ["system"] },
  employerChoosesInterview: { from: ["AWAITING_EMPLOYER"], to: ["INTERVIEW"], by: [answerByLink, answeringForEmployer] },
  employerAccepts: { from: ["AWAITING_EMPLOYER"], to: ["AWAITING_CONFIRMATION"], by: [answerByLink, answeringForEmployer] },
  employerDeclines: { from: ["AWAITING_EMPLOYER"], to: next, by: [answerByLink, answeringForEmployer] },
  reopenEmployer: {
    from: ["AWAITING_REVIEW", "AWAITING_EMPLOYER", "INTERVIEW"],
    to: ["INTERVIEW", "AWAITING_CONFIRMATION"],
    by: [answeringForEmployer],
  },
  employerAnswerExpires: { from: ["AWAITING_EMPLOYER"], to: next, by: ["system"] },
  employerUndelivered: { from: ["AWAITING_EMPLOYER"], to: ["AWAITING_EMPLOYER"], by: ["system"] },
  employerReached: { from: ["AWAITING_EMPLOYER"], to: ["AWAITING_EMPLOYER"], by: [answeringForEmployer] },
  askAnew: {
    from: ["AWAITING_EMPLOYER"],
    to: ["AWAITING_EMPLOYER"],
    amends: ["INTERVIEW", "AWAITING_CONFIRMATION"],
    by: [answeringForEmployer, "system"],
  },
  interviewAgreed: { from: ["INTERVIEW"], to: ["INTERVIEW"], by: [recordingInterview] },
  interviewMoved: { from: ["INTERVIEW"], to: ["INTERVIEW"], by: [resultByLink, recordingInterview] },
  clientMissedInterview: { from: ["INTERVIEW"], to: ["INTERVIEW"], by: [resultByLink, recordingInterview] },
  absenceExcused: { from: ["INTERVIEW"], to: ["INTERVIEW"], by: [recordingInterview] },
  interviewOffers: { from: ["INTERVIEW"], to: ["AWAITING_CONFIRMATION"], by: [resultByLink, recordingInterview] },
  interviewEnds: { from: ["INTERVIEW"], to: next, by: [resultByLink, recordingInterview] },
  interviewExpires: { from: ["INTERVIEW"], to: ["INTERVIEW", ...next], by: ["system"] },
  seatTaken: { from: ["AWAITING_EMPLOYER", "INTERVIEW"], to: next, by: ["system"] },
  confirmOneSide: { from: [], to: [], amends: ["AWAITING_CONFIRMATION"], by: [confirmationByLink, confirming] },
  confirmStart: { from: ["AWAITING_CONFIRMATION"], to: ["PLACED"], by: [confirmationByLink, confirming] },
  verifyPlacement: { from: [], to: [], amends: ["PLACED"], by: [{ act: "verifyPlacement" }, "system"] },
  startDisputed: { from: ["AWAITING_CONFIRMATION"], to: ["AWAITING_CONFIRMATION"], by: [confirmationByLink] },
  didNotStart: { from: ["AWAITING_CONFIRMATION"], to: next, by: [confirmationByLink, confirming] },
  confirmationExpires: { from: ["AWAITING_CONFIRMATION"], to: ["AWAITING_CONFIRMATION"], by: ["system"] },
  rankAgain: { from: ["AWAITING_REVIEW"], to: ["RANKING", "AWAITING_CERTIFICATE"], by: [reviewing] },
  goOnReviewed: { from: ["AWAITING_REVIEW"], to: ["RANKING"], by: [reviewing] },
  closeReviewed: { from: ["AWAITING_REVIEW"], to: ["CLOSED"], by: [reviewing] },
  reviewExpires: { from: ["AWAITING_REVIEW"], to: ["AWAITING_REVIEW", "CLOSED"], by: ["system"] },
  recallProposal: {
    from: ["AWAITING_CLIENT", "AWAITING_EMPLOYER", "INTERVIEW", "AWAITING_CONFIRMATION"],
    to: next,
    amends: openStatuses,
    by: ["system"],
  },
  withdraw: { from: openStatuses, to: ["CLOSED"], by: [{ act: "withdrawPlacement" }, "system"] },
  // An approval's clock starts again with whoever has it now; nothing else waits longer for that.
  handOver: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_APPROVAL"], amends: openStatuses, by: [handingOver, "system"] },
  coverBegins: { from: ["AWAITING_APPROVAL"], to: ["AWAITING_APPROVAL"], by: ["system"] },
  clientChanged: { from: ["AWAITING_VACANCY"], to: ["RANKING"], amends: openStatuses, by: ["system"] },
  employerMerged: { from: [], to: [], amends: placementStatuses, by: ["system"] },
  executionReplaced: { from: [], to: [], amends: openStatuses, by: ["system"] },
} as const satisfies Record<ExpiriesOf<typeof placementStatusRows>, Transition<PlacementStatus>> &
  Record<string, Transition<PlacementStatus>>;

export type TransitionName = keyof typeof transitions;

/** Takes a transition of a placement. Refusals: STATUS_CONFLICT, NOT_ALLOWED. */
export const take = taking<Placement>()(placementStatusRows, transitions);

/** Every status that can follow a status of a placement. */
export const successorsOf = (status: PlacementStatus): readonly PlacementStatus[] => successorsIn(transitions, status);

/** Every way from one status to another, or back into itself. */
export const waysOfPlacement = () => placementStatuses.flatMap((from) => successorsOf(from).map((to) => ({ from, to })));
