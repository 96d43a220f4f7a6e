/** From the certificate to the proposals: what leads to a ranking, and what comes of one. */
import { refusal } from "../errors.ts";
import { type Decision, decided, refused, unchanged } from "../process/decision.ts";
import { willingness } from "../reference/reach.ts";
import { afterDeadline, guard, moveTo, type RuleContext } from "./moves.ts";
import type { Placement, WiderRegion } from "./placement.ts";

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
