/** The officer's decision on a placement that could not go on by itself. */
import { refusal } from "../errors.ts";
import { type Decision, decided, refused } from "../process/decision.ts";
import { mostEmployers } from "./limits.ts";
import { afterDeadline, dropAll, guard, moveTo, type RuleContext, withoutLive } from "./moves.ts";
import type { Placement } from "./placement.ts";

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
