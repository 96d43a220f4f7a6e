/** Words that staff record for others: when they were said decides, not when they were recorded. */
import type { Instant } from "../../domain/calendar/instant.ts";
import { type DomainError, refusal } from "../../domain/errors.ts";
import { saysNo } from "../../domain/placements/link-choices.ts";
import type { Decided, Decision } from "../../domain/process/decision.ts";
import { refused } from "../../domain/process/decision.ts";
import { type Process, vacancyIdOf } from "../../domain/processes.ts";
import type { PendingAnswer } from "../../store/waits.ts";
import type { Loaded } from "./change-process.ts";

/** Whose word it is: an employer may have answered by link meanwhile. */
export type Speaker = "CLIENT" | "EMPLOYER";

type Heard = Pick<Loaded<Process>, "questionOpenedAt" | "wait">;

/**
 * Refuses a word that is older than its question, or older than what the employer has just said by link and may still take back:
 * the one said last counts, whatever was recorded last.
 */
export function refuseWord({ questionOpenedAt, wait }: Heard, saidAt: Instant, speaker: Speaker): DomainError | undefined {
  if (questionOpenedAt !== undefined && saidAt < questionOpenedAt)
    return refusal("WORD_BEFORE_QUESTION", [{ code: "QUESTION_OPENED", path: "receipt.at", value: questionOpenedAt }]);
  const pending = speaker === "EMPLOYER" ? wait?.answer : undefined;
  if (pending !== undefined && !isSaidAfter(saidAt, pending))
    return refusal("ALREADY_ANSWERED", [{ code: "ANSWER_BY_LINK", path: "receipt.at", value: pending.givenAt }]);
  return undefined;
}

/** Whether a word was said after an answer by link, or with it; at the same moment a no counts, as the more cautious word. */
export const isSaidAfter = (saidAt: Instant, { givenAt, choice }: Pick<PendingAnswer, "givenAt" | "choice">): boolean =>
  saidAt > givenAt || (saidAt === givenAt && !saysNo(choice));

/** Decides on a word that counts. An employer whose answer by link is set aside by a later word is told. */
export async function decideOnWord<P extends Process>(
  loaded: Loaded<P>,
  saidAt: Instant,
  speaker: Speaker,
  decide: () => Decision<P> | Promise<Decision<P>>,
): Promise<Decision<P>> {
  const refusal_ = refuseWord(loaded, saidAt, speaker);
  if (refusal_) return refused(refusal_);
  const decision = await decide();
  return decision.kind === "decided" && speaker === "EMPLOYER" ? tellSetAside(loaded, decision) : decision;
}

/** The answer by link of the wait that the decision ends will never take effect: whoever gave it is told which word counts. */
export function tellSetAside<P extends Process>({ state, wait }: Loaded<P>, decision: Decided<P>): Decided<P> {
  const ends = decision.state.waitNo !== state.waitNo || !decision.state.waitOpen;
  const vacancyId = vacancyIdOf(state);
  if (wait?.answer === undefined || !ends || vacancyId === undefined) return decision;
  return { ...decision, effects: [...decision.effects, { kind: "MAIL", message: "answerSetAside", to: "employer", vacancyId }] };
}
