/** The asked employer's choice, and what follows from it. */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Decision, decided, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { isBookable, latest, unbookable } from "./interview.ts";
import { afterDeadline, askNext, guard, moveTo, type RuleContext, withEntry } from "./moves.ts";
import { currentEntry, type declineReasons, type Placement, type ShortlistEntry } from "./placement.ts";

export type EmployerAnswer =
  | { readonly choice: "INTERVIEW"; readonly times: readonly Instant[] }
  | { readonly choice: "ACCEPT" }
  | { readonly choice: "DECLINE"; readonly reason: (typeof declineReasons)[number] };

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

export function choose(
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
