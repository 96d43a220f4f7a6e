/** Random lives of placements, on the pure rules alone: whatever people do or leave, each step is one of the table. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approveShortlist, rejectProposals } from "../../../../shared/domain/placements/approval.ts";
import { answerAsClient, answerLateAsClient } from "../../../../shared/domain/placements/client-answer.ts";
import { confirmStart, noteNoStart } from "../../../../shared/domain/placements/confirmation.ts";
import type { RuleContext } from "../../../../shared/domain/placements/context.ts";
import { answerProposal, loseSeat } from "../../../../shared/domain/placements/employer-answer.ts";
import { expirePlacement } from "../../../../shared/domain/placements/expiry.ts";
import { followClient } from "../../../../shared/domain/placements/follow-client.ts";
import { beginCover, handOverPlacement } from "../../../../shared/domain/placements/hand-over.ts";
import {
  agreeInterview,
  moveInterview,
  noteClientHeard,
  recordInterview,
} from "../../../../shared/domain/placements/interview.ts";
import { reopenable, takeLateYes } from "../../../../shared/domain/placements/late-yes.ts";
import { mostEmployers } from "../../../../shared/domain/placements/limits.ts";
import { isLive } from "../../../../shared/domain/placements/live-entries.ts";
import { currentEntry, exhaustedEmployers, type Placement, placement } from "../../../../shared/domain/placements/placement.ts";
import {
  goOnWithoutCertificate,
  noteCertificate,
  noteRanking,
  wake,
  widenRegion,
} from "../../../../shared/domain/placements/ranking.ts";
import { askAnew, noteReached, noteUndelivered } from "../../../../shared/domain/placements/reach.ts";
import { recallProposal, withdraw } from "../../../../shared/domain/placements/recall.ts";
import { review } from "../../../../shared/domain/placements/review.ts";
import type { ShortlistEntry } from "../../../../shared/domain/placements/shortlist.ts";
import { startPlacement } from "../../../../shared/domain/placements/start.ts";
import { transitions } from "../../../../shared/domain/placements/transitions.ts";
import { system } from "../../../../shared/domain/process/actor.ts";
import { type Decision, unchanged } from "../../../../shared/domain/process/decision.ts";
import type { Effect } from "../../../../shared/domain/process/effect.ts";
import type { Transition } from "../../../../shared/domain/process/transition.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildContext, by, contact } from "../../../builders/processes.ts";
import { buildClient } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";

/** What the dice decide at a step: which command, and with what. */
const step = fc.record({
  command: fc.noBias(fc.integer({ min: 0, max: 9999 })),
  choice: fc.noBias(fc.integer({ min: 0, max: 9999 })),
  /** Which of the twelve vacancies have a seat, as bits. */
  seats: fc.noBias(fc.integer({ min: 0, max: 4095 })),
  /** Passes the time at which the wait ends before the command. */
  late: fc.noBias(fc.integer({ min: 0, max: 11 })).map((number) => number === 0),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Twelve vacancies of six employers: two of the same stand side by side on a shortlist. */
const vacancies = Array.from({ length: 12 }, (_, at) => ({
  vacancyId: idNo("vacancy", at + 1),
  employerId: idNo("employer", Math.floor(at / 2) + 1),
}));
const started = { startedOn: "2026-03-02", evidence: "PAY", writtenContract: false, contractType: "DAILY" } as const;
const window = { earliest: "2026-03-02", latest: "2026-03-02" };
/** In half an hour where the office's day allows it, else at ten the next morning: the zone is WIB. */
function soon(now: string): string {
  const half = new Date(Date.parse(now) + 1_800_000).toISOString();
  if (half.slice(11, 16) <= "11:00") return half;
  return `${new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)}T03:00:00.000Z`;
}
const receipt = (at: string) => ({ how: "IN_PERSON", at }) as const;

const proposable = (state: Placement) => vacancies.filter((vacancy) => !exhaustedEmployers(state).includes(vacancy.employerId));

const pick = <T>(from: readonly T[], choice: number): T | undefined => from[choice % Math.max(1, from.length)];

type Rule = (state: Placement, context: RuleContext, choice: number) => Decision<Placement>;

/** What may happen to an interview: each as likely as the others, or most lives would see one of them alone. */
const interviewCommands: readonly Rule[] = [
  (state, context, choice) => {
    const result = pick(["OFFER", "NO", "CLIENT_ABSENT", "EMPLOYER_ABSENT"] as const, choice) ?? "NO";
    return recordInterview(state, { result }, context.now, context);
  },
  (state, context) => agreeInterview(state, { at: soon(context.now) }, context),
  (state, context) => moveInterview(state, soon(context.now), context.now, by(contact, context)),
];

/** Every rule there is, as one of the things that may happen next. */
const commands: readonly Rule[] = [
  (state, context) => noteCertificate(state, by(system, context)),
  (state, context) => goOnWithoutCertificate(state, context),
  (state, context, choice) => noteRanking(state, choice % 4 === 0 ? 0 : proposable(state).length, by(system, context)),
  (state, context) => wake(state, by(system, context)),
  (state, context, choice) => widenRegion(state, choice % 2 ? "PROVINCE" : "ANYWHERE", context),
  (state, context, choice) => {
    const proposed = proposable(state);
    const order = proposed.slice(choice % 5, (choice % 5) + 1 + (choice % 5)).slice(0, mostEmployers - state.employersAsked);
    return approveShortlist(
      state,
      { order, reason: "-" },
      proposed.map((entry) => entry.vacancyId),
      [],
      { ownPhone: choice % 3 > 0, reporting: choice % 2 > 0 ? { rhythm: "WEEKLY", day: "MONDAY" } : undefined },
      context,
    );
  },
  (state, context) => rejectProposals(state, context),
  (state, context, choice) => {
    const asked = state.shortlist.filter((entry) => entry.state === "APPROVED");
    const answers = asked.map((entry, at) => ({
      vacancyId: entry.vacancyId,
      accepts: (choice >> at) % 2 === 0,
      discloseBapas: at % 2 === 0,
    }));
    const answer = state.status === "AWAITING_REVIEW" ? answerLateAsClient : answerAsClient;
    return answer(state, { answers, given: receipt(context.now) }, context);
  },
  (state, context) => answerProposal(state, { choice: "ACCEPT" }, context.now, context),
  (state, context) => answerProposal(state, { choice: "DECLINE", reason: "OTHER" }, context.now, context),
  (state, context) => answerProposal(state, { choice: "INTERVIEW", times: [soon(context.now)] }, context.now, context),
  (state, context, choice) =>
    noteClientHeard(state, choice % 2 > 0 ? { excused: true, at: soon(context.now) } : { excused: false }, context),
  (state, context, choice) => pick(interviewCommands, choice >> 3)?.(state, context, choice) ?? unchanged,
  (state, context) => noteReached(state, context),
  // What comes back was sent, by a link of the question that is open.
  (state, context, choice) =>
    choice % 8 === 0 ? noteUndelivered({ ...state, linkWait: state.waitNo }, "BOUNCED", by(system, context)) : unchanged,
  (state, context) => loseSeat(state, by(system, context)),
  // The employer denies what the officer has confirmed: it needs both, one after the other.
  (state, context) => (state.confirmedBy.officer ? noteNoStart(state, "employer", by(contact, context)) : { kind: "unchanged" }),
  (state, context) => confirmStart(state, { by: "employer", startedOn: "2026-03-02" }, window, [], by(contact, context)),
  (state, context, choice) =>
    confirmStart(
      state,
      { by: "officer", ...started, writtenContract: choice % 2 > 0, ...(choice % 3 > 0 ? { client: receipt(context.now) } : {}) },
      window,
      [],
      context,
    ),
  (state, context, choice) =>
    choice % 2 > 0 ? noteNoStart(state, "employer", by(contact, context)) : noteNoStart(state, "officer", context),
  (state, context, choice) => {
    const decision =
      pick(
        [
          "RANK_AGAIN",
          "GO_ON_WITHOUT",
          "RANK_AGAIN",
          "GO_ON_WITHOUT",
          "RANK_AGAIN",
          "GO_ON_WITHOUT",
          "RANK_AGAIN",
          "CLOSE",
        ] as const,
        choice,
      ) ?? "CLOSE";
    return review(state, decision === "CLOSE" ? { decision, because: "OTHER" } : { decision }, choice % 2 > 0, context);
  },
  (state, context, choice) => {
    const cause = pick(["CONSENT_WITHDRAWN", "VACANCY_CLOSED", "AGREEMENT_TERMINATED"] as const, choice) ?? "VACANCY_CLOSED";
    return recallProposal(state, pick(vacancies, choice)?.vacancyId ?? "", cause, by(system, context));
  },
];

type Ledger = {
  readonly seats: Map<string, number>;
  readonly holds: Set<string>;
  readonly asked: string[];
  released: number;
  followUps: number;
};

function book(ledger: Ledger, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === "TAKE_SEAT") ledger.seats.set(effect.vacancyId, (ledger.seats.get(effect.vacancyId) ?? 0) + 1);
    if (effect.kind === "GIVE_SEAT_BACK") ledger.seats.set(effect.vacancyId, (ledger.seats.get(effect.vacancyId) ?? 0) - 1);
    if (effect.kind === "HOLD_PROPOSAL") ledger.holds.add(effect.vacancyId);
    if (effect.kind === "DROP_PROPOSAL") ledger.holds.delete(effect.vacancyId);
    if (effect.kind === "RELEASE_CLIENT") ledger.released += 1;
    if (effect.kind === "START_FOLLOW_UP") ledger.followUps += 1;
  }
}

