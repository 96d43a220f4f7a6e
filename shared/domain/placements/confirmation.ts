/** That work has begun: two sides say so, or the placement waits on. */

import type { Instant } from "../calendar/instant.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { type ErrorDetail, refusal } from "../errors.ts";
import { type Decision, refused, unchanged } from "../process/decision.ts";
import type { Receipt } from "../record/receipt.ts";
import type { contractTypes } from "../vacancies/vacancy.ts";
import { takeAsked } from "./asked-employer.ts";
import type { RuleContext } from "./context.ts";
import { dropAll, withEntry } from "./live-entries.ts";
import { askNext } from "./next-employer.ts";
import type { evidenceGrades, Placement } from "./placement.ts";
import { take } from "./transitions.ts";

export type StartConfirmation =
  | {
      readonly by: "employer";
      readonly startedOn: LocalDate;
      /** When it was said; now, where nothing is said. */
      readonly saidAt?: Instant | undefined;
    }
  | {
      readonly by: "officer";
      readonly startedOn: LocalDate;
      readonly evidence: (typeof evidenceGrades)[number];
      readonly writtenContract: boolean;
      readonly contractType: (typeof contractTypes)[number];
      /** The client's own word, where there is no written contract. */
      readonly client?: Receipt | undefined;
      /** The employer's word, given by phone, WhatsApp or visit. */
      readonly employer?: Receipt | undefined;
      /** Who registered an employer for whom nobody else has vouched. */
      readonly unvouchedBy?: string | undefined;
    };

/** The days between which work can have begun, both included, in the office's zone: the attempt's first day and today. */
export type StartWindow = { readonly earliest: LocalDate; readonly latest: LocalDate };

/** What is kept of a start that did not come about: nothing. */
export const noStart = {
  confirmedBy: {},
  writtenContract: undefined,
  contractType: undefined,
  startedOn: undefined,
  deniedAt: undefined,
} as const satisfies Partial<Placement>;

/**
 * One side confirms that work has begun. Settled by employer and officer; without a written contract, by client and
 * officer. There is no deadline that would refuse it: somebody at work never lapses. The officer may complete or correct
 * the confirmation until then: the client is often met, and the employer reached, on another day.
 * @param failures what the gates find against the start (outside work not yet permitted, wage below the floor)
 */
export function confirmStart(
  state: Placement,
  confirmation: StartConfirmation,
  window: StartWindow,
  failures: readonly ErrorDetail[],
  context: RuleContext,
): Decision<Placement> {
  const step = take("confirmStart", state, context);
  if (step.kind === "refused") return step;
  const outside = refuseOutside(confirmation.startedOn, window);
  if (outside) return outside;
  if (failures.length > 0) return refused(refusal("GATE_FAILED", failures));
  if (addsNothing(state, confirmation)) return refused(refusal("ALREADY_ANSWERED"));
  const confirmedBy = { ...state.confirmedBy, ...sides(confirmation, context) };
  const writtenContract = confirmation.by === "officer" ? confirmation.writtenContract : state.writtenContract;
  const contractType = confirmation.by === "officer" ? confirmation.contractType : state.contractType;
  const startedOn = confirmedBy.officer?.startedOn ?? confirmation.startedOn;
  const changes = { confirmedBy, writtenContract, contractType, startedOn };
  const both = confirmedBy.officer && (confirmedBy.employer || (confirmedBy.client && writtenContract === false));
  if (!both) {
    const oneSide = take("confirmOneSide", state, context);
    return oneSide.kind === "refused" ? oneSide : oneSide.amend(changes);
  }
  const shortlist = state.shortlist.map((entry) =>
    entry.state === "CLIENT_ACCEPTED" ? { ...entry, state: "NOT_ASKED" as const } : entry,
  );
  const milestones = { ...state.milestones, placedAt: context.now };
  const alone = confirmation.by === "officer" && restsOnOne(state, confirmation.unvouchedBy, context);
  // Nothing is proposed any more; the seat stays taken.
  return step.to("PLACED", { ...changes, shortlist, milestones, unverified: alone ? true : undefined }, [
    ...dropAll(state),
    { kind: "START_FOLLOW_UP" },
  ]);
}

