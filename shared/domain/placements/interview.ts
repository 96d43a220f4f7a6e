/** The interview: proposed by the employer, agreed by the officer, and what came of it. */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Decision, refused } from "../process/decision.ts";
import { takeAsked } from "./asked-employer.ts";
import type { RuleContext } from "./context.ts";
import { withEntry } from "./live-entries.ts";
import { choose, dropOut, noSeat } from "./next-employer.ts";
import type { Placement } from "./placement.ts";

/** An interview lies ahead, and not so far that a slip of the year would hold the placement up. */
const farthestInterview = 60 * 86_400_000;

export const isBookable = (at: Instant, from: Instant): boolean =>
  at > from && Date.parse(at) - Date.parse(from) <= farthestInterview;

export const unbookable = refusal("REQUEST_INVALID", [{ code: "interview.time", path: "times" }]);

/** The asked employer wants to see the candidate, and proposes times. */
export function inviteToInterview(
  state: Placement,
  times: readonly Instant[],
  givenAt: Instant,
  context: RuleContext,
): Decision<Placement> {
  const asked = takeAsked("employerChoosesInterview", state, context, givenAt);
  if (asked.kind === "refused") return asked;
  const { vacancyId } = asked.entry;
  if (!context.withSeat.has(vacancyId)) return noSeat(vacancyId);
  if (!times.every((at) => isBookable(at, givenAt))) return refused(unbookable);
  return asked.step.to(
    "INTERVIEW",
    {
      shortlist: withEntry(state, vacancyId, { state: "INTERVIEW" }),
      interview: { proposed: [...times] },
      deadline: context.deadlineAfter(context.settings.interview, latest([context.now, ...times])),
    },
    [
      { kind: "MAIL", message: "interviewNoted", to: "employer", link: "INTERVIEW_RESULT", vacancyId, whileWaiting: true },
      { kind: "MAIL", message: "interviewProposed", to: "officer", vacancyId },
    ],
  );
}

/** The officer notes which of the proposed times was agreed, or another; the wait for the result counts from it. */
export function agreeInterview(state: Placement, at: Instant, context: RuleContext): Decision<Placement> {
  const asked = takeAsked("interviewAgreed", state, context, context.now);
  if (asked.kind === "refused") return asked;
  if (!isBookable(at, context.now)) return refused(unbookable);
  const { vacancyId } = asked.entry;
  return asked.step.to(
    "INTERVIEW",
    {
      interview: { proposed: state.interview?.proposed ?? [], agreedAt: at },
      deadline: context.deadlineAfter(context.settings.interview, latest([context.now, at])),
    },
    [{ kind: "MAIL", message: "interviewAgreed", to: "employer", link: "INTERVIEW_RESULT", vacancyId, whileWaiting: true }],
  );
}

export type InterviewResult = { readonly result: "OFFER" | "NO" | "CLIENT_ABSENT" | "EMPLOYER_ABSENT" };

/** What came of the interview. Not appearing is noted here and nowhere else: it never reaches a supervision record. */
export function recordInterview(
  state: Placement,
  { result }: InterviewResult,
  givenAt: Instant,
  context: RuleContext,
): Decision<Placement> {
  if (result === "OFFER") {
    const offered = takeAsked("interviewOffers", state, context, givenAt);
    return offered.kind === "refused" ? offered : choose(offered.step, state, offered.entry, context);
  }
  const ended = takeAsked("interviewEnds", state, context, givenAt);
  return ended.kind === "refused" ? ended : dropOut(ended.step, state, ended.entry, { state: "NOT_CHOSEN" }, context);
}

const latest = (moments: readonly Instant[]): Instant => [...moments].sort().at(-1) ?? "";