/** Whose turn it has become was asked; who could not be reached was not. */
function bookAsked(ledger: Ledger, before: Placement, after: Placement): void {
  const [was, is] = [currentEntry(before), currentEntry(after)];
  const missed = after.shortlist.findLast((entry) => entry.vacancyId === was?.vacancyId)?.state === "UNREACHED";
  if (was?.state === "ASKED" && missed) ledger.asked.pop();
  if (is?.state === "ASKED" && (was?.state !== "ASKED" || was.vacancyId !== is.vacancyId)) ledger.asked.push(is.vacancyId);
}

/** A question goes by mail, or it is a task to call: never both, and the task only while the employer is asked. */
function checkAsking(after: Placement, effects: readonly Effect[]): void {
  const mailed = effects.some((effect) => effect.kind === "MAIL" && effect.link === "ANSWER");
  if (mailed) expect(after.needsCall).toBeUndefined();
  if (after.needsCall) expect([after.status, currentEntry(after)?.state]).toEqual(["AWAITING_EMPLOYER", "ASKED"]);
}

/** What must hold of each step that was decided. */
function checkStep(before: Placement, after: Placement, event: string): void {
  const row: Transition | undefined = Object.entries(transitions).find(([name]) => name === event)?.[1];
  expect(row, event).toBeDefined();
  expect(after.version).toBe(before.version + 1);
  const amended = row?.amends?.includes(before.status) && after.waitNo === before.waitNo && after.status === before.status;
  if (!amended) {
    expect(row?.from).toContain(before.status);
    expect(row?.to).toContain(after.status);
    const waits = !["RANKING", "PLACED", "CLOSED"].includes(after.status);
    expect([after.waitOpen, after.waitNo]).toEqual([waits, before.waitNo + (waits ? 1 : 0)]);
    expect(after.deadline !== undefined).toBe(waits);
  } else expect([after.waitOpen, after.deadline]).toEqual([before.waitOpen, before.deadline]);
  expect(placement.safeParse(after).error?.issues).toBeUndefined();
}

