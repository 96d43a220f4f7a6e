/** Answers by link: choose, undo. A link works once. */
import type * as z from "zod";
import { answerGiven, answerUndone } from "../../api/responses.ts";
import { addMilliseconds, type Instant } from "../../domain/calendar/instant.ts";
import { refusal } from "../../domain/errors.ts";
import { lastDayFault } from "../../domain/follow-ups/lost-work.ts";
import { detailsOf } from "../../domain/issues.ts";
import { hourOf, isBookable, proposedWithin } from "../../domain/placements/appointment.ts";
import { refuseOutside } from "../../domain/placements/confirmation.ts";
import { stillAhead, unbookable } from "../../domain/placements/interview.ts";
import { undoWindow } from "../../domain/placements/limits.ts";
import { confirmationChoice, employerChoice, followUpChoice, interviewAnswer } from "../../domain/placements/link-choices.ts";
import type { LinkAction } from "../../domain/process/effect.ts";
import type { Process } from "../../domain/processes.ts";
import { hasSeat } from "../../domain/vacancies/vacancy.ts";
import { type LinkRow, linkReuse, linkUse } from "../../store/links.ts";
import { outboxPut } from "../../store/outbox.ts";
import { answerPut, answerUndo } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { earlierResponse, type Idempotency, idempotencyPut } from "../idempotency.ts";
import { startWindow, todayIn } from "../office-times.ts";
import { commitWithRetry, type Plan } from "../process/retry.ts";
import { findLink, isOpen, type LinkCredentials, lostItsSeat, mayMoveByLink } from "./find-link.ts";

const choiceSchemas = {
  ANSWER: employerChoice,
  INTERVIEW_RESULT: interviewAnswer,
  CONFIRMATION: confirmationChoice,
  FOLLOW_UP: followUpChoice,
} as const satisfies Record<LinkAction, z.ZodType>;

const seatTaken = refusal("SEAT_TAKEN", [{ code: "NO_SEAT" }]);

/** Of which request it is, and from which network address. */
type By = { readonly idempotency: Idempotency | undefined; readonly from?: string | undefined };

export type AnswerGiven = z.infer<typeof answerGiven>;

/**
 * Takes a choice: it is kept now and takes effect after ten minutes, within which it can be undone. Errors: LINK_INVALID,
 * LINK_EXPIRED (late, withdrawn or settled otherwise), LINK_USED, SEAT_TAKEN, REQUEST_INVALID.
 */
export function answerByLink(
  deps: Deps,
  credentials: LinkCredentials,
  choice: unknown,
  actions: readonly LinkAction[],
  { idempotency, from }: By,
): Promise<AnswerGiven> {
  return commitWithRetry(deps, async (): Promise<Plan<AnswerGiven>> => {
    const found = await findLink(deps, credentials, from);
    const earlier = await earlierResponse(deps, idempotency, answerGiven);
    if (earlier) return earlier;
    const now = deps.now();
    const { link, process, wait } = found;
    if (!actions.includes(link.action)) throw refusal("LINK_INVALID");
    if (link.usedAt !== undefined) throw refusal("LINK_USED");
    if (!isOpen(found, now) || !wait) throw lostItsSeat(found) ? seatTaken : refusal("LINK_EXPIRED");
    if (wait.answer) throw refusal("LINK_USED");
    // A start can be confirmed as long as it is awaited; everything else counts only before the deadline.
    if (now >= wait.deadline && link.action !== "CONFIRMATION") throw refusal("DEADLINE_PASSED");
    const parsed = choiceSchemas[link.action].safeParse(choice);
    if (!parsed.success) throw refusal("REQUEST_INVALID", detailsOf(parsed.error.issues, ["choice"], choice));
    await refuseWithoutSeat(deps, link, parsed.data);
    await refuseImpossibleStart(deps, process, parsed.data, now);
    await refuseInterview(deps, process, parsed.data, now);
    const rev = wait.rev + 1;
    const effectiveAt = takesEffectAt(now, wait.deadline);
    const response: AnswerGiven = { effectiveAt, undoUntil: effectiveAt };
    const { id: linkId, action, contactId } = link;
    const answer = { action, choice: parsed.data, givenAt: now, effectiveAt, rev, linkId, contactId };
    return {
      kind: "write",
      response,
      writes: [
        answerPut(process.id, wait.waitNo, answer),
        linkUse(link.id, now),
        outboxPut(deps.newId("outbox"), { kind: "APPLY", ref: { processId: process.id, waitNo: wait.waitNo, rev } }, effectiveAt),
        ...idempotencyPut(idempotency, response, now),
      ],
    };
  });
}

