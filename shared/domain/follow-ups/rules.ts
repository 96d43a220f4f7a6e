/** The rules of the follow-up. */
import { type Instant, localDateOf } from "../calendar/instant.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Reporting } from "../clients/reporting.ts";
import { refusal } from "../errors.ts";
import { followUpIdOf } from "../identifiers/ids.ts";
import type { RuleContext } from "../placements/context.ts";
import { currentEntry, type Placement } from "../placements/placement.ts";
import { type Decided, type Decision, refused, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { begin, beginIn, type Changes, type Step } from "../process/transition.ts";
import { concernOf } from "./concern.ts";
import { type EndReason, type FollowUp, type FollowUpDay, followUpDays, type LostWork, type News } from "./follow-up.ts";
import { endWork } from "./lost-work.ts";
import { followUpStatusRows } from "./statuses.ts";
import { followUpTransitions, takeFollowUp } from "./transitions.ts";

/** What a follow-up may know beside the calendar of the placement. */
export type FollowUpContext = RuleContext & {
  /** The morning of the n-th calendar day after the start, in the office's zone. */
  readonly morningOfDay: (startedOn: LocalDate, days: number) => Instant;
  /** When the client comes to the office. */
  readonly reporting: Reporting | undefined;
  /** Whether the client lets an employer be contacted, by the newest receipts. */
  readonly mayContact: (employerId: string) => boolean;
};

/** The follow-up that a confirmed placement begins with; undefined where nobody was chosen. */
export function openFollowUp(placement: Placement, context: FollowUpContext): Decision<FollowUp> | undefined {
  const entry = currentEntry(placement);
  const { startedOn } = placement;
  if (!entry || !startedOn) return undefined;
  const [day] = followUpDays;
  return begin(
    followUpTransitions,
    {
      ...beginIn(followUpStatusRows, "AWAITING_DAY", context, context.morningOfDay(startedOn, day)),
      id: followUpIdOf(placement.id),
      kind: "FOLLOW_UP",
      placementId: placement.id,
      clientId: placement.clientId,
      employerId: entry.employerId,
      vacancyId: entry.vacancyId,
      officeId: placement.officeId,
      officerId: placement.officerId,
      linkWait: 0,
      startedOn,
      day,
      employerContactStopped: !context.mayContact(entry.employerId),
      asked: {},
      days: [],
      unverified: placement.unverified,
    },
    context,
  );
}

/** What follows when a wait expires: the day has come; a visit is due; the visit did not happen. */
export function expireFollowUp(state: FollowUp, context: FollowUpContext): Decision<FollowUp> {
  switch (state.status) {
    case "AWAITING_DAY":
      return askForNews(state, context);
    case "AWAITING_NEWS": {
      const { by, again } = followUpStatusRows.AWAITING_NEWS.expires;
      const step = takeFollowUp(by, state, context);
      if (step.kind === "refused") return step;
      if (state.stage === 1 && !state.asked.client && context.reporting) {
        const deadline = context.reportDayWithin(context.reporting, context.settings.followUp);
        return step.again({ stage: 2, deadline }, [{ kind: "MAIL", ...again, whileWaiting: true }]);
      }
      return step.to("AWAITING_VISIT", {}, [visitMail]);
    }
    case "AWAITING_VISIT": {
      const { by, again } = followUpStatusRows.AWAITING_VISIT.expires;
      const step = takeFollowUp(by, state, context);
      if (step.kind === "refused") return step;
      if (state.stage === 1) return step.again({ stage: 2 }, [{ kind: "MAIL", ...again, whileWaiting: true }]);
      return closeDay(step, state, "UNKNOWN", [], context);
    }
    case "COMPLETED":
    case "ENDED":
      return unchanged;
  }
}

/** The day has come: the employer is asked by link, unless the client does not want it to be. */
function askForNews(state: FollowUp, context: FollowUpContext): Decision<FollowUp> {
  const step = takeFollowUp(followUpStatusRows.AWAITING_DAY.expires.by, state, context);
  if (step.kind === "refused") return step;
  // What was said last holds: who took the consent back may have given it anew.
  const employerContactStopped = !context.mayContact(state.employerId);
  return step.to("AWAITING_NEWS", { asked: {}, employerContactStopped }, employerContactStopped ? [] : [askingMail(state)]);
}

/** Somebody else is asked at the employer by now: the question that it has not answered yet goes there, and keeps its time. */
export function askNewsAnew(state: FollowUp, context: FollowUpContext): Decision<FollowUp> {
  if (state.status !== "AWAITING_NEWS" || state.employerContactStopped || state.asked.employer) return unchanged;
  const step = takeFollowUp("askAnew", state, context);
  return step.kind === "refused" ? step : step.amend({}, [askingMail(state)]);
}

const askingMail = ({ vacancyId }: FollowUp): Effect => ({
  kind: "MAIL",
  message: "followUpAsked",
  to: "employer",
  link: "FOLLOW_UP",
  vacancyId,
  whileWaiting: true,
});

const visitMail: Effect = { kind: "MAIL", message: "visitNeeded", to: "officer", whileWaiting: true };

export type NewsReport = {
  readonly day: FollowUpDay;
  readonly from: "EMPLOYER" | "CLIENT" | "VISIT";
  readonly news: News;
  readonly reason?: EndReason | undefined;
};

/**
 * One side says how it goes, or the officer reports a visit. Two yeses (or a visit) settle the day; the client's or the
 * officer's no ends the follow-up; the employer's no alone sends the officer to look.
 */
export function recordNews(state: FollowUp, report: NewsReport, context: FollowUpContext): Decision<FollowUp> {
  if (state.status === "COMPLETED" || state.status === "ENDED")
    return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  if (report.day !== state.day) return refused(refusal("FOLLOW_UP_NOT_DUE", [{ code: "NEXT_DAY", value: String(state.day) }]));
  const { news } = report;
  // Any no of the client reaches the supervisor, and never the employer.
  const concern = concernOf(news, report.from === "CLIENT");
  // At the same moment the no counts, as the more cautious word.
  if (!news.stillThere && report.from !== "EMPLOYER" && saysYesAfter(state.asked, news.at))
    return refused(refusal("ALREADY_ANSWERED"));
  if (!news.stillThere && report.from !== "EMPLOYER")
    return endWork(withWord(state, report), lostBy(report, context), concern, context);
  if (state.status === "AWAITING_DAY") return refused(refusal("FOLLOW_UP_NOT_DUE", [{ code: state.status }]));
  if (report.from === "VISIT") return retain(withWord(state, report), concern, context);
  const side = report.from === "EMPLOYER" ? "employer" : "client";
  // The word said last counts: a later one takes the place of an earlier one of the same side, and at the same moment the no.
  const before = state.asked[side];
  const isLast = before === undefined || news.at > before.at || (news.at === before.at && !news.stillThere);
  if (!isLast || before?.stillThere === news.stillThere) return refused(refusal("ALREADY_ANSWERED"));
  const asked = { ...state.asked, [side]: news };
  const isSettled = asked.client?.stillThere && (asked.employer?.stillThere || state.employerContactStopped);
  if (news.stillThere && isSettled) return retain({ ...state, asked }, concern, context);
  const step = takeFollowUp("oneSideSays", state, context);
  if (step.kind === "refused") return step;
  if (news.stillThere || state.status === "AWAITING_VISIT") return step.amend({ asked }, concern);
  return step.to("AWAITING_VISIT", { asked }, [...concern, visitMail]);
}

/** Whether the client, or whoever visited, has said later than that that work goes on. */
const saysYesAfter = ({ client, visit }: FollowUp["asked"], at: Instant): boolean =>
  [client, visit].some((word) => word?.stillThere === true && word.at > at);

/** The follow-up with the word that ends or settles it beside what was said before. */
const withWord = (state: FollowUp, { from, news }: NewsReport): FollowUp => ({
  ...state,
  asked: { ...state.asked, [from === "VISIT" ? "visit" : "client"]: news },
});

/** How work ended, where a side says so on being asked: on the day of its word, where it names none. */
const lostBy = ({ from, news, reason = "OTHER" }: NewsReport, { zone }: FollowUpContext): LostWork => ({
  lastDay: news.lastDay ?? localDateOf(news.at, zone),
  reason,
  endedBy: news.endedBy,
  from,
  at: news.at,
  receipt: news.receipt,
});

/**
 * The client asks that the employer is not contacted any more: links and reminders of this follow-up end, and the
 * client's own yes, where it is given, settles the day.
 */
export function stopEmployerContact(state: FollowUp, context: FollowUpContext): Decision<FollowUp> {
  if (state.employerContactStopped || state.status === "COMPLETED" || state.status === "ENDED") return unchanged;
  if (state.asked.client?.stillThere && state.status !== "AWAITING_DAY")
    return retain(state, [], context, { employerContactStopped: true });
  const step = takeFollowUp("employerContactStopped", state, context);
  return step.kind === "refused" ? step : step.amend({ employerContactStopped: true });
}

/** The day is settled: the client is still at work. */
function retain(
  state: FollowUp,
  effects: readonly Effect[],
  context: FollowUpContext,
  changes: Changes<FollowUp> = {},
): Decision<FollowUp> {
  const step = takeFollowUp("retained", state, context);
  return step.kind === "refused" ? step : closeDay(step, state, "RETAINED", effects, context, changes);
}

/** Closes a day with what was found: the next one is waited for, or the half year is over. */
function closeDay(
  step: Step<FollowUp, "AWAITING_DAY" | "COMPLETED">,
  state: FollowUp,
  outcome: "RETAINED" | "UNKNOWN",
  effects: readonly Effect[],
  context: FollowUpContext,
  changes: Changes<FollowUp> = {},
): Decided<FollowUp> {
  const days = [...state.days, { day: state.day, outcome, at: context.now, said: state.asked }];
  const day = followUpDays.find((later) => later > state.day);
  if (day !== undefined)
    return step.to(
      "AWAITING_DAY",
      { ...changes, days, day, asked: {}, deadline: context.morningOfDay(state.startedOn, day) },
      effects,
    );
  return step.to("COMPLETED", { ...changes, days, endedAt: context.now }, [
    ...effects,
    { kind: "RELEASE_CLIENT", clientId: state.clientId },
  ]);
}
