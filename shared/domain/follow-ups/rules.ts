/** The rules of the follow-up. */

import type { Instant } from "../calendar/instant.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Weekday } from "../calendar/weekdays.ts";
import { refusal } from "../errors.ts";
import { followUpIdOf } from "../identifiers/ids.ts";
import type { RuleContext } from "../placements/moves.ts";
import { currentEntry, type Placement } from "../placements/placement.ts";
import { type Decision, decided, refused, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { type EndReason, type FollowUp, type FollowUpDay, type FollowUpStatus, followUpDays, type News } from "./follow-up.ts";
import { type FollowUpTransitionName, followUpTransitions } from "./transitions.ts";

/** What a follow-up may know beside the calendar of the placement. */
export type FollowUpContext = RuleContext & {
  /** The morning of the n-th calendar day after the start, in the office's zone. */
  readonly morningOfDay: (startedOn: LocalDate, days: number) => Instant;
  /** The day of the week on which the client comes to the office. */
  readonly reportDay: Weekday | undefined;
  /** Whether the client lets an employer be contacted, by the newest receipts. */
  readonly mayContact: (employerId: string) => boolean;
};

type Changes = Partial<Omit<FollowUp, "id" | "status" | "version" | "waitNo" | "waitOpen">>;

function moveTo<N extends FollowUpTransitionName>(
  state: FollowUp,
  _name: N,
  status: (typeof followUpTransitions)[N]["to"][number],
  context: FollowUpContext,
  changes: Changes = {},
): FollowUp {
  const merged = { ...state, stage: 1, ...changes };
  const waits = status !== "COMPLETED" && status !== "ENDED";
  const { followUp: days } = context.settings;
  return {
    ...merged,
    status,
    version: state.version + 1,
    waitNo: waits ? state.waitNo + 1 : state.waitNo,
    waitOpen: waits,
    deadline: waits ? deadlineOf(merged, status, days, context) : undefined,
  };
}

function deadlineOf(state: FollowUp, status: FollowUpStatus, days: number, context: FollowUpContext): Instant {
  if (status === "AWAITING_DAY") return context.morningOfDay(state.startedOn, state.day);
  if (status === "AWAITING_NEWS" && state.stage === 2) return context.reportDayWithin(context.reportDay, days);
  return context.deadlineAfter(days);
}

function guard(state: FollowUp, name: FollowUpTransitionName) {
  const from: readonly FollowUpStatus[] = followUpTransitions[name].from;
  return from.includes(state.status) ? undefined : refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
}

/** The follow-up that a confirmed placement begins with. */
export function openFollowUp(placement: Placement, context: FollowUpContext): FollowUp | undefined {
  const entry = currentEntry(placement);
  const startedOn = placement.startedOn;
  if (!entry || !startedOn) return undefined;
  return {
    id: followUpIdOf(placement.id),
    placementId: placement.id,
    clientId: placement.clientId,
    employerId: entry.employerId,
    vacancyId: entry.vacancyId,
    officeId: placement.officeId,
    officerId: placement.officerId,
    status: "AWAITING_DAY",
    stage: 1,
    version: 1,
    waitNo: 1,
    waitOpen: true,
    deadline: context.morningOfDay(startedOn, followUpDays[0]),
    run: 1,
    linkWait: 0,
    startedOn,
    day: followUpDays[0],
    employerContactStopped: !context.mayContact(entry.employerId),
    asked: {},
    days: [],
  };
}

/** What silence means in each status: the day has come; a visit is due; the visit did not happen. */
export function followUpFallsSilent(state: FollowUp, context: FollowUpContext): Decision<FollowUp> {
  switch (state.status) {
    case "AWAITING_DAY": {
      const employerContactStopped = state.employerContactStopped || !context.mayContact(state.employerId);
      return decided(
        moveTo(state, "dayComes", "AWAITING_NEWS", context, { asked: {}, employerContactStopped }),
        employerContactStopped
          ? []
          : [
              {
                kind: "MAIL",
                message: "followUpAsked",
                to: "employer",
                link: "FOLLOW_UP",
                vacancyId: state.vacancyId,
                whileWaiting: true,
              },
            ],
        "dayComes",
      );
    }
    case "AWAITING_NEWS":
      // The client is asked in person on the next report day, before anybody is sent.
      if (state.stage === 1 && !state.asked.client && context.reportDay)
        return decided(
          moveTo(state, "newsSilence", "AWAITING_NEWS", context, { stage: 2 }),
          [{ kind: "MAIL", message: "askOnReportDay", to: "officer", whileWaiting: true }],
          "newsSilence",
        );
      return decided(moveTo(state, "newsSilence", "AWAITING_VISIT", context), [visitMail], "newsSilence");
    case "AWAITING_VISIT":
      if (state.stage === 1)
        return decided(
          moveTo(state, "visitSilence", "AWAITING_VISIT", context, { stage: 2 }),
          [{ kind: "MAIL", message: "visitEscalated", to: "supervisor", whileWaiting: true }],
          "visitSilence",
        );
      return closeDay(state, "visitSilence", "UNKNOWN", [], context);
    case "COMPLETED":
    case "ENDED":
      return unchanged;
  }
}

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
  const worries = news.safe === false || news.paidAsAgreed === false || (report.from === "CLIENT" && !news.stillThere);
  const concern: Effect[] = worries ? [{ kind: "MAIL", message: "newsConcern", to: "supervisor" }] : [];
  if (!news.stillThere && report.from !== "EMPLOYER") return endWork(state, report.reason ?? "OTHER", concern, context);
  const wrong = guard(state, "retained");
  if (wrong) return refused(refusal("FOLLOW_UP_NOT_DUE", [{ code: state.status }]));
  if (report.from === "VISIT") return closeDay(state, "retained", "RETAINED", concern, context);
  const side = report.from === "EMPLOYER" ? "employer" : "client";
  if (state.asked[side]) return refused(refusal("ALREADY_ANSWERED"));
  const asked = { ...state.asked, [side]: news };
  const amended = { ...state, asked, version: state.version + 1 };
  if (!news.stillThere) {
    if (state.status === "AWAITING_VISIT") return decided(amended, concern, "oneSideSays");
    return decided(moveTo(state, "oneSideSays", "AWAITING_VISIT", context, { asked }), [...concern, visitMail], "oneSideSays");
  }
  const both = asked.client?.stillThere && (asked.employer?.stillThere || state.employerContactStopped);
  if (both) return closeDay({ ...state, asked }, "retained", "RETAINED", concern, context);
  return decided(amended, concern, "oneSideSays");
}