/** Whether whoever confirms has registered the employer and recorded every word alone. */
const restsOnOne = (state: Placement, unvouchedBy: string | undefined, { actor }: RuleContext): boolean =>
  actor.kind === "staff" && state.voice === actor.staffId && unvouchedBy === actor.staffId;

/**
 * Somebody else vouches for a placement that one member of staff recorded alone: a second person, or the employer by link.
 * Nothing changes where that is known. Errors: SECOND_PERSON_REQUIRED, STATUS_CONFLICT before work has begun.
 */
export function verifyPlacement(state: Placement, context: RuleContext): Decision<Placement> {
  const step = take("verifyPlacement", state, context);
  if (step.kind === "refused") return step;
  if (!state.unverified) return unchanged;
  if (context.actor.kind === "staff" && context.actor.staffId === state.voice) return refused(refusal("SECOND_PERSON_REQUIRED"));
  return step.amend({ unverified: undefined, milestones: { ...state.milestones, verifiedAt: context.now } });
}

/** Refuses a day on which work cannot have begun: a slip of the year would have the half year over at once. */
export function refuseOutside(startedOn: LocalDate, { earliest, latest }: StartWindow) {
  if (startedOn > latest) return refused(refusal("CONFIRMATION_INVALID", [{ code: "START_IN_FUTURE" }]));
  if (startedOn < earliest) return refused(refusal("CONFIRMATION_INVALID", [{ code: "START_TOO_EARLY", value: earliest }]));
  return undefined;
}

/** Whether a word says only what was said before. */
function addsNothing(state: Placement, confirmation: StartConfirmation): boolean {
  const { confirmedBy } = state;
  if (confirmation.by === "employer") return confirmedBy.employer !== undefined;
  const newSide = (confirmation.client && !confirmedBy.client) || (confirmation.employer && !confirmedBy.employer);
  return (
    !newSide &&
    confirmedBy.officer?.startedOn === confirmation.startedOn &&
    confirmedBy.officer.evidence === confirmation.evidence &&
    state.writtenContract === confirmation.writtenContract &&
    state.contractType === confirmation.contractType
  );
}

function sides(confirmation: StartConfirmation, context: RuleContext): Placement["confirmedBy"] {
  const base = { at: context.now, startedOn: confirmation.startedOn };
  if (confirmation.by === "employer") return { employer: { ...base, at: confirmation.saidAt ?? context.now } };
  return {
    officer: { ...base, evidence: confirmation.evidence },
    ...(confirmation.client ? { client: { ...base, receipt: confirmation.client } } : {}),
    ...(confirmation.employer ? { employer: { ...base, receipt: confirmation.employer } } : {}),
  };
}

/**
 * The client did not begin: the seat is given back and the next employer is asked. Where the officer has confirmed the start
 * and the employer denies it, neither is believed: the officer is asked to look again.
 * @param saidAt when it was said: what the employer said before no longer counts then
 */
export function noteNoStart(
  state: Placement,
  by: "employer" | "officer",
  context: RuleContext,
  saidAt: Instant = context.now,
): Decision<Placement> {
  if (by === "employer" && state.confirmedBy.officer) return dispute(state, saidAt, context);
  const asked = takeAsked("didNotStart", state, context);
  if (asked.kind === "refused") return asked;
  const { vacancyId } = asked.entry;
  const shortlist = withEntry(state, vacancyId, { state: "DID_NOT_START" });
  return askNext(asked.step, { ...state, shortlist }, context, {
    changes: noStart,
    effects: [
      { kind: "GIVE_SEAT_BACK", vacancyId },
      { kind: "DROP_PROPOSAL", vacancyId },
    ],
  });
}

function dispute(state: Placement, deniedAt: Instant, context: RuleContext): Decision<Placement> {
  const asked = takeAsked("startDisputed", state, context);
  if (asked.kind === "refused") return asked;
  const { vacancyId } = asked.entry;
  return asked.step.again({ ...noStart, deniedAt, stage: state.stage }, [
    { kind: "MAIL", message: "startDisputed", to: "officer", vacancyId },
  ]);
}
