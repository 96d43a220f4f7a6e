import { describe, expect, it } from "vitest";
import { readExpression } from "../../../local/scheduler/expression.ts";

const at = (iso: string): number => Date.parse(iso);
const firings = (expression: string, zone: string, from: string, count: number, start = from): string[] => {
  const timing = readExpression(expression, zone, at(start));
  const found: string[] = [];
  for (let moment = timing.next(at(from)); moment !== undefined && found.length < count; moment = timing.next(moment)) {
    found.push(new Date(moment).toISOString().slice(0, 16));
  }
  return found;
};

describe("cron in a zone", () => {
  it("fires at seven in Jakarta, which is midnight UTC", () => {
    expect(firings("cron(0 7 * * ? *)", "Asia/Jakarta", "2026-11-20T00:00:00Z", 2)).toEqual([
      "2026-11-21T00:00",
      "2026-11-22T00:00",
    ]);
  });
  it("goes by the weekday of the zone, not of UTC", () => {
    // Monday 05:00 in Jayapura (UTC+9) is Sunday 20:00 UTC.
    expect(firings("cron(0 5 ? * MON *)", "Asia/Jayapura", "2026-11-20T00:00:00Z", 2)).toEqual([
      "2026-11-22T20:00",
      "2026-11-29T20:00",
    ]);
  });
  it("goes by the last day of the month of the zone", () => {
    expect(firings("cron(30 0 L * ? *)", "Asia/Makassar", "2027-02-01T00:00:00Z", 1)).toEqual(["2027-02-27T16:30"]);
  });
  it("leaves out a time that the clocks skip, and takes one that comes twice once", () => {
    // Berlin 2027: forward on 28 March at 02:00, back on 31 October at 03:00.
    expect(firings("cron(30 2 * * ? *)", "Europe/Berlin", "2027-03-27T00:00:00Z", 2)).toEqual([
      "2027-03-27T01:30",
      "2027-03-29T00:30",
    ]);
    expect(firings("cron(30 2 * * ? *)", "Europe/Berlin", "2027-10-30T12:00:00Z", 2)).toEqual([
      "2027-10-31T00:30",
      "2027-11-01T01:30",
    ]);
  });
});

describe("rate and at", () => {
  it("counts a rate from its start", () => {
    expect(firings("rate(5 minutes)", "UTC", "2026-11-20T00:07:00Z", 2, "2026-11-20T00:01:00Z")).toEqual([
      "2026-11-20T00:11",
      "2026-11-20T00:16",
    ]);
    expect(readExpression("rate(1 hour)", "UTC", 0).interval).toBe(3_600_000);
  });
  it("fires once at a moment of the zone", () => {
    expect(firings("at(2026-11-20T13:00:00)", "Asia/Jakarta", "2026-11-20T00:00:00Z", 3)).toEqual(["2026-11-20T06:00"]);
  });
  it.each(["rate(0 minutes)", "rate(5 seconds)", "at(tomorrow)", "every(5)"])("refuses %s by name", (expression) => {
    expect(() => readExpression(expression, "UTC", 0)).toThrow(expression);
  });
});