const current: readonly ShortlistEntry["state"][] = ["ASKED", "INTERVIEW", "CHOSEN"];

/** What must hold of every state, with all that has been brought about so far. */
function checkState(state: Placement, ledger: Ledger): void {
  const now = state.shortlist.filter((entry) => current.includes(entry.state));
  expect(now.length).toBe(["AWAITING_EMPLOYER", "INTERVIEW", "AWAITING_CONFIRMATION", "PLACED"].includes(state.status) ? 1 : 0);
  expect(state.employersAsked).toBeLessThanOrEqual(mostEmployers);
  expect(ledger.asked.length).toBe(state.employersAsked);
  // Seats: taken less given back is what is chosen, vacancy by vacancy.
  const chosen = new Map(state.shortlist.filter((entry) => entry.state === "CHOSEN").map((entry) => [entry.vacancyId, 1]));
  for (const [vacancyId, taken] of ledger.seats) expect(taken, vacancyId).toBe(chosen.get(vacancyId) ?? 0);
  for (const vacancyId of chosen.keys()) expect(ledger.seats.get(vacancyId)).toBe(1);
  // Holds: exactly what is live, so that the closing of a vacancy finds it.
  expect([...ledger.holds].toSorted()).toEqual(
    state.shortlist
      // Once work has begun nothing is proposed any more.
      .filter((entry) => isLive(entry) && state.status !== "PLACED")
      .map((entry) => entry.vacancyId)
      .toSorted(),
  );
  expect(ledger.released).toBe(state.status === "CLOSED" ? 1 : 0);
  expect(ledger.followUps).toBe(state.status === "PLACED" ? 1 : 0);
  expect(state.milestones.endedAt !== undefined).toBe(state.status === "CLOSED");
}

/** An employer that dropped out says yes after all. */
const sayYesLate: Rule = (state, context, choice) => {
  const vacancyId = pick(
    state.shortlist.filter((entry) => reopenable(state, entry.vacancyId)),
    choice,
  )?.vacancyId;
  if (vacancyId === undefined) return unchanged;
  const insteadOf = currentEntry(state)?.vacancyId;
  const interview = { choice: "INTERVIEW", times: [soon(context.now)] } as const;
  const answer = choice % 2 > 0 ? ({ choice: "ACCEPT" } as const) : interview;
  return takeLateYes(state, { vacancyId, answer, saidAt: context.now, earliest: "2026-01-01", insteadOf }, true, context);
};

