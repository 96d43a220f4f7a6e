/** The officer's decision on a placement that could not go on by itself. */
import { refusal } from "../errors.ts";
import { type Decision, type Refused, refused } from "../process/decision.ts";
import { afterDeadline } from "../process/transition.ts";
import type { RuleContext } from "./context.ts";
import { mostEmployers } from "./limits.ts";
import { dropAll, withoutLive } from "./live-entries.ts";
import type { Placement } from "./placement.ts";
import type { ClosingReason } from "./reasons.ts";
import { take } from "./transitions.ts";

export type ReviewDecision =
  | { readonly decision: "RANK_AGAIN" }
  | { readonly decision: "GO_ON_WITHOUT" }
  | { readonly decision: "CLOSE"; readonly because: ClosingReason };

/** The officer decides what becomes of a placement that could not go on by itself. */
export function review(
  state: Placement,
  decided: ReviewDecision,
  hasCertificate: boolean,
  context: RuleContext,
): Decision<Placement> {
  const shortlist = withoutLive(state);
  const drops = dropAll(state);
  switch (decided.decision) {
    case "RANK_AGAIN": {
      const step = take("rankAgain", state, context);
      if (step.kind === "refused") return step;
      const wrong = afterDeadline(state, context.now) ?? afterLastEmployer(state);
      if (wrong) return wrong;
      return step.to(hasCertificate || state.withoutCertificate ? "RANKING" : "AWAITING_CERTIFICATE", { shortlist }, drops);
    }
    case "GO_ON_WITHOUT": {
      const step = take("goOnReviewed", state, context);
      if (step.kind === "refused") return step;
      const wrong = afterDeadline(state, context.now) ?? afterLastEmployer(state);
      return wrong ?? step.to("RANKING", { shortlist, withoutCertificate: true }, drops);
    }
    case "CLOSE": {
      const step = take("closeReviewed", state, context);
      if (step.kind === "refused") return step;
      const milestones = { ...state.milestones, endedAt: context.now };
      return (
        afterDeadline(state, context.now) ??
        step.to("CLOSED", { reason: "CLOSED_BY_OFFICER", closedBecause: decided.because, shortlist, milestones }, [
          ...drops,
          { kind: "RELEASE_CLIENT", clientId: state.clientId },
        ])
      );
    }
  }
}

/** Refuses another ranking once as many employers were asked as one attempt may ask. */
const afterLastEmployer = ({ employersAsked }: Placement): Refused | undefined =>
  employersAsked >= mostEmployers
    ? refused(refusal("STATUS_CONFLICT", [{ code: "EMPLOYERS_ALL_ASKED", value: String(mostEmployers) }]))
    : undefined;