/** After ten minutes, or when the wait ends before that: whoever gave it is told a time for as long as it can be undone. */
function takesEffectAt(now: Instant, deadline: Instant): Instant {
  const afterUndo = addMilliseconds(now, undoWindow);
  return now < deadline && deadline < afterUndo ? deadline : afterUndo;
}

/** Says at once, not ten minutes later, that the seat is gone. */
async function refuseWithoutSeat(deps: Deps, link: LinkRow, choice: z.infer<(typeof choiceSchemas)[LinkAction]>): Promise<void> {
  const wantsSeat = ("choice" in choice && choice.choice !== "DECLINE") || ("result" in choice && choice.result === "OFFER");
  if (!wantsSeat) return;
  const vacancy = await deps.store.vacancies.vacancy(link.vacancyId);
  if (!vacancy || !hasSeat(vacancy)) throw seatTaken;
}

/** Says at once what the rule would refuse ten minutes later. */
async function refuseInterview(
  deps: Deps,
  process: Process,
  choice: z.infer<(typeof choiceSchemas)[LinkAction]>,
  now: Instant,
): Promise<void> {
  if (process.kind !== "PLACEMENT") return;
  const { interview } = process;
  if ("result" in choice && choice.result.endsWith("_ABSENT")) {
    const hour = interview && hourOf(interview);
    if (hour !== undefined && now < hour) throw stillAhead;
  }
  if ("moveTo" in choice && !mayMoveByLink(process)) throw refusal("STATUS_CONFLICT", [{ code: "INTERVIEW_MOVED" }]);
  const times = "times" in choice ? choice.times : "moveTo" in choice ? [choice.moveTo] : [];
  if (times.length === 0) return;
  const office = await deps.store.offices.office(process.officeId);
  // An hour that is over before the answer takes effect could be kept by nobody.
  const from = addMilliseconds(now, undoWindow);
  if (office && !times.every((at) => isBookable(at, from, office.zone, proposedWithin))) throw unbookable;
}

/** A day on which work cannot have begun is told while whoever says it is there, not ten minutes later. */
async function refuseImpossibleStart(
  deps: Deps,
  process: Process,
  choice: z.infer<(typeof choiceSchemas)[LinkAction]>,
  now: Instant,
): Promise<void> {
  const office = await deps.store.offices.office(process.officeId);
  if (process.kind === "FOLLOW_UP") {
    const lastDay = "stillThere" in choice ? choice.lastDay : undefined;
    const fault = office && lastDayFault(process, lastDay, todayIn(office, now));
    if (fault) throw fault.error;
  }
  if (!("startedOn" in choice && process.kind === "PLACEMENT")) return;
  const wrong = office ? refuseOutside(choice.startedOn, startWindow(office, process, now)) : undefined;
  if (wrong) throw wrong.error;
}

/** Takes an answer back while it has not taken effect; the link can then be used again. Errors: LINK_INVALID, UNDO_TOO_LATE. */
export function undoByLink(
  deps: Deps,
  credentials: LinkCredentials,
  { idempotency, from }: By,
): Promise<{ readonly undone: true }> {
  return commitWithRetry(deps, async () => {
    const { link, process, wait } = await findLink(deps, credentials, from);
    const earlier = await earlierResponse(deps, idempotency, answerUndone);
    if (earlier) return earlier;
    const response = { undone: true } as const;
    const pending = wait?.answer;
    if (!wait || !pending || pending.linkId !== link.id || deps.now() >= pending.effectiveAt) throw refusal("UNDO_TOO_LATE");
    return {
      kind: "write",
      response,
      writes: [
        answerUndo(process.id, wait.waitNo, pending.rev),
        linkReuse(link.id),
        ...idempotencyPut(idempotency, response, deps.now()),
      ],
    };
  });
}
