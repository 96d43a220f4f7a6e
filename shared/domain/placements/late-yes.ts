/** An employer's yes that is recorded when its question is over: it counts as long as nobody else is asked, else the officer chooses. */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Decision, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { withdrawFromEmployer } from "./call-off.ts";
import type { RuleContext } from "./context.ts";
import { answerProposal, type EmployerAnswer } from "./employer-answer.ts";
import { mayStillSayYes } from "./live-entries.ts";
import { currentEntry, type Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";
import { take } from "./transitions.ts";

export type LateYes = {
  readonly vacancyId: string;
  readonly answer: EmployerAnswer;
  readonly saidAt: Instant;
  /** The first moment of which a word is still taken. */
  readonly earliest: Instant;
  /** The vacancy of the employer that is asked by now, which the officer lets go for it. */
  readonly insteadOf?: string | undefined;
};

/** The entry of an employer that dropped out and may still say yes. */
export const reopenable = (state: Placement, vacancyId: string): ShortlistEntry | undefined =>
  state.shortlist.findLast((entry) => entry.vacancyId === vacancyId && mayStillSayYes(entry));

/**
 * Takes the yes of an employer that dropped out. Refusals: STATUS_CONFLICT where it was never asked or somebody is chosen,
 * WORD_BEFORE_QUESTION, ALREADY_ANSWERED where its no was said later, WORD_TOO_OLD, ANOTHER_IS_ASKED with the vacancy that the officer may let go, SEAT_TAKEN.
 * @param mayShare whether the client still lets the employer be told
 */
export function takeLateYes(
  state: Placement,
  { vacancyId, answer, saidAt, earliest, insteadOf }: LateYes,
  mayShare: boolean,
  context: RuleContext,
): Decision<Placement> {
  const entry = reopenable(state, vacancyId);
  if (!entry || answer.choice === "DECLINE") return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  const step = take("reopenEmployer", state, context);
  if (step.kind === "refused") return step;
  if (entry.askedAt !== undefined && saidAt < entry.askedAt)
    return refused(refusal("WORD_BEFORE_QUESTION", [{ code: "QUESTION_OPENED", path: "receipt.at", value: entry.askedAt }]));
  // At the same moment the no counts, as the more cautious word.
  if (entry.saidNoAt !== undefined && saidAt <= entry.saidNoAt)
    return refused(refusal("ALREADY_ANSWERED", [{ code: "SAID_NO", path: "receipt.at", value: entry.saidNoAt }]));
  if (saidAt < earliest) return refused(refusal("WORD_TOO_OLD", [{ code: "EARLIEST", path: "receipt.at", value: earliest }]));
  if (!mayShare) return refused(refusal("CONSENT_WITHDRAWN", [{ code: "EMPLOYER", value: entry.employerId }]));
  const other = currentEntry(state);
  if (other && insteadOf !== other.vacancyId)
    return refused(refusal("ANOTHER_IS_ASKED", [{ code: "ASKED", path: "insteadOf", value: other.vacancyId }]));
  const letGo: Effect[] = other
    ? [
        { kind: "DROP_PROPOSAL", vacancyId: other.vacancyId },
        ...withdrawFromEmployer(state, other.vacancyId, context, "CLIENT_UNAVAILABLE"),
      ]
    : [];
  const shortlist = state.shortlist.map((one): ShortlistEntry => {
    if (one === entry) return { ...one, state: "ASKED", declineReason: undefined, absent: undefined, saidNoAt: undefined };
    return one === other ? { ...one, state: "RECALLED" } : one;
  });
  const asked = { ...state, status: "AWAITING_EMPLOYER", reason: undefined, shortlist, interview: undefined } as const;
  const decision = answerProposal({ ...asked, deadline: undefined }, answer, saidAt, context);
  if (decision.kind !== "decided") return decision;
  return step.as(decision, [{ kind: "HOLD_PROPOSAL", vacancyId }, ...letGo]);
}
