/** The client's yes or no to each employer on the shortlist. */
import { refusal } from "../errors.ts";
import { type Decision, type Refused, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { afterDeadline } from "../process/transition.ts";
import type { Receipt } from "../record/receipt.ts";
import type { RuleContext } from "./context.ts";
import { mayStillAnswer } from "./live-entries.ts";
import { askNext, type StepToNext } from "./next-employer.ts";
import type { Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";
import { take } from "./transitions.ts";

export type ClientAnswer = {
  readonly answers: readonly { readonly vacancyId: string; readonly accepts: boolean; readonly discloseBapas: boolean }[];
  readonly given: Receipt;
};

/** The client's yes or no to each employer on the shortlist, in one sitting. Each yes is a consent for that employer. */
export const answerAsClient = (state: Placement, answer: ClientAnswer, context: RuleContext): Decision<Placement> =>
  decideOn(take("clientAnswers", state, context), state, answer, context);

/** The same when the client's time is over and the officer was to decide: silence was never a no, and so it can be made up for. */
export function answerLateAsClient(state: Placement, answer: ClientAnswer, context: RuleContext): Decision<Placement> {
  const step = take("clientAnswersLate", state, context);
  if (step.kind === "step" && !mayStillAnswer(state)) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  return decideOn(step, state, answer, context);
}

function decideOn(step: StepToNext | Refused, state: Placement, answer: ClientAnswer, context: RuleContext): Decision<Placement> {
  if (step.kind === "refused") return step;
  const late = afterDeadline(state, answer.given.at);
  if (late) return late;
  const asked = state.shortlist.filter((entry) => entry.state === "APPROVED");
  const answered = new Map(answer.answers.map((choice) => [choice.vacancyId, choice]));
  const missing = asked.filter((entry) => !answered.has(entry.vacancyId));
  const foreign = answer.answers.filter((choice) => !asked.some((entry) => entry.vacancyId === choice.vacancyId));
  if (missing.length > 0 || foreign.length > 0 || answered.size !== answer.answers.length)
    return refused(
      refusal(
        "ANSWER_INCOMPLETE",
        missing.map((entry) => ({ code: "MISSING", value: entry.vacancyId })),
      ),
    );
  const effects: Effect[] = [];
  const shortlist = state.shortlist.map((entry): ShortlistEntry => {
    const choice = entry.state === "APPROVED" ? answered.get(entry.vacancyId) : undefined;
    if (!choice) return entry;
    if (!choice.accepts) {
      effects.push({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId });
      return { ...entry, state: "CLIENT_DECLINED" };
    }
    effects.push({
      kind: "CONSENT_TO_SHARE",
      employerId: entry.employerId,
      discloseBapas: choice.discloseBapas,
      given: answer.given,
    });
    return { ...entry, state: "CLIENT_ACCEPTED", discloseBapas: choice.discloseBapas };
  });
  const accepted = shortlist.some((entry) => entry.state === "CLIENT_ACCEPTED");
  const milestones = { ...state.milestones, answeredAt: state.milestones.answeredAt ?? context.now };
  return askNext(step, { ...state, shortlist }, context, {
    changes: { milestones },
    effects,
    reason: accepted ? "EMPLOYERS_EXHAUSTED" : "CLIENT_DECLINED_ALL",
  });
}
