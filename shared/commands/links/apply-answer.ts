/** Makes an answer by link true, once its ten minutes have passed or its wait ends. */

import type { Instant } from "../../domain/calendar/instant.ts";
import { DomainError, refusal } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import { recordNews } from "../../domain/follow-ups/rules.ts";
import { confirmStart, noteNoStart } from "../../domain/placements/confirmation.ts";
import type { RuleContext } from "../../domain/placements/context.ts";
import { answerProposal, loseSeat } from "../../domain/placements/employer-answer.ts";
import { moveInterview, recordInterview } from "../../domain/placements/interview.ts";
import { confirmationChoice, employerChoice, followUpChoice, interviewAnswer } from "../../domain/placements/link-choices.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { type Actor, system } from "../../domain/process/actor.ts";
import type { Decision } from "../../domain/process/decision.ts";
import { unchanged } from "../../domain/process/decision.ts";
import type { Write } from "../../store/dynamodb.ts";
import { linkFree } from "../../store/links.ts";
import { outboxPut } from "../../store/outbox.ts";
import { answerDrop, type PendingAnswer, type WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { startWindow } from "../office-times.ts";
import { changeFollowUp, changePlacement, type Loaded } from "../process/change-process.ts";

/** Applies the pending answer of a wait. No change where the wait is decided or the answer was undone or replaced. */
export async function applyAnswer(deps: Deps, processId: string, waitNo: number, rev: number): Promise<void> {
  const wait = await deps.store.waits.wait(processId, waitNo);
  const answer = wait?.answer;
  if (!wait || wait.outcome !== undefined || !answer || answer.rev !== rev) return;
  try {
    await applyChoice(deps, processId, waitNo, answer);
  } catch (error) {
    // That others never stopped changing it says nothing of the answer: it was taken, and is tried again.
    if (!(error instanceof DomainError) || error.code === "CONFLICT") throw error;
    if (error.code === "SEAT_TAKEN") return loseTheSeat(deps, processId, waitNo, answer);
    // Any other refusal is final: the answer no longer fits where the process stands, and must not be tried for ever.
    await dropAnswer(deps, processId, waitNo, answer);
  }
}

const contact = (answer: PendingAnswer): Actor => ({ kind: "link", contactId: answer.contactId });

async function applyChoice(deps: Deps, processId: string, waitNo: number, answer: PendingAnswer): Promise<void> {
  const options = { actor: contact(answer), appliedRev: answer.rev };
  if (answer.action === "FOLLOW_UP") {
    const said = followUpChoice.parse(answer.choice);
    const alsoWrites = ({ state, context }: Loaded<FollowUp>) => (state.unverified ? [vouching(deps, state, context.now)] : []);
    await changeFollowUp(deps, processId, { ...options, alsoWrites }, ({ state, context, wait }) =>
      stillHolds(wait, waitNo, answer)
        ? recordNews(state, { day: state.day, from: "EMPLOYER", news: { at: answer.givenAt, ...said } }, context)
        : unchanged,
    );
    return;
  }
  await changePlacement(deps, processId, options, (loaded) =>
    stillHolds(loaded.wait, waitNo, answer) ? decide(loaded, answer) : unchanged,
  );
}

/** The order to tell the placement that its employer has spoken. */
const vouching = (deps: Deps, { placementId }: FollowUp, now: Instant): Write =>
  outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref: { topic: "PLACEMENT_VOUCHED", id: placementId } }, now);

/** Whether the open wait is still the one that was answered, and holds this very answer: not undone, nor given anew. */
const stillHolds = (open: WaitRow | undefined, waitNo: number, { rev }: PendingAnswer): boolean =>
  open?.waitNo === waitNo && open.answer?.rev === rev;

function decide({ state, context, office }: Loaded<Placement>, answer: PendingAnswer): Decision<Placement> {
  switch (answer.action) {
    case "ANSWER":
      return answerProposal(state, employerChoice.parse(answer.choice), answer.givenAt, context);
    case "INTERVIEW_RESULT":
      return decideInterview(state, answer, context);
    case "CONFIRMATION": {
      const choice = confirmationChoice.parse(answer.choice);
      if (!choice.started) return noteNoStart(state, "employer", context, answer.givenAt);
      const window = startWindow(office, state, answer.givenAt);
      const said = { by: "employer", startedOn: choice.startedOn, saidAt: answer.givenAt } as const;
      return confirmStart(state, said, window, [], context);
    }
    case "FOLLOW_UP":
      return unchanged;
  }
}

function decideInterview(state: Placement, { choice, givenAt }: PendingAnswer, context: RuleContext): Decision<Placement> {
  const said = interviewAnswer.parse(choice);
  return "moveTo" in said ? moveInterview(state, said.moveTo, givenAt, context) : recordInterview(state, said, givenAt, context);
}

async function loseTheSeat(deps: Deps, processId: string, waitNo: number, answer: PendingAnswer): Promise<void> {
  await changePlacement(deps, processId, { actor: system }, ({ state, context, wait }) =>
    stillHolds(wait, waitNo, answer) ? loseSeat(state, context) : unchanged,
  );
}

/** Takes the answer away and makes its link usable again: who gave it was told that it was taken. */
async function dropAnswer(deps: Deps, processId: string, waitNo: number, { rev, linkId }: PendingAnswer): Promise<void> {
  const result = await deps.store.database.commit([answerDrop(processId, waitNo, rev), linkFree(linkId)]);
  if (result.kind === "conflict") throw refusal("CONFLICT");
}
