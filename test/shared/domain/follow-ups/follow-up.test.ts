import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FollowUp, followUp } from "../../../../shared/domain/follow-ups/follow-up.ts";
import { expireFollowUp, openFollowUp, recordNews, stopEmployerContact } from "../../../../shared/domain/follow-ups/rules.ts";
import type { FollowUpStatus } from "../../../../shared/domain/follow-ups/statuses.ts";
import { followUpTransitions } from "../../../../shared/domain/follow-ups/transitions.ts";
import { system } from "../../../../shared/domain/process/actor.ts";
import type { Decision } from "../../../../shared/domain/process/decision.ts";
import type { Transition } from "../../../../shared/domain/process/transition.ts";
import { buildContext, buildEntry, buildFollowUp, buildPlacement, by } from "../../../builders/processes.ts";
import { startOfTest } from "../../../builders/records.ts";

const context = buildContext();
const said = (stillThere: boolean, more: { safe?: boolean; paidAsAgreed?: boolean } = {}) => ({
  at: startOfTest,
  stillThere,
  ...more,
});
const at30 = buildFollowUp({ status: "AWAITING_NEWS", waitNo: 2 });

function decide(decision: Decision<FollowUp>): { state: FollowUp; told: string[] } {
  if (decision.kind !== "decided") throw new Error(`not decided: ${decision.kind}`);
  return {
    state: decision.state,
    told: decision.effects.map((effect) => (effect.kind === "MAIL" ? `${effect.message} to ${effect.to}` : effect.kind)),
  };
}

