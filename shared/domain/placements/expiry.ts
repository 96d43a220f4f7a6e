/** What follows when nobody says anything. Silence is never consent and never the end: it moves on. */

import { refusal } from "../errors.ts";
import { type Decision, decided, refused, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { goOn } from "./employer-answer.ts";
import { dropAll, moveTo, type RuleContext, withEntry, withoutLive } from "./moves.ts";
import { currentEntry, type Placement } from "./placement.ts";

/** The deadline of the open wait has passed without a word. */
export function fallSilent(state: Placement, context: RuleContext): Decision<Placement> {
  const first = state.stage === 1;
  switch (state.status) {
    case "AWAITING_CERTIFICATE":
      return decided(
        moveTo(state, "certificateSilence", "AWAITING_REVIEW", context, { reason: "NO_CERTIFICATE" }),
        reviewMail,
        "certificateSilence",
      );
    case "AWAITING_VACANCY":
      return decided(
        moveTo(state, "vacancySilence", "AWAITING_REVIEW", context, { reason: "NO_VACANCY" }),
        reviewMail,
        "vacancySilence",
      );
    case "AWAITING_APPROVAL":
      return first
        ? decided(
            moveTo(state, "approvalSilence", "AWAITING_APPROVAL", context, { stage: 2 }),
            [{ kind: "MAIL", message: "approvalEscalated", to: "supervisor", whileWaiting: true }],
            "approvalSilence",
          )
        : decided(
            moveTo(state, "approvalSilence", "AWAITING_REVIEW", context, { reason: "NOT_APPROVED" }),
            reviewMail,
            "approvalSilence",
          );
    case "AWAITING_CLIENT":
      return first
        ? decided(
            moveTo(state, "clientSilence", "AWAITING_CLIENT", context, { stage: 2 }),
            [{ kind: "MAIL", message: "callClient", to: "officer", whileWaiting: true }],
            "clientSilence",
          )
        : decided(
            moveTo(state, "clientSilence", "AWAITING_REVIEW", context, { reason: "CLIENT_SILENT" }),
            reviewMail,
            "clientSilence",
          );
    case "AWAITING_EMPLOYER": {
      const entry = currentEntry(state);
      if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
      return goOn(
        { ...state, shortlist: withEntry(state, entry.vacancyId, { state: "EMPLOYER_SILENT" }) },
        entry,
        "employerSilence",
        context,
      );
    }
    case "INTERVIEW": {
      if (first)
        return decided(
          moveTo(state, "interviewSilence", "INTERVIEW", context, { stage: 2 }),
          [{ kind: "MAIL", message: "interviewResultNeeded", to: "officer", whileWaiting: true }],
          "interviewSilence",
        );
      const entry = currentEntry(state);
      if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
      return goOn(
        { ...state, shortlist: withEntry(state, entry.vacancyId, { state: "NOT_CHOSEN" }) },
        entry,
        "interviewSilence",
        context,
      );
    }
    case "AWAITING_CONFIRMATION":
      return decided(
        moveTo(state, "confirmationSilence", "AWAITING_CONFIRMATION", context, { stage: Math.min(state.stage + 1, 99) }),
        [{ kind: "MAIL", message: "confirmationNeeded", to: "officer", whileWaiting: true }, ...askToConfirm(state)],
        "confirmationSilence",
      );
    case "AWAITING_REVIEW":
      return first
        ? decided(
            moveTo(state, "reviewSilence", "AWAITING_REVIEW", context, { stage: 2, reason: state.reason }),
            [{ kind: "MAIL", message: "reviewEscalated", to: "supervisor", whileWaiting: true }],
            "reviewSilence",
          )
        : decided(
            moveTo(state, "reviewSilence", "CLOSED", context, {
              reason: "NO_DECISION",
              shortlist: withoutLive(state),
              milestones: { ...state.milestones, endedAt: context.now },
            }),
            [...dropAll(state), { kind: "RELEASE_CLIENT", clientId: state.clientId }],
            "reviewSilence",
          );
    case "RANKING":
    case "PLACED":
    case "CLOSED":
      return unchanged;
  }
}

/** The employer that has not confirmed is asked anew, by a link that revokes the one before: no link may outlive its question. */
function askToConfirm(state: Placement): Effect[] {
  const vacancyId = state.confirmedBy.employer ? undefined : currentEntry(state)?.vacancyId;
  if (vacancyId === undefined) return [];
  return [{ kind: "MAIL", message: "confirmStart", to: "employer", link: "CONFIRMATION", vacancyId, whileWaiting: true }];
}

const reviewMail = [{ kind: "MAIL", message: "reviewNeeded", to: "officer" }] as const;
