import { describe, expect, it } from "vitest";
import { expirePlacement } from "../../../../shared/domain/placements/expiry.ts";
import type { Placement } from "../../../../shared/domain/placements/placement.ts";
import { system } from "../../../../shared/domain/process/actor.ts";
import type { Effect } from "../../../../shared/domain/process/effect.ts";
import { buildContext, buildEntry, buildPlacement } from "../../../builders/processes.ts";

function expired(state: Placement): { state: Placement; told: string[] } {
  const decision = expirePlacement(state, buildContext({ actor: system }));
  if (decision.kind !== "decided") throw new Error(`the expiry decided nothing: ${decision.kind}`);
  return { state: decision.state, told: decision.effects.map(told) };
}

const told = (effect: Effect): string => (effect.kind === "MAIL" ? `${effect.message} to ${effect.to}` : effect.kind);

describe("an expired wait moves on: it is never consent and never the end", () => {
  it("no certificate came: the officer decides", () => {
    const after = expired(buildPlacement("AWAITING_CERTIFICATE"));
    expect(after.state).toMatchObject({ status: "AWAITING_REVIEW", reason: "NO_CERTIFICATE", stage: 1 });
    expect(after.told).toEqual(["reviewNeeded to officer"]);
  });

  it("no vacancy opened: the officer decides", () => {
    const after = expired(buildPlacement("AWAITING_VACANCY"));
    expect(after.state).toMatchObject({ status: "AWAITING_REVIEW", reason: "NO_VACANCY" });
    expect(after.told).toEqual(["reviewNeeded to officer"]);
  });

  it("the officer did not approve: the supervisor has as long again, then it is reviewed", () => {
    const first = expired(buildPlacement("AWAITING_APPROVAL"));
    expect(first.state).toMatchObject({ status: "AWAITING_APPROVAL", stage: 2, waitNo: 4, deadline: "2026-03-07T02:00:00.000Z" });
    expect(first.told).toEqual(["approvalEscalated to supervisor"]);
    const second = expired(first.state);
    expect(second.state).toMatchObject({ status: "AWAITING_REVIEW", reason: "NOT_APPROVED", stage: 1 });
  });

  it("the client said nothing: the officer calls, then it is reviewed; nobody was asked meanwhile", () => {
    const first = expired(buildPlacement("AWAITING_CLIENT", { shortlist: [buildEntry(1)] }));
    expect(first.state).toMatchObject({ status: "AWAITING_CLIENT", stage: 2 });
    expect(first.told).toEqual(["callClient to officer"]);
    const second = expired(first.state);
    expect(second.state).toMatchObject({ status: "AWAITING_REVIEW", reason: "CLIENT_SILENT", employersAsked: 0 });
    expect(second.state.shortlist[0]?.state).toBe("APPROVED");
  });

  it("the employer said nothing: the next consented one is asked by itself, with reminders", () => {
    const shortlist = [
      buildEntry(1, { state: "ASKED" }),
      buildEntry(2, { state: "CLIENT_DECLINED" }),
      buildEntry(3, { state: "CLIENT_ACCEPTED" }),
    ];
    const after = expired(buildPlacement("AWAITING_EMPLOYER", { shortlist, employersAsked: 1 }));
    expect(after.state).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 2, stage: 1 });
    expect(after.state.shortlist.map((entry) => entry.state)).toEqual(["EMPLOYER_SILENT", "CLIENT_DECLINED", "ASKED"]);
    expect(after.told).toEqual([
      "DROP_PROPOSAL",
      "candidateProposed to employer",
      "candidateReminder to employer",
      "candidateReminder to employer",
    ]);
  });

  it("the last employer said nothing: the officer decides", () => {
    const after = expired(
      buildPlacement("AWAITING_EMPLOYER", { shortlist: [buildEntry(1, { state: "ASKED" })], employersAsked: 1 }),
    );
    expect(after.state).toMatchObject({ status: "AWAITING_REVIEW", reason: "EMPLOYERS_EXHAUSTED" });
    expect(after.told).toEqual(["DROP_PROPOSAL", "reviewNeeded to officer"]);
  });

  it("five employers were asked: a sixth is not, though the client said yes to it", () => {
    const shortlist = [buildEntry(5, { state: "ASKED" }), buildEntry(6, { state: "CLIENT_ACCEPTED" })];
    const after = expired(buildPlacement("AWAITING_EMPLOYER", { shortlist, employersAsked: 5 }));
    expect(after.state).toMatchObject({ status: "AWAITING_REVIEW", employersAsked: 5 });
  });

  it("the next employer has no seat left: it is passed over, and its proposal dropped", () => {
    const shortlist = [
      buildEntry(1, { state: "ASKED" }),
      buildEntry(2, { state: "CLIENT_ACCEPTED" }),
      buildEntry(3, { state: "CLIENT_ACCEPTED" }),
    ];
    const state = buildPlacement("AWAITING_EMPLOYER", { shortlist, employersAsked: 1 });
    const decision = expirePlacement(state, buildContext({ actor: system, withSeat: [buildEntry(3).vacancyId] }));
    expect(decision.kind === "decided" ? decision.state.shortlist.map((entry) => entry.state) : []).toEqual([
      "EMPLOYER_SILENT",
      "SEAT_TAKEN",
      "ASKED",
    ]);
  });

  it("no result of the interview: the officer is asked, then the next employer", () => {
    const shortlist = [buildEntry(1, { state: "INTERVIEW" }), buildEntry(2, { state: "CLIENT_ACCEPTED" })];
    const first = expired(buildPlacement("INTERVIEW", { shortlist, employersAsked: 1 }));
    expect(first.state).toMatchObject({ status: "INTERVIEW", stage: 2 });
    expect(first.told).toEqual(["interviewResultNeeded to officer"]);
    const second = expired(first.state);
    expect(second.state.shortlist.map((entry) => entry.state)).toEqual(["NOT_CHOSEN", "ASKED"]);
  });

  it("nobody confirmed the start: the officer's task, again and again; somebody at work never lapses", () => {
    let state = buildPlacement("AWAITING_CONFIRMATION", { shortlist: [buildEntry(1, { state: "CHOSEN" })], employersAsked: 1 });
    for (let weeks = 2; weeks <= 120; weeks += 1) {
      const after = expired(state);
      expect(after.state).toMatchObject({ status: "AWAITING_CONFIRMATION", stage: Math.min(weeks, 99) });
      expect(after.told).toEqual(["confirmationNeeded to officer", "confirmStart to employer"]);
      state = after.state;
    }
    expect(state.shortlist[0]?.state).toBe("CHOSEN");
  });

  it("nobody decided: the supervisor, then the end, which sets the client free", () => {
    const first = expired(buildPlacement("AWAITING_REVIEW", { reason: "NO_VACANCY" }));
    expect(first.state).toMatchObject({ status: "AWAITING_REVIEW", reason: "NO_VACANCY", stage: 2 });
    expect(first.told).toEqual(["reviewEscalated to supervisor"]);
    const second = expired(first.state);
    expect(second.state).toMatchObject({ status: "CLOSED", reason: "NO_DECISION", waitOpen: false, deadline: undefined });
    expect(second.told).toEqual(["RELEASE_CLIENT"]);
  });

  it.each(["RANKING", "PLACED", "CLOSED"] as const)("%s waits for nobody: silence changes nothing", (status) => {
    expect(expirePlacement(buildPlacement(status), buildContext({ actor: system }))).toEqual({ kind: "unchanged" });
  });
});
