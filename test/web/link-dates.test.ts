import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDateTime } from "../../shared/domain/calendar/format.ts";
import { instantOf } from "../../shared/domain/calendar/instant.ts";
import { zoneSchema } from "../../shared/domain/calendar/zone.ts";
import { dateAt, isDate, longDateTime, longDeadline, momentOf, remaining } from "../../web/link/dates.ts";

const zones = fc.constantFrom(...zoneSchema.options);
const moments = fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });

describe("the dates of the employer's page", () => {
  it("read as those of the mails", () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        expect(longDateTime(moment.getTime(), zone)).toBe(formatDateTime(moment.toISOString(), zone));
      }),
    );
  });

  it("come back as the moment that was typed", () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 0, max: 23 }), (moment, zone, hour) => {
        const date = dateAt(moment.getTime(), zone);
        const typed = momentOf(date, `${String(hour).padStart(2, "0")}:00`, zone);
        expect(typed).toBe(Date.parse(instantOf(date, hour, zone)));
      }),
    );
  });

  it("name the day that a deadline ends, not the one that it begins", () => {
    const end = Date.parse(instantOf("2026-11-27", 24, "WIT"));
    expect(longDeadline(end, "WIT")).toBe("Jumat, 27 November 2026 pukul 24.00 WIT");
    expect(longDeadline(end - 60_000, "WIT")).toBe("Jumat, 27 November 2026 pukul 23.59 WIT");
  });

  it.each(["", "2026-02-30", "12026-01-01", "2026-13-01", "26-01-01"])("refuse “%s”", (date) => {
    expect(isDate(date)).toBe(false);
    expect(momentOf(date, "09:00", "WIB")).toBe(undefined);
  });

  it.each(["", "9:00", "24:00", "ab:cd", "25:00"])("refuse the time “%s”", (time) => {
    expect(momentOf("2026-11-27", time, "WIB")).toBe(undefined);
  });

  it("count down to zero and not below", () => {
    expect([600_000, 599_001, 65_000, 59_000, 1, 0, -5_000].map(remaining)).toEqual([
      "10 menit 00 detik",
      "10 menit 00 detik",
      "1 menit 05 detik",
      "59 detik",
      "1 detik",
      "0 detik",
      "0 detik",
    ]);
  });
});