/**
 * The client asks that the employer is not contacted any more: links and reminders of this follow-up fall silent, and the
 * client's own yes, where it is given, settles the day.
 */
export function stopEmployerContact(state: FollowUp, context: FollowUpContext): Decision<FollowUp> {
  if (state.employerContactStopped || state.status === "COMPLETED" || state.status === "ENDED") return unchanged;
  const stopped = { ...state, employerContactStopped: true };
  if (state.asked.client?.stillThere && !guard(state, "retained")) return closeDay(stopped, "retained", "RETAINED", [], context);
  return decided({ ...stopped, version: state.version + 1 }, [], "employerContactStopped");
}

/** Work has ended, for a coded reason: a new attempt may start without a new intake. */
export function endWork(
  state: FollowUp,
  reason: EndReason,
  effects: readonly Effect[],
  context: FollowUpContext,
): Decision<FollowUp> {
  const wrong = guard(state, "workEnded");
  if (wrong) return wrong;
  const ended = moveTo(state, "workEnded", "ENDED", context, { reason, endedAt: context.now });
  return decided(ended, [...effects, { kind: "RELEASE_CLIENT", clientId: state.clientId }], "workEnded");
}

function closeDay(
  state: FollowUp,
  name: "retained" | "visitSilence",
  outcome: "RETAINED" | "UNKNOWN",
  effects: Effect[],
  context: FollowUpContext,
): Decision<FollowUp> {
  const days = [...state.days, { day: state.day, outcome, at: context.now }];
  const next = followUpDays.find((one) => one > state.day);
  if (next !== undefined)
    return decided(moveTo(state, name, "AWAITING_DAY", context, { days, day: next, asked: {} }), effects, name);
  const done = moveTo(state, name, "COMPLETED", context, { days, endedAt: context.now });
  return decided(done, [...effects, { kind: "RELEASE_CLIENT", clientId: state.clientId }], name);
}
