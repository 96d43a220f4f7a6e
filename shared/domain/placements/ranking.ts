/** From the certificate to the proposals: what leads to a ranking, and what comes of one. */
import { refusal } from "../errors.ts";
import { type Decision, refused, unchanged } from "../process/decision.ts";
import { afterDeadline } from "../process/transition.ts";
import { willingness } from "../reference/reach.ts";
import type { RuleContext } from "./context.ts";
import type { Placement, WiderRegion } from "./placement.ts";
import { take } from "./transitions.ts";

/** A certificate of the client has been verified: a waiting placement goes on to the ranking. */
export function noteCertificate(state: Placement, context: RuleContext): Decision<Placement> {
  if (state.status !== "AWAITING_CERTIFICATE") return unchanged;
  const step = take("certificateVerified", state, context);
  if (step.kind === "refused") return step;
  return step.to("RANKING", { milestones: { ...state.milestones, certifiedAt: context.now } });
}

/** The officer goes on with the client as trained or experienced. */
export function goOnWithoutCertificate(state: Placement, context: RuleContext): Decision<Placement> {
  const step = take("goOnWithoutCertificate", state, context);
  if (step.kind === "refused") return step;
  return afterDeadline(state, context.now) ?? step.to("RANKING", { withoutCertificate: true });
}

/** The ranking has ended: with proposals for the officer, or with none. */
export function noteRanking(state: Placement, proposals: number, context: RuleContext): Decision<Placement> {
  if (state.status !== "RANKING") return unchanged;
  const changes = { shortlistNo: state.shortlistNo + 1 };
  if (proposals === 0) {
    const step = take("findNoVacancy", state, context);
    return step.kind === "refused" ? step : step.to("AWAITING_VACANCY", changes);
  }
  const step = take("proposeVacancies", state, context);
  return step.kind === "refused" ? step : step.to("AWAITING_APPROVAL", changes);
}

/** A vacancy has opened that the client may be eligible for. */
export function wake(state: Placement, context: RuleContext): Decision<Placement> {
  if (state.status !== "AWAITING_VACANCY") return unchanged;
  const step = take("wake", state, context);
  return step.kind === "refused" ? step : step.to("RANKING");
}

/** The officer looks further than the client named. */
export function widenRegion(state: Placement, to: WiderRegion, context: RuleContext): Decision<Placement> {
  const step = take("widenRegion", state, context);
  if (step.kind === "refused") return step;
  const late = afterDeadline(state, context.now);
  if (late) return late;
  if (willingness.indexOf(to) <= willingness.indexOf(state.widened ?? state.willingness))
    return refused(refusal("REQUEST_INVALID", [{ code: "region.notWider", path: "to" }]));
  return step.to("RANKING", { widened: to });
}
