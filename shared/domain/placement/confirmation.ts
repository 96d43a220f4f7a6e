/** That work has begun: two sides say so, or the placement waits on. */

import type { LocalDate } from "../calendar/local-date.ts";
import { type Decision, decided, type Effect, type Receipt, refused } from "../decision.ts";
import { type ErrorDetail, refusal } from "../errors.ts";
import { amend, askNext, dropAll, guard, moveTo, type RuleContext, withEntry } from "./moves.ts";
import { type contractTypes, currentEntry, type evidenceGrades, type Placement } from "./placement.ts";

export type StartConfirmation =
  | { readonly by: "employer"; readonly startedOn: LocalDate }
  | {
      readonly by: "officer";
      readonly startedOn: LocalDate;
      readonly evidence: (typeof evidenceGrades)[number];
      readonly writtenContract: boolean;
      readonly contractType: (typeof contractTypes)[number];
      /** The client's own word, where there is no written contract. */
      readonly client?: Receipt | undefined;
    };

/**
 * One side confirms that work has begun. Settled by employer and officer; without a written contract, by client and
 * officer. There is no deadline that would refuse it: somebody at work never lapses.
 * @param failures what the gates find against the start (outside work not yet permitted, wage below the floor)
 */
export function confirmStart(
  state: Placement,
  said: StartConfirmation,
  today: LocalDate,
  failures: readonly ErrorDetail[],
  context: RuleContext,
): Decision<Placement> {
  const wrong = guard(state, "confirmStart");
  if (wrong) return wrong;
  if (said.startedOn > today) return refused(refusal("CONFIRMATION_INVALID", [{ code: "START_IN_FUTURE" }]));
  if (failures.length > 0) return refused(refusal("GATE_FAILED", failures));
  if (state.confirmedBy[said.by]) return refused(refusal("ALREADY_ANSWERED"));
  const confirmedBy = { ...state.confirmedBy, ...sides(said, context) };
  const writtenContract = said.by === "officer" ? said.writtenContract : state.writtenContract;
  const contractType = said.by === "officer" ? said.contractType : state.contractType;
  const startedOn = confirmedBy.officer?.startedOn ?? said.startedOn;
  const changes = { confirmedBy, writtenContract, contractType, startedOn };
  const both = confirmedBy.officer && (confirmedBy.employer || (confirmedBy.client && writtenContract === false));
  if (!both) return decided(amend(state, changes), [], "confirmOneSide");
  const placed = moveTo(state, "confirmStart", "PLACED", context, {
    ...changes,
    milestones: { ...state.milestones, placedAt: context.now },
  });
  const others = dropAll({ ...state, shortlist: state.shortlist.filter((entry) => entry.state === "CLIENT_ACCEPTED") });
  const shortlist = placed.shortlist.map((entry) =>
    entry.state === "CLIENT_ACCEPTED" ? { ...entry, state: "NOT_CHOSEN" as const } : entry,
  );
  return decided({ ...placed, shortlist }, [...others, { kind: "START_FOLLOW_UP" }], "confirmStart");
}

function sides(said: StartConfirmation, context: RuleContext): Placement["confirmedBy"] {
  const base = { at: context.now, startedOn: said.startedOn };
  if (said.by === "employer") return { employer: base };
  const officer = { ...base, evidence: said.evidence };
  return said.client ? { officer, client: { ...base, receipt: said.client } } : { officer };
}

/** The client did not begin: the seat is given back and the next employer is asked. */
export function noteNoStart(state: Placement, context: RuleContext): Decision<Placement> {
  const wrong = guard(state, "didNotStart");
  if (wrong) return wrong;
  const entry = currentEntry(state);
  if (!entry) return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
  const shortlist = withEntry(state, entry.vacancyId, { state: "DID_NOT_START" });
  const step = askNext(
    { ...state, shortlist, confirmedBy: {}, writtenContract: undefined, contractType: undefined, startedOn: undefined },
    "didNotStart",
    context,
  );
  const effects: Effect[] = [
    { kind: "GIVE_SEAT_BACK", vacancyId: entry.vacancyId },
    { kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId },
  ];
  return decided(step.state, [...effects, ...step.effects], "didNotStart");
}
