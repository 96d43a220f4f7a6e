/** The time of an interview, or what came of it. */
import type { routes } from "../../api/routes.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { type DomainError, refusal } from "../../domain/errors.ts";
import { hourOf, lastSaidOf } from "../../domain/placements/appointment.ts";
import { agreeInterview, recordInterview as decideInterview, noteClientHeard } from "../../domain/placements/interview.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { type Decision, refused } from "../../domain/process/decision.ts";
import type { PendingAnswer } from "../../store/waits.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { decideOnWord, tellSetAside } from "../process/words.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** The agreed time of an interview, or what came of it. */
export const recordInterview: StaffCommand<typeof routes.recordInterview> = (deps, request) => {
  const { body } = request;
  return changePlacement(
    deps,
    request.params.id,
    optionsOf(request, body.receipt),
    aboutOne(body.vacancyId, (loaded: Loaded<Placement>): Decision<Placement> | Promise<Decision<Placement>> => {
      const { state, context, wait } = loaded;
      // A new time asks the employer anew: it must not throw away what the employer has just said of the interview.
      if (body.kind !== "RESULT" && wait?.answer && !isAgreedSince(body, wait.answer, context.now))
        return refused(refusal("ALREADY_ANSWERED", [{ code: "ANSWER_BY_LINK", path: "receipt.at", value: wait.answer.givenAt }]));
      const error = body.kind === "RESULT" ? undefined : refuseEarlier(state, body, context.now);
      if (error) return refused(error);
      if (body.kind === "AGREED") {
        const { kind: _, vacancyId: _about, waitNo: _seen, receipt, ...time } = body;
        const decision = agreeInterview(state, { ...time, how: receipt?.how, saidAt: receipt?.at }, context);
        return decision.kind === "decided" ? tellSetAside(loaded, decision) : decision;
      }
      if (body.kind === "CLIENT_HEARD") {
        const { kind: _, vacancyId: _about, waitNo: _seen, receipt: _receipt, excused, at, ...where } = body;
        if (!excused) return noteClientHeard(state, { excused }, context);
        if (at === undefined) return refused(refusal("REQUEST_INVALID", [{ code: "invalid_type", path: "at" }]));
        return noteClientHeard(state, { ...where, excused, at }, context);
      }
      const { result } = body;
      const { at } = receiptAt(body.receipt, context.now);
      // The question is as old as what was said of the interview last, however late that was recorded.
      const questionOpenedAt = (state.interview && lastSaidOf(state.interview)) ?? loaded.questionOpenedAt;
      return decideOnWord({ ...loaded, questionOpenedAt }, at, "EMPLOYER", () => decideInterview(state, { result }, at, context));
    }),
  );
};

type Told = Exclude<Parameters<typeof recordInterview>[1]["body"], { kind: "RESULT" }>;

/**
 * Whether an hour was agreed by somebody's word after the employer asked by link for another one; what the employer has decided by
 * link gives way to its own later word alone.
 */
function isAgreedSince(body: Told, pending: PendingAnswer, now: Instant): boolean {
  if (body.kind !== "AGREED" || !body.receipt) return false;
  const { choice } = pending;
  return ("moveTo" in choice || body.by === "EMPLOYER") && receiptAt(body.receipt, now).at > pending.givenAt;
}

/**
 * An hour that was agreed earlier displaces none that was agreed since, and none is older than the invitation. Nobody has said why
 * they did not come before they were expected; who was prevented may have said so before.
 */
function refuseEarlier({ interview }: Placement, body: Told, now: Instant): DomainError | undefined {
  if (!interview || !body.receipt) return undefined;
  const { at } = receiptAt(body.receipt, now);
  const agreedOn = interview.agreement?.at ?? interview.invitedAt;
  const since = body.kind === "CLIENT_HEARD" && !body.excused ? hourOf(interview) : agreedOn;
  if (since === undefined || at >= since) return undefined;
  return refusal("WORD_BEFORE_QUESTION", [{ code: "QUESTION_OPENED", path: "receipt.at", value: since }]);
}
