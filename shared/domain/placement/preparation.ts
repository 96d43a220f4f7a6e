/** From the certificate to the client's yes: what decides who is asked. */

import { type Weekday, willingness } from "../client.ts";
import type { Receipt } from "../decision.ts";
import { type Decision, decided, type Effect, refused, unchanged } from "../decision.ts";
import { type ErrorDetail, refusal } from "../errors.ts";
import { mostEmployers } from "./deadlines.ts";
import { afterDeadline, askNext, dropAll, guard, moveTo, type RuleContext, withEntry, withoutLive } from "./moves.ts";
import { longestShortlist, type Placement, type ShortlistEntry, type WiderRegion } from "./placement.ts";

/** A certificate of the client has been verified: a waiting placement goes on to the ranking. */
export function noteCertificate(state: Placement, context: RuleContext): Decision<Placement> {
  if (guard(state, "certificateVerified")) return unchanged;
  const milestones = { ...state.milestones, certifiedAt: context.now };
  return decided(moveTo(state, "certificateVerified", "RANKING", context, { milestones }), [], "certificateVerified");
}

/** The officer goes on with the client as trained or experienced. */
export function goOnWithoutCertificate(state: Placement, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "goOnWithoutCertificate") ?? afterDeadline(state, context.now);
  if (wrong) return wrong;
  return decided(
    moveTo(state, "goOnWithoutCertificate", "RANKING", context, { withoutCertificate: true }),
    [],
    "goOnWithoutCertificate",
  );
}

/** The ranking has ended: with proposals for the officer, or with none. */
export function noteRanking(state: Placement, proposals: number, context: RuleContext): Decision<Placement> {
  if (state.status !== "RANKING") return unchanged;
  const changes = { shortlistNo: state.shortlistNo + 1 };
  if (proposals === 0) return decided(moveTo(state, "findNoVacancy", "AWAITING_VACANCY", context, changes), [], "findNoVacancy");
  return decided(moveTo(state, "proposeVacancies", "AWAITING_APPROVAL", context, changes), [], "proposeVacancies");
}

/** A vacancy has opened that the client may be eligible for. */
export function wake(state: Placement, context: RuleContext): Decision<Placement> {
  if (guard(state, "wake")) return unchanged;
  return decided(moveTo(state, "wake", "RANKING", context), [], "wake");
}

/** The officer looks further than the client named. */
export function widenRegion(state: Placement, to: WiderRegion, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "widenRegion") ?? afterDeadline(state, context.now);
  if (wrong) return wrong;
  if (willingness.indexOf(to) <= willingness.indexOf(state.widened ?? state.willingness))
    return refused(refusal("REQUEST_INVALID", [{ code: "region.notWider", path: "to" }]));
  return decided(moveTo(state, "widenRegion", "RANKING", context, { widened: to }), [], "widenRegion");
}

export type Approval = {
  /** One to five vacancies, in the order in which their employers shall be asked. */
  readonly order: readonly { readonly vacancyId: string; readonly employerId: string }[];
  /** Why the order differs from the proposed one. */
  readonly reason?: string | undefined;
};

/** Whether the client has an own phone, and on which day the client comes to the office. */
export type ClientReach = { readonly ownPhone: boolean; readonly reportDay?: Weekday | undefined };

/**
 * The officer approves an ordered shortlist from the proposals.
 * @param proposed the vacancies of the ranking, best first
 * @param failures what the gates of law and money find against the chosen vacancies
 * @param reach how the client can be reached; decides how long the answer may take
 */
export function approveShortlist(
  state: Placement,
  approval: Approval,
  proposed: readonly string[],
  failures: readonly ErrorDetail[],
  reach: ClientReach,
  context: RuleContext,
): Decision<Placement> {
  const wrong = guard(state, "approveShortlist") ?? afterDeadline(state, context.now);
  if (wrong) return wrong;
  const chosen = approval.order.map((one) => one.vacancyId);
  const faults = chosen.flatMap((value, at) => {
    if (!proposed.includes(value)) return [{ code: "NOT_PROPOSED", value }];
    return chosen.indexOf(value) < at ? [{ code: "NAMED_TWICE", value }] : [];
  });
  if (chosen.length < 1 || chosen.length > 5 || faults.length > 0) return refused(refusal("SHORTLIST_INVALID", faults));
  if (state.employersAsked + chosen.length > mostEmployers)
    return refused(
      refusal("SHORTLIST_INVALID", [{ code: "MORE_THAN_MAY_BE_ASKED", value: String(mostEmployers - state.employersAsked) }]),
    );
  if (state.shortlist.length + chosen.length > longestShortlist)
    return refused(refusal("SHORTLIST_INVALID", [{ code: "SHORTLIST_FULL" }]));
  const best = proposed.slice(0, chosen.length);
  if (chosen.some((id, at) => id !== best[at]) && !approval.reason)
    return refused(refusal("REASON_REQUIRED", [{ code: "ORDER_DIFFERS" }]));
  if (failures.length > 0) return refused(refusal("GATE_FAILED", failures));
  const gone = chosen.filter((id) => !context.withSeat.has(id));
  if (gone.length > 0)
    return refused(
      refusal(
        "SEAT_TAKEN",
        gone.map((value) => ({ code: "NO_SEAT", value })),
      ),
    );
  const entries = approval.order.map((one): ShortlistEntry => ({ ...one, state: "APPROVED", discloseBapas: false }));
  const { client: days, clientWithoutPhone } = context.settings;
  const next = moveTo(state, "approveShortlist", "AWAITING_CLIENT", context, {
    shortlist: [...state.shortlist, ...entries],
    deadline: reach.ownPhone ? context.deadlineAfter(days) : context.reportDayWithin(reach.reportDay, clientWithoutPhone),
    milestones: { ...state.milestones, shortlistedAt: state.milestones.shortlistedAt ?? context.now },
  });
  return decided(
    next,
    chosen.map((vacancyId): Effect => ({ kind: "HOLD_PROPOSAL", vacancyId })),
    "approveShortlist",
  );
}

