/** The asked employer's choice, and what follows from it. */
import type { Instant } from "../calendar/instant.ts";
import type { CalledOff } from "../process/called-off.ts";
import type { Decision } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import type { Whereabouts } from "./appointment.ts";
import { takeAsked } from "./asked-employer.ts";
import { callOff, tellClientNotToGo } from "./call-off.ts";
import type { RuleContext } from "./context.ts";
import { inviteToInterview } from "./interview.ts";
import { withEntry } from "./live-entries.ts";
import { askNext, choose, dropOut } from "./next-employer.ts";
import type { Placement } from "./placement.ts";
import type { declineReasons } from "./shortlist.ts";

export type EmployerAnswer =
  | ({ readonly choice: "INTERVIEW"; readonly times: readonly Instant[] } & Whereabouts)
  | { readonly choice: "ACCEPT" }
  | { readonly choice: "DECLINE"; readonly reason: (typeof declineReasons)[number] };

/**
 * The asked employer's choice. It counts by the time at which it was given.
 * @param givenAt when the employer said it; an answer by link takes effect ten minutes later
 */
export function answerProposal(
  state: Placement,
  answer: EmployerAnswer,
  givenAt: Instant,
  context: RuleContext,
): Decision<Placement> {
  switch (answer.choice) {
    case "INTERVIEW": {
      const { choice: _, ...invitation } = answer;
      return inviteToInterview(state, invitation, givenAt, context);
    }
    case "ACCEPT": {
      const asked = takeAsked("employerAccepts", state, context, givenAt);
      return asked.kind === "refused" ? asked : choose(asked.step, state, asked.entry, context);
    }
    case "DECLINE": {
      const asked = takeAsked("employerDeclines", state, context, givenAt);
      if (asked.kind === "refused") return asked;
      const declined = { state: "EMPLOYER_DECLINED", declineReason: answer.reason, saidNoAt: givenAt } as const;
      return dropOut(asked.step, state, asked.entry, declined, context);
    }
  }
}

/** The seat went to somebody else between the answer and its effect: the employer is told, the next one is asked. */
export function loseSeat(state: Placement, context: RuleContext): Decision<Placement> {
  const asked = takeAsked("seatTaken", state, context);
  if (asked.kind === "refused") return asked;
  const { vacancyId } = asked.entry;
  const shortlist = withEntry(state, vacancyId, { state: "SEAT_TAKEN" });
  return askNext(asked.step, { ...state, shortlist }, context, {
    effects: [
      { kind: "DROP_PROPOSAL", vacancyId },
      ...(state.needsCall ? [] : [seatTaken(vacancyId, callOff(state, context, "SEAT_TAKEN"))]),
      ...tellClientNotToGo(state, context, "SEAT_TAKEN"),
    ],
  });
}

const seatTaken = (vacancyId: string, calledOff: CalledOff | undefined): Effect => ({
  kind: "MAIL",
  message: "seatTaken",
  to: "employer",
  vacancyId,
  calledOff,
});
