import { describe, expect, it } from "vitest";
import { countOffice, spreadOf } from "../../../../shared/reports/office-figures/figures.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildFollowUp, buildPlacement } from "../../../builders/processes.ts";

const from = "2026-01-01T00:00:00.000Z";
const to = "2027-01-01T00:00:00.000Z";
const day = (no: number) => new Date(Date.parse(from) + no * 86_400_000).toISOString();

describe("the figures of an office", () => {
  const placements = [
    buildPlacement("RANKING", { milestones: { startedAt: day(1) } }),
    buildPlacement("AWAITING_EMPLOYER", { milestones: { startedAt: day(1), shortlistedAt: day(4), answeredAt: day(6) } }),
    buildPlacement("PLACED", {
      id: idNo("placement", 3),
      milestones: { startedAt: day(1), certifiedAt: day(3), shortlistedAt: day(13), answeredAt: day(14), placedAt: day(15) },
    }),
    buildPlacement("CLOSED", { milestones: { startedAt: day(-40), certifiedAt: day(-30), endedAt: day(2) } }),
  ];
  const followUps = [
    buildFollowUp({
      placementId: idNo("placement", 3),
      day: 180,
      days: [
        { day: 30, outcome: "RETAINED", at: day(45) },
        { day: 90, outcome: "UNKNOWN", at: day(110) },
      ],
    }),
    buildFollowUp({ placementId: idNo("placement", 9), status: "ENDED", endedAt: day(20) }),
  ];
  const figures = countOffice(placements, followUps, [from, to], "2026-03-01");

  it("count what is under way by its status, in the order of the process", () => {
    expect(figures.open).toBe(2);
    expect(figures.openByStatus).toEqual([
      { status: "RANKING", count: 1 },
      { status: "AWAITING_EMPLOYER", count: 1 },
      { status: "AWAITING_DAY", count: 1 },
    ]);
  });

  it("follow the attempts that were started: whoever came further passed what was left out", () => {
    expect(figures.funnel.map(({ count }) => count)).toEqual([3, 2, 2, 2, 1, 1, 0, 0]);
  });

  it("say for how many a day of the follow-up has come: until then nobody can have stayed so long", () => {
    const dueOn = (today: string) =>
      countOffice(placements, followUps, [from, to], today).funnel.flatMap(({ due }) => (due === undefined ? [] : [due]));
    const { startedOn } = buildFollowUp({});
    // What was found of a day counts as come, whatever the calendar says.
    expect([dueOn(startedOn), dueOn("2027-06-01")]).toEqual([
      [1, 0, 0],
      [1, 1, 1],
    ]);
  });

  it("give each step's days from the milestone before that was reached", () => {
    expect(figures.steps).toEqual([
      { step: "certified", cases: 1, median: 2 },
      { step: "shortlisted", cases: 2, median: 6.5 },
      { step: "answered", cases: 2, median: 1.5 },
      { step: "placed", cases: 1, median: 1 },
    ]);
  });

  it("say within how many days nine in ten are done, from ten cases on", () => {
    const nine = [9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(spreadOf([])).toEqual({ cases: 0 });
    expect(spreadOf(nine)).toEqual({ cases: 9, median: 5 });
    expect(spreadOf([...nine, 40])).toEqual({ cases: 10, median: 5.5, p90: 9 });
  });

  it("count who is still at work, of whom nothing was learnt, and whose work ended", () => {
    expect(figures.followUps).toEqual([
      { day: 30, retained: 1, unknown: 0 },
      { day: 90, retained: 0, unknown: 1 },
      { day: 180, retained: 0, unknown: 0 },
    ]);
    expect(figures.ended).toBe(1);
  });

  it("leave out what lies outside the days, and say nothing of a step without a case", () => {
    const none = countOffice(placements, followUps, [day(400), day(401)], "2027-02-05");
    expect(none.funnel.every(({ count }) => count === 0)).toBe(true);
    expect(none.steps[0]).toEqual({ step: "certified", cases: 0 });
    expect(none.open).toBe(2);
  });
});