/** The officer approves none of the proposals. */
export function rejectProposals(state: Placement, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "rejectProposals") ?? afterDeadline(state, context.now);
  if (wrong) return wrong;
  const next = moveTo(state, "rejectProposals", "AWAITING_REVIEW", context, { reason: "PROPOSALS_REJECTED" });
  return decided(next, [], "rejectProposals");
}

export type ClientAnswer = {
  readonly answers: readonly { readonly vacancyId: string; readonly accepts: boolean; readonly discloseBapas: boolean }[];
  readonly given: Receipt;
};

/** The client's yes or no to each employer on the shortlist, in one sitting. Each yes is a consent for that employer. */
export function answerAsClient(state: Placement, answer: ClientAnswer, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "clientAnswers") ?? afterDeadline(state, answer.given.at);
  if (wrong) return wrong;
  const asked = state.shortlist.filter((entry) => entry.state === "APPROVED");
  const answered = new Map(answer.answers.map((one) => [one.vacancyId, one]));
  const missing = asked.filter((entry) => !answered.has(entry.vacancyId));
  const foreign = answer.answers.filter((one) => !asked.some((entry) => entry.vacancyId === one.vacancyId));
  if (missing.length > 0 || foreign.length > 0 || answered.size !== answer.answers.length)
    return refused(
      refusal(
        "ANSWER_INCOMPLETE",
        missing.map((entry) => ({ code: "MISSING", value: entry.vacancyId })),
      ),
    );
  const effects: Effect[] = [];
  const shortlist = state.shortlist.map((entry): ShortlistEntry => {
    const one = entry.state === "APPROVED" ? answered.get(entry.vacancyId) : undefined;
    if (!one) return entry;
    if (!one.accepts) {
      effects.push({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId });
      return { ...entry, state: "CLIENT_DECLINED" };
    }
    effects.push({
      kind: "CONSENT_TO_SHARE",
      employerId: entry.employerId,
      discloseBapas: one.discloseBapas,
      given: answer.given,
    });
    return { ...entry, state: "CLIENT_ACCEPTED", discloseBapas: one.discloseBapas };
  });
  const accepted = shortlist.some((entry) => entry.state === "CLIENT_ACCEPTED");
  const milestones = { ...state.milestones, answeredAt: state.milestones.answeredAt ?? context.now };
  const step = askNext(
    { ...state, shortlist, milestones },
    "clientAnswers",
    context,
    accepted ? "EMPLOYERS_EXHAUSTED" : "CLIENT_DECLINED_ALL",
  );
  return decided(step.state, [...effects, ...step.effects], "clientAnswers");
}

export type ReviewDecision =
  | { readonly decision: "RANK_AGAIN" }
  | { readonly decision: "GO_ON_WITHOUT" }
  | { readonly decision: "CLOSE" };

/** The officer decides what becomes of a placement that could not go on by itself. */
export function review(
  state: Placement,
  wish: ReviewDecision,
  hasCertificate: boolean,
  context: RuleContext,
): Decision<Placement> {
  const wrong = guard(state, "rankAgain") ?? afterDeadline(state, context.now);
  if (wrong) return wrong;
  if (wish.decision !== "CLOSE" && state.employersAsked >= mostEmployers)
    return refused(refusal("STATUS_CONFLICT", [{ code: "EMPLOYERS_ALL_ASKED", value: String(mostEmployers) }]));
  const drops = dropAll(state);
  const rest = withoutLive(state);
  switch (wish.decision) {
    case "RANK_AGAIN": {
      const status = hasCertificate || state.withoutCertificate ? "RANKING" : "AWAITING_CERTIFICATE";
      return decided(moveTo(state, "rankAgain", status, context, { shortlist: rest }), drops, "rankAgain");
    }
    case "GO_ON_WITHOUT":
      return decided(
        moveTo(state, "goOnReviewed", "RANKING", context, { shortlist: rest, withoutCertificate: true }),
        drops,
        "goOnReviewed",
      );
    case "CLOSE":
      return decided(
        moveTo(state, "closeReviewed", "CLOSED", context, {
          reason: "CLOSED_BY_OFFICER",
          shortlist: rest,
          milestones: { ...state.milestones, endedAt: context.now },
        }),
        [...drops, { kind: "RELEASE_CLIENT", clientId: state.clientId }],
        "closeReviewed",
      );
  }
}

/** The vacancy of one entry is gone before an employer was asked about it; the open question stays as it is. */
export const forgetEntry = (state: Placement, vacancyId: string): ShortlistEntry[] =>
  withEntry(state, vacancyId, { state: "RECALLED" });
