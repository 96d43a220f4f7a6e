/** The employer's answer, the interview, and what follows from either. */

import type { Instant } from "../calendar/instant.ts";
import { type Decision, decided, type Effect, refused } from "../decision.ts";
import { refusal } from "../errors.ts";
import { afterDeadline, askNext, guard, moveTo, type RuleContext, withEntry } from "./moves.ts";
import { currentEntry, type declineReasons, type Placement, type ShortlistEntry } from "./placement.ts";

export type EmployerAnswer =
  | { readonly choice: "INTERVIEW"; readonly times: readonly Instant[] }
  | { readonly choice: "ACCEPT" }
  | { readonly choice: "DECLINE"; readonly reason: (typeof declineReasons)[number] };

/** An interview lies ahead, and not so far that a slip of the year would hold the placement up. */
const farthestInterview = 60 * 86_400_000;
export const isBookable = (at: Instant, from: Instant): boolean =>
  at > from && Date.parse(at) - Date.parse(from) <= farthestInterview;
export const unbookable = refusal("REQUEST_INVALID", [{ code: "interview.time", path: "times" }]);

const noSeat = (vacancyId: string) => refused(refusal("SEAT_TAKEN", [{ code: "NO_SEAT", value: vacancyId }]));

/**
 * The asked employer's choice. It counts by the time at which it was given.
 * @param givenAt when the employer said it; an answer by link takes effect ten minutes later
 */
export function answerProposal(
  state: Placement,
  answer: EmployerAnswer,
  givenAt: Instant,
  context: RuleContext,
): Decision<Placement> {
  const wrong = guard(state, "employerAccepts") ?? afterDeadline(state, givenAt);
  if (wrong) return wrong;
  const entry = currentEntry(state);
  if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  switch (answer.choice) {
    case "INTERVIEW": {
      if (!context.withSeat.has(entry.vacancyId)) return noSeat(entry.vacancyId);
      if (!answer.times.every((at) => isBookable(at, givenAt))) return refused(unbookable);
      return decided(
        moveTo(state, "employerChoosesInterview", "INTERVIEW", context, {
          shortlist: withEntry(state, entry.vacancyId, { state: "INTERVIEW" }),
          interview: { proposed: [...answer.times] },
          deadline: context.deadlineAfter(context.settings.interview, latest([context.now, ...answer.times])),
        }),
        [
          {
            kind: "MAIL",
            message: "interviewNoted",
            to: "employer",
            link: "INTERVIEW_RESULT",
            vacancyId: entry.vacancyId,
            whileWaiting: true,
          },
          { kind: "MAIL", message: "interviewProposed", to: "officer", vacancyId: entry.vacancyId },
        ],
        "employerChoosesInterview",
      );
    }
    case "ACCEPT":
      return choose(state, entry, "employerAccepts", context);
    case "DECLINE": {
      const shortlist = withEntry(state, entry.vacancyId, { state: "EMPLOYER_DECLINED", declineReason: answer.reason });
      return goOn({ ...state, shortlist }, entry, "employerDeclines", context);
    }
  }
}

/** The officer notes which of the proposed times was agreed, or another; the wait for the result counts from it. */
export function agreeInterview(state: Placement, at: Instant, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "interviewAgreed") ?? afterDeadline(state, context.now);
  if (wrong) return wrong;
  const entry = currentEntry(state);
  if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  if (!isBookable(at, context.now)) return refused(unbookable);
  const next = moveTo(state, "interviewAgreed", "INTERVIEW", context, {
    interview: { proposed: state.interview?.proposed ?? [], agreedAt: at },
    deadline: context.deadlineAfter(context.settings.interview, latest([context.now, at])),
  });
  const mail: Effect = {
    kind: "MAIL",
    message: "interviewAgreed",
    to: "employer",
    link: "INTERVIEW_RESULT",
    vacancyId: entry.vacancyId,
    whileWaiting: true,
  };
  return decided(next, [mail], "interviewAgreed");
}

export type InterviewResult = { readonly result: "OFFER" | "NO" | "CLIENT_ABSENT" | "EMPLOYER_ABSENT" };

/** What came of the interview. Not appearing is noted here and nowhere else: it never reaches a supervision record. */
export function recordInterview(
  state: Placement,
  result: InterviewResult,
  givenAt: Instant,
  context: RuleContext,
): Decision<Placement> {
  const wrong = guard(state, "interviewOffers") ?? afterDeadline(state, givenAt);
  if (wrong) return wrong;
  const entry = currentEntry(state);
  if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  if (result.result === "OFFER") return choose(state, entry, "interviewOffers", context);
  const shortlist = withEntry(state, entry.vacancyId, { state: "NOT_CHOSEN" });
  return goOn({ ...state, shortlist }, entry, "interviewEnds", context);
}

/** The seat went to somebody else between the answer and its effect: the employer is told, the next one is asked. */
export function loseSeat(state: Placement, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "seatTaken");
  if (wrong) return wrong;
  const entry = currentEntry(state);
  if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  const step = askNext({ ...state, shortlist: withEntry(state, entry.vacancyId, { state: "SEAT_TAKEN" }) }, "seatTaken", context);
  const told: Effect = { kind: "MAIL", message: "seatTaken", to: "employer", vacancyId: entry.vacancyId };
  return decided(step.state, [{ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId }, told, ...step.effects], "seatTaken");
}

/** An employer has dropped out: its proposal leaves the vacancy and the next one is asked. */
export function goOn(
  state: Placement,
  entry: ShortlistEntry,
  name: "employerDeclines" | "employerSilence" | "interviewEnds" | "interviewSilence",
  context: RuleContext,
): Decision<Placement> {
  const step = askNext(state, name, context);
  return decided(step.state, [{ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId }, ...step.effects], name);
}

function choose(
  state: Placement,
  entry: ShortlistEntry,
  name: "employerAccepts" | "interviewOffers",
  context: RuleContext,
): Decision<Placement> {
  if (!context.withSeat.has(entry.vacancyId)) return noSeat(entry.vacancyId);
  const next = moveTo(state, name, "AWAITING_CONFIRMATION", context, {
    shortlist: withEntry(state, entry.vacancyId, { state: "CHOSEN" }),
    confirmedBy: {},
  });
  return decided(
    next,
    [
      { kind: "TAKE_SEAT", vacancyId: entry.vacancyId },
      {
        kind: "MAIL",
        message: "confirmStart",
        to: "employer",
        link: "CONFIRMATION",
        vacancyId: entry.vacancyId,
        whileWaiting: true,
      },
      { kind: "MAIL", message: "employerChose", to: "officer", vacancyId: entry.vacancyId },
    ],
    name,
  );
}

const latest = (moments: readonly Instant[]): Instant => [...moments].sort().at(-1) ?? "";
