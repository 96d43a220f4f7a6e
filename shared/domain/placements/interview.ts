/** The interview: its hour, its moves, who did not come, and what came of it. */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Decided, type Decision, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import type { Receipt } from "../record/receipt.ts";
import {
  type Appointment,
  enteredWithin,
  hourOf,
  isBookable,
  type MovingSide,
  proposedWithin,
  reminderOf,
  type Whereabouts,
} from "./appointment.ts";
import { type AskedStep, takeAsked } from "./asked-employer.ts";
import { tellClientNotToGo } from "./call-off.ts";
import type { RuleContext } from "./context.ts";
import { withEntry } from "./live-entries.ts";
import { choose, dropOut, noSeat, type StepToNext } from "./next-employer.ts";
import type { Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";

export const unbookable = refusal("REQUEST_INVALID", [{ code: "interview.time", path: "times" }]);
const unbookableHour = refusal("REQUEST_INVALID", [{ code: "interview.time", path: "at" }]);
/** Nobody has missed what is still to come. */
export const stillAhead = refusal("REQUEST_INVALID", [{ code: "interview.ahead", path: "result" }]);
const movedBefore = refusal("STATUS_CONFLICT", [{ code: "INTERVIEW_MOVED" }]);

type Invitation = Whereabouts & { readonly times: readonly Instant[] };

/**
 * The asked employer wants to see the candidate, and proposes times. The first that suits the client is the hour, until
 * somebody says otherwise; where none does, the officer enters one.
 */
export function inviteToInterview(
  state: Placement,
  invitation: Invitation,
  givenAt: Instant,
  context: RuleContext,
): Decision<Placement> {
  const asked = takeAsked("employerChoosesInterview", state, context, givenAt);
  if (asked.kind === "refused") return asked;
  const { vacancyId } = asked.entry;
  if (!context.withSeat.has(vacancyId)) return noSeat(vacancyId);
  const { times, ...where } = invitation;
  if (!times.every((at) => isBookable(at, givenAt, context.zone, proposedWithin))) return refused(unbookable);
  const proposed = [...times].sort();
  const agreedAt = proposed.find((at) => at > context.now && !context.isReportDay(at));
  const interview: Appointment = {
    ...where,
    proposed,
    invitedAt: givenAt,
    agreedAt,
    agreement: agreedAt === undefined ? undefined : { by: "DEFAULT", at: givenAt },
    no: state.waitNo,
    sequence: 0,
    movedBy: [],
  };
  const shortlist = withEntry(state, vacancyId, { state: "INTERVIEW" });
  return expectAt(asked, interview, "interviewNoted", context, { shortlist });
}

type AtAnHour = AskedStep<"employerChoosesInterview" | "interviewAgreed" | "interviewMoved" | "absenceExcused">;

/** Expects both sides at the hour: all of them are told, and reminded on the day before. */
function expectAt(
  { step, entry }: AtAnHour,
  interview: Appointment,
  message: "interviewNoted" | "interviewAgreed",
  context: RuleContext,
  changes: Partial<Pick<Placement, "shortlist">> = {},
): Decided<Placement> {
  const { vacancyId } = entry;
  const { agreedAt, proposed } = interview;
  const about = { kind: "MAIL", vacancyId, whileWaiting: true } as const;
  const dueAt = agreedAt && reminderOf(agreedAt, context.now, context.zone);
  const reminders: Effect[] = dueAt
    ? [
        { ...about, message: "interviewReminder", to: "employer", link: "INTERVIEW_RESULT", dueAt },
        { ...about, message: "remindClientOfInterview", to: "officer", dueAt },
      ]
    : [];
  return step.to(
    "INTERVIEW",
    {
      ...changes,
      interview,
      deadline: context.deadlineAfter(context.settings.interview, latest([context.now, ...(agreedAt ? [agreedAt] : proposed)])),
    },
    [
      { ...about, message, to: "employer", link: "INTERVIEW_RESULT" },
      { ...about, message: agreedAt ? "interviewArranged" : "interviewProposed", to: "officer" },
      ...reminders,
    ],
  );
}

export type InterviewTime = Whereabouts & {
  readonly at: Instant;
  /** On whose wish it is moved, where it had an hour that somebody had agreed to; the client's where nothing is said. */
  readonly by?: MovingSide | undefined;
  readonly how?: Receipt["how"] | undefined;
  /** When it was agreed; now, where nothing is said. */
  readonly saidAt?: Instant | undefined;
};

/**
 * The officer notes the hour: which of the proposed times was agreed, or another. Where one was agreed before, that moves it,
 * which each side may do once; a place or a name that changes moves nothing.
 */
export function agreeInterview(
  state: Placement,
  { at, by = "CLIENT", how, saidAt, ...where }: InterviewTime,
  context: RuleContext,
) {
  const before = state.interview;
  const settled = before?.agreedAt !== undefined && before.agreement?.by !== "DEFAULT";
  const moves = settled && before?.agreedAt !== at;
  const asked = takeAsked(moves ? "interviewMoved" : "interviewAgreed", state, context, context.now);
  if (asked.kind === "refused") return asked;
  if (before?.absence) return refused(refusal("STATUS_CONFLICT", [{ code: "CLIENT_TO_BE_HEARD" }]));
  if (!isBookable(at, context.now, context.zone, enteredWithin)) return refused(unbookableHour);
  if (moves && before?.movedBy.includes(by)) return refused(movedBefore);
  const movedBy = moves ? [...(before?.movedBy ?? []), by] : (before?.movedBy ?? []);
  const agreement = { by: "OFFICER", how, at: saidAt ?? context.now } as const;
  return expectAt(asked, { ...changed(before), ...given(where), agreedAt: at, agreement, movedBy }, "interviewAgreed", context);
}

/** The employer moves the interview by its link, once. @param givenAt when it said so */
export function moveInterview(state: Placement, at: Instant, givenAt: Instant, context: RuleContext): Decision<Placement> {
  const asked = takeAsked("interviewMoved", state, context, givenAt);
  if (asked.kind === "refused") return asked;
  const before = state.interview;
  if (before?.absence) return refused(refusal("STATUS_CONFLICT", [{ code: "CLIENT_TO_BE_HEARD" }]));
  if (before?.movedBy.includes("EMPLOYER")) return refused(movedBefore);
  if (!isBookable(at, givenAt, context.zone, proposedWithin) || at <= context.now) return refused(unbookableHour);
  const movedBy: MovingSide[] = [...(before?.movedBy ?? []), "EMPLOYER"];
  const agreement = { by: "EMPLOYER", how: "LINK", at: givenAt } as const;
  return expectAt(asked, { ...changed(before), agreedAt: at, agreement, movedBy }, "interviewAgreed", context);
}

/** The interview as it was, in the version that calendars get next. */
const changed = (before: Appointment | undefined): Appointment =>
  before ? { ...before, absence: undefined, sequence: before.sequence + 1 } : { proposed: [], no: 0, sequence: 0, movedBy: [] };

/** What was given of a place: what was not stays as it was. */
const given = (where: Whereabouts): Whereabouts =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));

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
  const hour = state.interview && hourOf(state.interview);
  const isAhead = hour !== undefined && givenAt < hour;
  if (result === "CLIENT_ABSENT") return isAhead ? refused(stillAhead) : hearClient(state, givenAt, context);
  const ended = takeAsked("interviewEnds", state, context, givenAt);
  if (ended.kind === "refused") return ended;
  if (result === "EMPLOYER_ABSENT")
    return isAhead ? refused(stillAhead) : missed(ended.step, state, ended.entry, "EMPLOYER", context);
  const change = { state: "NOT_CHOSEN", saidNoAt: givenAt } as const;
  return dropOut(ended.step, state, ended.entry, change, context, tellClientNotToGo(state, context, "EMPLOYER_DECIDED"));
}

