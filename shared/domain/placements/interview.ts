/** The interview: its time, and what came of it. */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Decision, decided, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { choose, goOn } from "./employer-answer.ts";
import { afterDeadline, guard, moveTo, type RuleContext, withEntry } from "./moves.ts";
import { currentEntry, type Placement } from "./placement.ts";

/** An interview lies ahead, and not so far that a slip of the year would hold the placement up. */
const farthestInterview = 60 * 86_400_000;

export const isBookable = (at: Instant, from: Instant): boolean =>
  at > from && Date.parse(at) - Date.parse(from) <= farthestInterview;

export const unbookable = refusal("REQUEST_INVALID", [{ code: "interview.time", path: "times" }]);

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

export const latest = (moments: readonly Instant[]): Instant => [...moments].sort().at(-1) ?? "";