describe("a follow-up", () => {
  it("begins with the start, and first asks on the thirtieth day", () => {
    const placed = buildPlacement("PLACED", { shortlist: [buildEntry(1, { state: "CHOSEN" })], startedOn: "2026-03-02" });
    expect(openFollowUp(placed, context)).toMatchObject({
      kind: "decided",
      state: { kind: "FOLLOW_UP", status: "AWAITING_DAY", day: 30, deadline: "2026-04-01T02:00:00.000Z", waitNo: 1, version: 1 },
    });
    expect(openFollowUp(buildPlacement("PLACED"), context)).toBeUndefined();
  });

  it("asks the employer when the day has come, unless the client does not want it", () => {
    expect(decide(expireFollowUp(buildFollowUp(), by(system, context))).told).toEqual(["followUpAsked to employer"]);
    expect(decide(expireFollowUp(buildFollowUp(), by(system, { ...context, mayContact: () => false }))).told).toEqual([]);
  });

  it("lets the newest receipts say whether the employer is asked, at its beginning and again on the day", () => {
    const placed = buildPlacement("PLACED", { shortlist: [buildEntry(1, { state: "CHOSEN" })], startedOn: "2026-03-02" });
    const barred = buildContext({ mayContact: false });
    expect(openFollowUp(placed, barred)).toMatchObject({ state: { employerContactStopped: true } });
    const day = decide(expireFollowUp(buildFollowUp(), by(system, barred)));
    expect([day.told, day.state.employerContactStopped]).toEqual([[], true]);
  });

  it("without news asks the client in person on the next report day, and only then sends the officer", () => {
    const context = buildContext({ reportDay: "MONDAY" });
    const asked = decide(expireFollowUp(at30, by(system, context)));
    expect(asked.state).toMatchObject({ status: "AWAITING_NEWS", stage: 2, deadline: "2026-03-04T02:00:00.000Z" });
    expect(asked.told).toEqual(["askOnReportDay to officer"]);
    expect(decide(expireFollowUp(asked.state, by(system, context))).state).toMatchObject({ status: "AWAITING_VISIT" });
    // Nobody waits for a report day where there is none, or where the client has spoken.
    expect(decide(expireFollowUp(at30, buildContext({ actor: system }))).state.status).toBe("AWAITING_VISIT");
    const spoken = buildFollowUp({ ...at30, asked: { client: said(true) } });
    expect(decide(expireFollowUp(spoken, by(system, context))).state.status).toBe("AWAITING_VISIT");
  });

  it("is settled by the client's yes once the client stops the employer being asked", () => {
    const followUp = decide(recordNews(at30, { day: 30, from: "CLIENT", news: said(true) }, context)).state;
    expect(decide(stopEmployerContact(followUp, by(system, context))).state).toMatchObject({ status: "AWAITING_DAY", day: 90 });
    expect(decide(stopEmployerContact(at30, by(system, context))).state).toMatchObject({ status: "AWAITING_NEWS", day: 30 });
  });

  it("is settled for the day by two yeses, and goes on to the next day", () => {
    const followUp = decide(recordNews(at30, { day: 30, from: "EMPLOYER", news: said(true) }, context)).state;
    expect(followUp).toMatchObject({ status: "AWAITING_NEWS", waitNo: 2 });
    const both = decide(recordNews(followUp, { day: 30, from: "CLIENT", news: said(true) }, context)).state;
    expect(both).toMatchObject({ status: "AWAITING_DAY", day: 90, asked: {}, days: [{ day: 30, outcome: "RETAINED" }] });
    expect(recordNews(followUp, { day: 30, from: "EMPLOYER", news: said(true) }, context)).toMatchObject({
      kind: "refused",
      error: { code: "ALREADY_ANSWERED" },
    });
  });

  it("needs the client alone where the employer is not asked", () => {
    const state = { ...at30, employerContactStopped: true };
    expect(decide(recordNews(state, { day: 30, from: "CLIENT", news: said(true) }, context)).state.day).toBe(90);
  });

  it("sends the officer to look where only the employer says no", () => {
    const after = decide(recordNews(at30, { day: 30, from: "EMPLOYER", news: said(false) }, context));
    expect(after.state).toMatchObject({ status: "AWAITING_VISIT", asked: { employer: { stillThere: false } } });
    expect(after.told).toEqual(["visitNeeded to officer"]);
  });

  it("ends with the client's no, and sets the client free", () => {
    const after = decide(recordNews(at30, { day: 30, from: "CLIENT", news: said(false), reason: "DISMISSED" }, context));
    expect(after.state).toMatchObject({ status: "ENDED", reason: "DISMISSED", waitOpen: false });
    expect(after.told).toEqual(["newsConcern to supervisor", "RELEASE_CLIENT"]);
  });

  it("tells the supervisor, never the employer, of pay that was not as agreed or of danger", () => {
    for (const more of [{ safe: false }, { paidAsAgreed: false }])
      expect(decide(recordNews(at30, { day: 30, from: "CLIENT", news: said(true, more) }, context)).told).toEqual([
        "newsConcern to supervisor",
      ]);
  });

  it("after silence asks for a visit, then the supervisor, then notes that nothing is known and goes on", () => {
    const visit = decide(expireFollowUp(at30, by(system, context)));
    expect([visit.state.status, ...visit.told]).toEqual(["AWAITING_VISIT", "visitNeeded to officer"]);
    const escalated = decide(expireFollowUp(visit.state, by(system, context)));
    expect([escalated.state.status, escalated.state.stage, ...escalated.told]).toEqual([
      "AWAITING_VISIT",
      2,
      "visitEscalated to supervisor",
    ]);
    expect(decide(expireFollowUp(escalated.state, by(system, context))).state).toMatchObject({
      status: "AWAITING_DAY",
      day: 90,
      days: [{ outcome: "UNKNOWN" }],
    });
  });

  it("is complete after the day 180, and sets the client free", () => {
    const last = buildFollowUp({ status: "AWAITING_VISIT", day: 180 });
    const after = decide(recordNews(last, { day: 180, from: "VISIT", news: said(true) }, context));
    expect([after.state.status, ...after.told]).toEqual(["COMPLETED", "RELEASE_CLIENT"]);
  });

  it("refuses news of another day, and news before the day", () => {
    const refusedWith = (state: FollowUp, day: 30 | 90) => recordNews(state, { day, from: "CLIENT", news: said(true) }, context);
    expect(refusedWith(at30, 90)).toMatchObject({ kind: "refused", error: { code: "FOLLOW_UP_NOT_DUE" } });
    expect(refusedWith(buildFollowUp(), 30)).toMatchObject({ kind: "refused", error: { code: "FOLLOW_UP_NOT_DUE" } });
  });

  it("takes only steps of its table, whatever is said or left unsaid", () => {
    const dice = fc.record({
      what: fc.noBias(fc.integer({ min: 0, max: 5 })),
      no: fc.noBias(fc.integer({ min: 0, max: 9 })).map((number) => number === 0),
    });
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(dice, { minLength: 5, maxLength: 40, size: "max" }), (steps) => {
        let state = buildFollowUp();
        let released = 0;
        for (const { what, no } of steps) {
          const from = what < 2 ? "EMPLOYER" : what < 4 ? "CLIENT" : "VISIT";
          const decision: Decision<FollowUp> =
            what === 5
              ? no
                ? stopEmployerContact(state, by(system, context))
                : expireFollowUp(state, by(system, context))
              : recordNews(state, { day: state.day, from, news: said(!no) }, context);
          if (decision.kind !== "decided") continue;
          const { state: after, event } = decision;
          expect(["COMPLETED", "ENDED"]).not.toContain(state.status);
          expect(after.version).toBe(state.version + 1);
          const row: Transition<FollowUpStatus> | undefined = Object.entries(followUpTransitions).find(
            ([name]) => name === event,
          )?.[1];
          const settled = ["COMPLETED", "ENDED"].includes(after.status);
          if (after.waitNo === state.waitNo && !settled) {
            // One side has spoken, or the contact was stopped: the question stays open.
            expect([after.status, after.deadline]).toEqual([state.status, state.deadline]);
          } else {
            expect(row?.from).toContain(state.status);
            expect(row?.to).toContain(after.status);
            expect([after.waitOpen, after.waitNo]).toEqual([!settled, state.waitNo + (settled ? 0 : 1)]);
          }
          released += decision.effects.filter((effect) => effect.kind === "RELEASE_CLIENT").length;
          expect(released).toBe(settled ? 1 : 0);
          expect(followUp.safeParse(after).success).toBe(true);
          expect(new Set(after.days.map((item) => item.day)).size).toBe(after.days.length);
          reached.add(event).add(after.status);
          state = after;
        }
      }),
      { numRuns: 200, seed: 20_260_302, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
    );
    // It begins with its placement; a lost execution, a hand-over, a merger and another contact are not among what is said.
    const elsewhere = ["start", "executionReplaced", "handOver", "employerMerged", "askAnew"];
    const all = [...Object.keys(followUpTransitions), "COMPLETED", "ENDED"].filter((name) => !elsewhere.includes(name));
    expect(all.filter((name) => !reached.has(name))).toEqual([]);
  });
});
