/** The officer's shortlist. */
import type { Reporting } from "../clients/reporting.ts";
import { type ErrorDetail, refusal } from "../errors.ts";
import { type Decision, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { afterDeadline } from "../process/transition.ts";
import type { RuleContext } from "./context.ts";
import { longestShortlist, mostEmployers } from "./limits.ts";
import type { Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";
import { take } from "./transitions.ts";

export type Approval = {
  /** One to five vacancies, in the order in which their employers shall be asked. */
  readonly order: readonly Pick<ShortlistEntry, "vacancyId" | "employerId" | "agreedWage" | "occupationChecked">[];
  /** Why the order differs from the proposed one. */
  readonly reason?: string | undefined;
  /** Proposals that nobody ticks beforehand: passing over one of them is no other order. */
  readonly unticked?: ReadonlySet<string> | undefined;
};

/** Whether the client has an own phone, and when the client comes to the office. */
export type ClientReach = { readonly ownPhone: boolean; readonly reporting?: Reporting | undefined };

/**
 * The officer approves an ordered shortlist from the proposals.
 * @param proposed the vacancies of the ranking, best first
 * @param failures what the gates of law and money find against the chosen vacancies
 * @param reach how the client can be reached; decides how long the answer may take
 */
export function approveShortlist(
  state: Placement,
  approval: Approval,
  proposed: readonly string[],
  failures: readonly ErrorDetail[],
  reach: ClientReach,
  context: RuleContext,
): Decision<Placement> {
  const step = take("approveShortlist", state, context);
  if (step.kind === "refused") return step;
  const late = afterDeadline(state, context.now);
  if (late) return late;
  const chosen = approval.order.map((entry) => entry.vacancyId);
  const faults = chosen.flatMap((value, at) => {
    if (!proposed.includes(value)) return [{ code: "NOT_PROPOSED", value }];
    return chosen.indexOf(value) < at ? [{ code: "NAMED_TWICE", value }] : [];
  });
  if (chosen.length < 1 || chosen.length > 5 || faults.length > 0) return refused(refusal("SHORTLIST_INVALID", faults));
  if (state.employersAsked + chosen.length > mostEmployers)
    return refused(
      refusal("SHORTLIST_INVALID", [{ code: "MORE_THAN_MAY_BE_ASKED", value: String(mostEmployers - state.employersAsked) }]),
    );
  if (state.shortlist.length + chosen.length > longestShortlist)
    return refused(refusal("SHORTLIST_INVALID", [{ code: "SHORTLIST_FULL" }]));
  const best = proposed.filter((id) => !approval.unticked?.has(id)).slice(0, chosen.length);
  if (chosen.some((id, at) => id !== best[at]) && !approval.reason)
    return refused(refusal("REASON_REQUIRED", [{ code: "ORDER_DIFFERS" }]));
  if (failures.length > 0) return refused(refusal("GATE_FAILED", failures));
  const gone = chosen.filter((id) => !context.withSeat.has(id));
  if (gone.length > 0)
    return refused(
      refusal(
        "SEAT_TAKEN",
        gone.map((value) => ({ code: "NO_SEAT", value })),
      ),
    );
  const entries = approval.order.map((entry): ShortlistEntry => ({ ...entry, state: "APPROVED", discloseBapas: false }));
  const { client: days, clientWithoutPhone } = context.settings;
  return step.to(
    "AWAITING_CLIENT",
    {
      shortlist: [...state.shortlist, ...entries],
      deadline: reach.ownPhone ? context.deadlineAfter(days) : context.reportDayWithin(reach.reporting, clientWithoutPhone),
      milestones: { ...state.milestones, shortlistedAt: state.milestones.shortlistedAt ?? context.now },
    },
    chosen.map((vacancyId): Effect => ({ kind: "HOLD_PROPOSAL", vacancyId })),
  );
}

/** The officer approves none of the proposals. */
export function rejectProposals(state: Placement, context: RuleContext): Decision<Placement> {
  const step = take("rejectProposals", state, context);
  if (step.kind === "refused") return step;
  return afterDeadline(state, context.now) ?? step.to("AWAITING_REVIEW", { reason: "PROPOSALS_REJECTED" });
}
