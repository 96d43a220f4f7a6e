/** The few moves that every rule of the process is made of. */

import type { Instant } from "../calendar/instant.ts";
import type { Weekday } from "../calendar/weekdays.ts";
import { type DomainError, refusal } from "../errors.ts";
import type { DeadlineSettings } from "../offices/deadline-settings.ts";
import { refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { deadlineOf, employerReminders, mostEmployers } from "./limits.ts";
import type { Placement, PlacementStatus, ReviewReason, ShortlistEntry } from "./placement.ts";
import { type TransitionName, transitions, waitingStatuses } from "./transitions.ts";

/** What a rule may know beside the state: the moment, the office's calendar, and which vacancies still have a seat. */
export type RuleContext = {
  readonly now: Instant;
  readonly settings: DeadlineSettings;
  /** The end of the office's day, so many working days after a moment (now, where none is given). */
  readonly deadlineAfter: (workingDays: number, from?: Instant) => Instant;
  /** Nine in the morning of the office, so many working days from now. */
  readonly morningAfter: (workingDays: number) => Instant;
  /** The end of the client's next report day, so many working days from now at the latest. */
  readonly reportDayWithin: (reportDay: Weekday | undefined, workingDays: number) => Instant;
  /** Vacancies of the shortlist that are open and have a free seat. */
  readonly withSeat: ReadonlySet<string>;
  /** Vacancies of the shortlist whose validity has ended: nobody is asked about them any more. */
  readonly expired: ReadonlySet<string>;
};

type To<N extends TransitionName> = (typeof transitions)[N]["to"][number];

type Changes = Partial<Omit<Placement, "id" | "status" | "version" | "waitNo" | "waitOpen">>;

const isWaiting = (status: PlacementStatus): status is keyof typeof deadlineOf => waitingStatuses.some((one) => one === status);

/**
 * Takes a transition of the table. A waiting status gets a wait of its own with a deadline from the office's settings
 * (or the one given); any other has none.
 */
export function moveTo<N extends TransitionName>(
  state: Placement,
  _name: N,
  status: To<N>,
  context: RuleContext,
  changes: Changes = {},
): Placement {
  const waits = isWaiting(status);
  return {
    ...state,
    reason: undefined,
    stage: 1,
    deadline: waits ? context.deadlineAfter(context.settings[deadlineOf[status]]) : undefined,
    ...changes,
    status,
    version: state.version + 1,
    waitNo: waits ? state.waitNo + 1 : state.waitNo,
    waitOpen: waits,
  };
}

/** A change that decides no wait: one of two confirmations, an entry of the shortlist that fell away. */
export const amend = (state: Placement, changes: Changes): Placement => ({ ...state, ...changes, version: state.version + 1 });

/** Refuses a command in a status that the table does not name for it. */
export function guard(state: Placement, name: TransitionName): { kind: "refused"; error: DomainError } | undefined {
  const from: readonly PlacementStatus[] = transitions[name].from;
  return from.includes(state.status) ? undefined : refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
}

/** Refuses what comes after the deadline of the open wait, even before the silence was noted. */
export const afterDeadline = (state: Placement, at: Instant) =>
  state.deadline !== undefined && at >= state.deadline ? refused(refusal("DEADLINE_PASSED")) : undefined;

/** Replaces the entry of one vacancy that is still alive. */
export const withEntry = (state: Placement, vacancyId: string, change: Partial<ShortlistEntry>): ShortlistEntry[] =>
  state.shortlist.map((entry) => (entry.vacancyId === vacancyId && isLive(entry) ? { ...entry, ...change } : entry));

const liveStates: readonly ShortlistEntry["state"][] = ["APPROVED", "CLIENT_ACCEPTED", "ASKED", "INTERVIEW", "CHOSEN"];

/** Whether something can still come of an entry. */
export const isLive = (entry: ShortlistEntry): boolean => liveStates.includes(entry.state);

/** The shortlist without what was proposed and never asked: those employers have declined nothing and may be proposed again. */
export const withoutLive = (state: Placement): ShortlistEntry[] =>
  state.shortlist.filter((entry) => entry.state !== "APPROVED" && entry.state !== "CLIENT_ACCEPTED");

/** Takes every live proposal off its vacancy. */
export const dropAll = (state: Placement): Effect[] =>
  state.shortlist.filter(isLive).map((entry) => ({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId }));

type NextStep =
  | "employerDeclines"
  | "employerSilence"
  | "interviewEnds"
  | "interviewSilence"
  | "seatTaken"
  | "didNotStart"
  | "recallProposal"
  | "clientAnswers";

/** How an employer that was asked drops out by its own word, silence or doing: another vacancy of it is not proposed either. */
const droppedOut: readonly ShortlistEntry["state"][] = ["EMPLOYER_DECLINED", "EMPLOYER_SILENT", "NOT_CHOSEN", "DID_NOT_START"];

/**
 * Asks the next employer to whom the client said yes and who still has a seat; where there is none, the officer decides.
 * At most five employers are asked in one attempt.
 */
export function askNext(
  state: Placement,
  name: NextStep,
  context: RuleContext,
  reason: ReviewReason = "EMPLOYERS_EXHAUSTED",
): { state: Placement; effects: Effect[] } {
  const effects: Effect[] = [];
  const shortlist = [...state.shortlist];
  const gone = new Set(shortlist.filter((entry) => droppedOut.includes(entry.state)).map((entry) => entry.employerId));
  for (const [at, entry] of shortlist.entries()) {
    if (entry.state !== "CLIENT_ACCEPTED") continue;
    if (context.expired.has(entry.vacancyId)) {
      shortlist[at] = { ...entry, state: "RECALLED" };
      effects.push({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId });
      continue;
    }
    if (!context.withSeat.has(entry.vacancyId)) {
      shortlist[at] = { ...entry, state: "SEAT_TAKEN" };
      effects.push({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId });
      continue;
    }
    if (gone.has(entry.employerId)) {
      shortlist[at] = { ...entry, state: "NOT_CHOSEN" };
      effects.push({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId });
      continue;
    }
    if (state.employersAsked >= mostEmployers) break;
    shortlist[at] = { ...entry, state: "ASKED" };
    const asked = moveTo(state, name, "AWAITING_EMPLOYER", context, {
      shortlist,
      interview: undefined,
      employersAsked: state.employersAsked + 1,
    });
    return { state: asked, effects: [...effects, ...askEmployer(entry.vacancyId, context)] };
  }
  const review = moveTo(state, name, "AWAITING_REVIEW", context, { shortlist, interview: undefined, reason });
  return { state: review, effects: [...effects, { kind: "MAIL", message: "reviewNeeded", to: "officer" }] };
}

const askEmployer = (vacancyId: string, context: RuleContext): Effect[] => [
  { kind: "MAIL", message: "candidateProposed", to: "employer", link: "ANSWER", vacancyId, whileWaiting: true },
  ...employerReminders
    .filter((days) => days < context.settings.employer)
    .map(
      (days): Effect => ({
        kind: "MAIL",
        message: "candidateReminder",
        to: "employer",
        link: "ANSWER",
        vacancyId,
        whileWaiting: true,
        dueAt: context.morningAfter(days),
      }),
    ),
];