type Command = (typeof commands)[number];
/** What can nearly always be taken, and would keep the rest from being tried. */
const seldom: readonly (readonly Command[])[] = [
  [withdraw],
  [(state, context, choice) => handOverPlacement(state, idNo("staff", 1 + (choice % 3)), context.now, by(system, context))],
  [(state, context) => beginCover(state, by(system, context))],
  [(state, context) => followClient(state, { domicile: { regencyCode: "36.71" }, willingness: "ANYWHERE" }, by(system, context))],
  [(state, context) => askAnew(state, context)],
  ...Array.from({ length: 2 }, () => [sayYesLate]),
];

/** The expiry where the time is up; else the command that the dice name, or the first after it that can be taken; seldom the client withdraws or moves, the officer changes or is stood in for. */
function decide(state: Placement, context: RuleContext, command: number, choice: number): Decision<Placement> {
  if (state.deadline !== undefined && context.now >= state.deadline) return expirePlacement(state, by(system, context));
  const tries = seldom[command % 200] ?? [...commands.slice(command % commands.length), ...commands];
  for (const run of tries) {
    const decision = run(state, context, choice);
    if (decision.kind === "decided") return decision;
  }
  return { kind: "unchanged" };
}

const facts = {
  client: buildClient(1),
  officeId: "bapas-uji",
  officerId: idNo("staff", 1),
  saidToProfiling: "GIVEN",
  hasCertificate: false,
  age: 31,
} as const;

function live(steps: readonly Step[], reached: Set<string>): void {
  let now = Date.parse("2026-03-02T02:00:00.000Z");
  const first = startPlacement(idNo("placement", 1), facts, { withoutCertificate: false }, buildContext());
  if (first.kind !== "decided") throw new Error("the start was refused");
  let state = first.state;
  const ledger: Ledger = { seats: new Map(), holds: new Set(), asked: [], released: 0, followUps: 0 };
  for (const { command, choice, seats, late } of steps) {
    now = late && state.deadline ? Math.max(now, Date.parse(state.deadline)) : now + 3_600_000;
    const withSeat = vacancies.filter((_, at) => (seats >> at) % 2 === 1 || seats % 3 > 0).map((vacancy) => vacancy.vacancyId);
    const byPhone = vacancies.filter((_, at) => seats % 8 === 0 && (seats >> at) % 2 === 1).map((vacancy) => vacancy.vacancyId);
    const context = buildContext({ now: new Date(now).toISOString(), withSeat, byPhone });
    const decision = decide(state, context, command, choice);
    if (decision.kind !== "decided") continue;
    expect(["PLACED", "CLOSED"]).not.toContain(state.status);
    checkStep(state, decision.state, decision.event);
    book(ledger, decision.effects);
    bookAsked(ledger, state, decision.state);
    checkAsking(decision.state, decision.effects);
    const asked = currentEntry(decision.state);
    const gone = decision.state.shortlist.filter((entry) =>
      ["EMPLOYER_DECLINED", "EMPLOYER_SILENT", "DID_NOT_START"].includes(entry.state),
    );
    if (asked?.state === "ASKED") expect(gone.map((entry) => entry.employerId)).not.toContain(asked.employerId);
    checkState(decision.state, ledger);
    reached.add(decision.event);
    reached.add(decision.state.status);
    state = decision.state;
  }
}

describe("a placement, whatever happens to it", () => {
  it("takes only steps of the table, balances seats and holds, asks five employers at most and none again", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: "max" }), (steps) => live(steps, reached)),
      { numRuns: isWhole ? 300 : 50, seed: 20_260_305, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true },
    );
    // Three hundred lives must have gone everywhere, or the rest says little. A placement is vouched for after its end, and employers become one elsewhere.
    const elsewhere = ["start", "executionReplaced", "verifyPlacement", "employerMerged"];
    const unreached = [...Object.keys(transitions), "PLACED", "CLOSED", "AWAITING_VACANCY"].filter(
      (name) => !elsewhere.includes(name) && !reached.has(name),
    );
    if (isWhole) expect(unreached).toEqual([]);
  }, 120_000);

  it("is not changed by a second look: the same command in the same state decides the same", () => {
    fc.assert(
      fc.property(step, ({ command, choice }) => {
        const context = buildContext();
        const first = startPlacement(idNo("placement", 1), facts, { withoutCertificate: true }, context);
        if (first.kind !== "decided") throw new Error("the start was refused");
        const run = commands[command % commands.length];
        expect(run?.(first.state, context, choice)).toEqual(run?.(structuredClone(first.state), context, choice));
      }),
    );
  });
});
