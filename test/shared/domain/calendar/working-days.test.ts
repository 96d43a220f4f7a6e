import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holidayOn } from "../../../../shared/domain/calendar/holidays.ts";
import { holidays2026 } from "../../../../shared/domain/calendar/holidays-2026.ts";
import { instantOfEpochMs, localDateOf } from "../../../../shared/domain/calendar/instant.ts";
import { addCalendarDays, weekdayOf } from "../../../../shared/domain/calendar/local-date.ts";
import {
  addWorkingDays,
  endOfCalendarDays,
  endOfWorkingDays,
  isWorkingDay,
} from "../../../../shared/domain/calendar/working-days.ts";
import type { Zone } from "../../../../shared/domain/calendar/zone.ts";

const dates = fc.integer({ min: 0, max: 3000 }).map((days) => addCalendarDays("2023-01-01", days));
const counts = fc.integer({ min: 0, max: 60 });
const zones = fc.constantFrom<Zone>("WIB", "WITA", "WIT");
const instants = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2028, 0) }).map(instantOfEpochMs);

describe("the holidays of 2026", () => {
  it("are 17 and 8, in order, each day once", () => {
    expect(holidays2026.filter(({ kind }) => kind === "HOLIDAY")).toHaveLength(17);
    expect(holidays2026.filter(({ kind }) => kind === "JOINT_LEAVE")).toHaveLength(8);
    const days = holidays2026.map(({ date }) => date);
    expect(days).toEqual([...new Set(days)].toSorted());
    expect(days.every((day) => day.startsWith("2026-"))).toBe(true);
  });

  it("put joint leave on days that would be worked", () => {
    const leave = holidays2026.filter(({ kind }) => kind === "JOINT_LEAVE");
    expect(leave.filter(({ date }) => [0, 6].includes(weekdayOf(date)))).toEqual([]);
  });
});

describe("working days", () => {
  it("leave out weekends, holidays and joint leave", () => {
    expect(isWorkingDay("2026-03-17")).toBe(true);
    expect(["2026-03-14", "2026-03-15", "2026-03-18", "2026-03-19", "2026-12-24"].map(isWorkingDay)).toEqual(
      Array(5).fill(false),
    );
    // Around Idulfitri: the next working day after 17 March is the 25th.
    expect(addWorkingDays("2026-03-17", 1)).toBe("2026-03-25");
    expect(addWorkingDays("2026-11-20", 5)).toBe("2026-11-27");
  });

  it("of a year without a table know fixed holidays only", () => {
    expect(["2027-01-01", "2027-06-01", "2027-08-17"].map(isWorkingDay)).toEqual([false, false, false]);
    // Good Friday 2027 is no fixed date.
    expect(isWorkingDay("2027-03-26")).toBe(true);
    expect(holidayOn("2027-08-17")?.name.id).toBe("Proklamasi Kemerdekaan");
    expect(holidayOn("2027-03-26")).toBeUndefined();
  });

  it("are counted in whole days forwards", () => {
    expect(addWorkingDays("2026-11-22", 0)).toBe("2026-11-22");
    expect(() => addWorkingDays("2026-11-22", -1)).toThrow(RangeError);
    expect(() => addWorkingDays("2026-11-22", 1.5)).toThrow(RangeError);
  });

  it("end on a working day, later for more days and for later starts, and in steps that add up", () => {
    fc.assert(
      fc.property(dates, counts, counts, (date, some, more) => {
        const after = addWorkingDays(date, some);
        expect(some === 0 || isWorkingDay(after)).toBe(true);
        expect(addWorkingDays(date, some + 1) > after).toBe(true);
        expect(addWorkingDays(addCalendarDays(date, 1), some) >= after).toBe(true);
        expect(addWorkingDays(after, more)).toBe(addWorkingDays(date, some + more));
      }),
    );
  });
});

describe("a deadline", () => {
  it("is the first moment after the last day, in the office's zone", () => {
    // 22.00 UTC is already the 24th in Indonesia.
    expect(endOfWorkingDays({ from: "2026-11-23T22:00:00.000Z", days: 3, zone: "WIB" })).toEqual({
      deadline: "2026-11-27T17:00:00.000Z",
      lastDay: "2026-11-27",
      fallback: false,
      fallbackYears: [],
    });
    expect(endOfWorkingDays({ from: "2026-11-24T01:00:00.000Z", days: 3, zone: "WIT" }).deadline).toBe(
      "2026-11-27T15:00:00.000Z",
    );
    // 16.30 UTC on the 23rd: still Monday in WIB, Tuesday in WITA.
    expect(endOfWorkingDays({ from: "2026-11-23T16:30:00.000Z", days: 1, zone: "WIB" }).lastDay).toBe("2026-11-24");
    expect(endOfWorkingDays({ from: "2026-11-23T16:30:00.000Z", days: 1, zone: "WITA" }).lastDay).toBe("2026-11-25");
  });

  it("says which years it had to count without their decree", () => {
    expect(endOfWorkingDays({ from: "2026-12-21T02:00:00.000Z", days: 5, zone: "WIB" })).toMatchObject({
      lastDay: "2026-12-30",
      fallback: false,
    });
    expect(endOfWorkingDays({ from: "2026-12-28T02:00:00.000Z", days: 5, zone: "WIB" })).toMatchObject({
      lastDay: "2027-01-05",
      fallback: true,
      fallbackYears: [2027],
    });
    expect(endOfWorkingDays({ from: "2025-12-29T02:00:00.000Z", days: 300, zone: "WIB" }).fallbackYears).toEqual([2025, 2027]);
  });

  it("never comes before its days have passed, and moves forward with its start", () => {
    fc.assert(
      fc.property(instants, counts, zones, fc.integer({ min: 0, max: 10 * 86_400_000 }), (from, days, zone, later) => {
        const end = endOfWorkingDays({ from, days, zone });
        expect(end.deadline > from).toBe(true);
        expect(localDateOf(end.deadline, zone)).toBe(addCalendarDays(end.lastDay, 1));
        expect(Date.parse(end.deadline) - Date.parse(from)).toBeGreaterThan(days * 86_400_000);
        const laterFrom = instantOfEpochMs(Date.parse(from) + later);
        expect(endOfWorkingDays({ from: laterFrom, days, zone }).deadline >= end.deadline).toBe(true);
      }),
    );
  });

  it("of calendar days ignores the holidays", () => {
    expect(endOfCalendarDays({ from: "2026-03-17T02:00:00.000Z", days: 1, zone: "WIB" })).toEqual({
      deadline: "2026-03-18T17:00:00.000Z",
      lastDay: "2026-03-18",
    });
  });
});
