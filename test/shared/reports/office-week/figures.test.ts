import { describe, expect, it } from "vitest";
import { countWeek, median } from "../../../../shared/reports/office-week/figures.ts";
import { buildFollowUp, buildPlacement } from "../../../builders/processes.ts";

const from = "2026-03-01T17:00:00.000Z";
const to = "2026-03-08T17:00:00.000Z";

describe("the figures of a week", () => {
  it("count a milestone from the first moment of the week to the last before the next", () => {
    const at = (startedAt: string) => buildPlacement("RANKING", { milestones: { startedAt } });
    const placements = ["2026-03-01T16:59:59.999Z", from, "2026-03-08T16:59:59.999Z", to].map(at);
    expect(countWeek(placements, [], from, to)).toMatchObject({ started: 2, open: 4 });
  });

  it("count each milestone for itself", () => {
    const inWeek = "2026-03-04T02:00:00.000Z";
    const startedAt = "2026-02-02T02:00:00.000Z";
    const placements = [
      buildPlacement("RANKING", { milestones: { startedAt, certifiedAt: inWeek } }),
      buildPlacement("AWAITING_CLIENT", { milestones: { startedAt, certifiedAt: inWeek, shortlistedAt: inWeek } }),
      buildPlacement("AWAITING_EMPLOYER", { milestones: { startedAt, shortlistedAt: inWeek, answeredAt: inWeek } }),
      buildPlacement("PLACED", { milestones: { startedAt, answeredAt: inWeek, placedAt: inWeek } }),
      buildPlacement("CLOSED", { milestones: { startedAt, endedAt: inWeek } }),
    ];
    expect(countWeek(placements, [], from, to)).toEqual({
      started: 0,
      certified: 2,
      shortlisted: 2,
      answered: 2,
      placed: 1,
      placedUnverified: 0,
      retained30: 0,
      retained90: 0,
      retained180: 0,
      open: 3,
      medianDaysToPlacement: 30,
    });
  });

  it("count who is still at work by the day that was asked about, and not where nothing is known", () => {
    const at = "2026-03-04T02:00:00.000Z";
    const followUps = [
      buildFollowUp({ days: [{ day: 30, outcome: "RETAINED", at }] }),
      buildFollowUp({
        days: [
          { day: 30, outcome: "RETAINED", at: from },
          { day: 90, outcome: "RETAINED", at },
        ],
      }),
      buildFollowUp({
        days: [
          { day: 30, outcome: "RETAINED", at: "2026-01-04T02:00:00.000Z" },
          { day: 180, outcome: "UNKNOWN", at },
        ],
      }),
    ];
    expect(countWeek([], followUps, from, to)).toMatchObject({
      retained30: 2,
      retained90: 1,
      retained180: 0,
      medianDaysToPlacement: -1,
    });
  });

  it("take the middle, and the mean of two middle ones", () => {
    expect([median([]), median([7]), median([9, 1, 5]), median([4, 1, 10, 3])]).toEqual([-1, 7, 5, 3.5]);
  });
});
