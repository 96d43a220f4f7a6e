import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, formatLongDate } from "../../../../shared/domain/calendar/format.ts";
import {
  addHours,
  epochMsOf,
  instantOf,
  instantOfEpochMs,
  instantSchema,
  localDateOf,
} from "../../../../shared/domain/calendar/instant.ts";
import {
  addCalendarDays,
  addMonths,
  daysBetween,
  isRealDate,
  localDateSchema,
  weekdayOf,
  yearsBetween,
} from "../../../../shared/domain/calendar/local-date.ts";
import type { Zone } from "../../../../shared/domain/calendar/zone.ts";
import { codesOf } from "../identifiers/codes-of.ts";

const dates = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addCalendarDays("1970-01-01", days));
const zones = fc.constantFrom<Zone>("WIB", "WITA", "WIT");

describe("a date", () => {
  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-02-31"])("%s is a day that there is not, and is told so", (text) => {
    expect(codesOf(localDateSchema, text)).toEqual(["date.impossible"]);
  });

  it.each(["26-01-01", "2026-1-1", "2026-01-01T00:00:00Z", "", 5])("%s is none", (text) => {
    expect(codesOf(localDateSchema, text)).toEqual(["date.format"]);
  });

  it("knows leap years, weekdays and ages", () => {
    expect(isRealDate("2028-02-29")).toBe(true);
    expect([weekdayOf("2026-11-22"), weekdayOf("1970-01-01"), weekdayOf("1945-08-17")]).toEqual([0, 4, 5]);
    expect([yearsBetween("2008-11-22", "2026-11-21"), yearsBetween("2008-11-22", "2026-11-22")]).toEqual([17, 18]);
    expect([yearsBetween("2008-02-29", "2026-02-28"), yearsBetween("2008-02-29", "2026-03-01")]).toEqual([17, 18]);
  });

  it("adds months without running over the end of a short one", () => {
    expect(addMonths("2024-02-29", 36)).toBe("2027-02-28");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
    expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
  });

  it("adds and subtracts days exactly, and sorts as its text does", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const other = addCalendarDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(Math.sign(days)).toBe(other > date ? 1 : other < date ? -1 : 0);
        expect((weekdayOf(date) + days) % 7 === weekdayOf(other) || (weekdayOf(other) - weekdayOf(date) - days) % 7 === 0).toBe(
          true,
        );
      }),
    );
  });
});

describe("an instant", () => {
  it("has one form only", () => {
    expect(instantSchema.parse("2026-03-02T02:00:00.000Z")).toBe("2026-03-02T02:00:00.000Z");
    for (const text of ["2026-03-02T02:00:00Z", "2026-03-02T09:00:00.000+07:00", "2026-03-02", "2026-02-30T02:00:00.000Z"]) {
      expect(codesOf(instantSchema, text)).toEqual(["instant.format"]);
    }
  });

  it("is a day and an hour in each zone", () => {
    expect(instantOf("2026-03-02", 9, "WIB")).toBe("2026-03-02T02:00:00.000Z");
    expect(instantOf("2026-03-02", 0, "WIT")).toBe("2026-03-01T15:00:00.000Z");
    expect(addHours("2026-03-02T02:00:00.000Z", 72)).toBe("2026-03-05T02:00:00.000Z");
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 23 }), zones, (date, hour, zone) => {
        expect(localDateOf(instantOf(date, hour, zone), zone)).toBe(date);
        expect(instantOf(date, 24, zone)).toBe(instantOf(addCalendarDays(date, 1), 0, zone));
        const instant = instantOf(date, hour, zone);
        expect(instantOfEpochMs(epochMsOf(instant))).toBe(instant);
      }),
    );
  });
});

describe("dates in words", () => {
  it("read as Indonesians write them", () => {
    expect(formatDateTime("2026-11-22T02:03:00.000Z", "WIB")).toBe("Minggu, 22 November 2026 pukul 09.03 WIB");
    expect(formatDateTime("2026-11-22T16:03:00.000Z", "WIT")).toBe("Senin, 23 November 2026 pukul 01.03 WIT");
    expect(formatDate("2026-08-01")).toBe("1 Agustus 2026");
    expect(formatLongDate("2026-05-29")).toBe("Jumat, 29 Mei 2026");
  });

  it("and in English", () => {
    expect(formatDateTime("2026-11-22T02:03:00.000Z", "WITA", "en")).toBe("Sunday, 22 November 2026 at 10:03 WITA");
  });

  it("agree with Intl on every day", () => {
    const intl = new Intl.DateTimeFormat("id-ID", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(formatLongDate(date)).toBe(intl.format(new Date(`${date}T00:00:00Z`)));
      }),
    );
  });
});
