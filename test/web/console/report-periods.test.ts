/** The stretches of days that reports are read by. */
import { expect, it } from "vitest";
import { after, before, periodOf } from "../../../web/console/rooms/reports/periods.ts";

it("reports are read by whole weeks from Monday, whole months, and the year to today", () => {
  const today = "2026-03-04";
  expect(periodOf("thisWeek", today)).toEqual({ from: "2026-03-02", to: "2026-03-08" });
  expect(periodOf("lastWeek", today)).toEqual({ from: "2026-02-23", to: "2026-03-01" });
  expect(periodOf("thisMonth", today)).toEqual({ from: "2026-03-01", to: "2026-03-31" });
  expect(periodOf("lastMonth", today)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(periodOf("thisYear", today)).toEqual({ from: "2026-01-01", to: today });
});

it("before and after a month is a month, and as many days of anything else", () => {
  const february = { from: "2026-02-01", to: "2026-02-28" };
  expect(before(february)).toEqual({ from: "2026-01-01", to: "2026-01-31" });
  expect(after(february)).toEqual({ from: "2026-03-01", to: "2026-03-31" });
  const days = { from: "2026-02-10", to: "2026-02-12" };
  expect(before(days)).toEqual({ from: "2026-02-07", to: "2026-02-09" });
  expect(after(before(days))).toEqual(days);
});