/** For how many working days the client's side is waited for. */
const hearingDays = 1;

/** The employer says that the client did not come: the officer hears the client before anything follows from it. */
function hearClient(state: Placement, saidAt: Instant, context: RuleContext): Decision<Placement> {
  const asked = takeAsked("clientMissedInterview", state, context, saidAt);
  if (asked.kind === "refused") return asked;
  if (!state.interview || state.interview.absence) return refused(refusal("ALREADY_ANSWERED"));
  return asked.step.to(
    "INTERVIEW",
    {
      interview: { ...state.interview, absence: { saidAt, notedAt: context.now } },
      deadline: context.deadlineAfter(hearingDays),
    },
    [{ kind: "MAIL", message: "clientMissedInterview", to: "officer", vacancyId: asked.entry.vacancyId, whileWaiting: true }],
  );
}

export type ClientHeard = Whereabouts & ({ readonly excused: true; readonly at: Instant } | { readonly excused: false });

/** What the client says of not having come: with a reason the interview is moved, beside the one move of each side. */
export function noteClientHeard(state: Placement, heard: ClientHeard, context: RuleContext): Decision<Placement> {
  const before = state.interview;
  if (!before?.absence) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  if (!heard.excused) {
    const ended = takeAsked("interviewEnds", state, context, context.now);
    return ended.kind === "refused" ? ended : missed(ended.step, state, ended.entry, "CLIENT", context);
  }
  const asked = takeAsked("absenceExcused", state, context, context.now);
  if (asked.kind === "refused") return asked;
  const { at, excused: _, ...where } = heard;
  if (!isBookable(at, context.now, context.zone, enteredWithin)) return refused(unbookableHour);
  const agreement = { by: "OFFICER", at: context.now } as const;
  return expectAt(asked, { ...changed(before), ...given(where), agreedAt: at, agreement }, "interviewAgreed", context);
}

/** One side did not come: the next employer is asked. It bars nothing later, and only the officer is told. */
export function missed(
  step: StepToNext,
  state: Placement,
  entry: ShortlistEntry,
  absent: MovingSide,
  context: RuleContext,
): Decided<Placement> {
  return dropOut(step, state, entry, { state: "NO_SHOW", absent }, context, [
    { kind: "MAIL", message: "interviewMissed", to: "officer", vacancyId: entry.vacancyId },
  ]);
}

const latest = (moments: readonly Instant[]): Instant => [...moments].sort().at(-1) ?? "";
