/** The rhythm of reporting, and the days that follow from it. */
import { describe, expect, it } from "vitest";
import { clientInput } from "../../../../shared/api/clients.ts";
import { ruleContext } from "../../../../shared/commands/office-times.ts";
import { addCalendarDays } from "../../../../shared/domain/calendar/local-date.ts";
import { isReportDate, type Reporting, reportingInput, reportingOf } from "../../../../shared/domain/clients/reporting.ts";
import { system } from "../../../../shared/domain/process/actor.ts";
import { buildOffice, startOfTest } from "../../../builders/records.ts";

/** The report days of March 2026, whose first is a Sunday; the 19th, 20th, 23rd and 24th are holidays. */
const inMarch = (rhythm: Reporting): number[] =>
  Array.from({ length: 31 }, (_, at) => at + 1).filter((day) => isReportDate(rhythm, addCalendarDays("2026-03-01", day - 1)));

describe("the days of a rhythm", () => {
  it.each<[string, Reporting, number[]]>([
    ["each week", { rhythm: "WEEKLY", day: "WEDNESDAY" }, [4, 11, 18, 25]],
    ["every second week from a day", { rhythm: "FORTNIGHTLY", day: "WEDNESDAY", from: "2026-03-11" }, [11, 25]],
    ["the second Tuesday of the month", { rhythm: "MONTHLY", week: 2, day: "TUESDAY" }, [10]],
    ["the last Monday of the month", { rhythm: "MONTHLY", week: 5, day: "MONDAY" }, [30]],
    ["the fifth of the month", { rhythm: "MONTHLY", dayOfMonth: 5 }, [5]],
    ["a day of the month on which the office is closed, on the next working day", { rhythm: "MONTHLY", dayOfMonth: 7 }, [9]],
    ["the 31st, in February too", { rhythm: "MONTHLY", dayOfMonth: 31 }, [2, 31]],
    ["by date", { rhythm: "BY_DATE", dates: ["2026-03-03", "2026-03-17", "2026-04-01"] }, [3, 17]],
    ["not agreed yet", { rhythm: "MONTHLY" }, []],
  ])("%s", (_, rhythm, days) => {
    expect(inMarch(rhythm)).toEqual(days);
  });
});

describe("the clock of a client without a phone", () => {
  const facts = {
    withSeat: new Set<string>(),
    expired: new Set<string>(),
    byPhone: new Map(),
    mayContact: () => true,
    reporting: undefined,
  };
  const { reportDayWithin } = ruleContext(buildOffice(), startOfTest, system, facts);

  it.each<[Reporting | undefined, string]>([
    [{ rhythm: "WEEKLY", day: "THURSDAY" }, "2026-03-05T17:00:00.000Z"],
    [{ rhythm: "MONTHLY", dayOfMonth: 10 }, "2026-03-10T17:00:00.000Z"],
    // The next one is too far away, or there is none: ten working days.
    [{ rhythm: "MONTHLY", dayOfMonth: 30 }, "2026-03-16T17:00:00.000Z"],
    [{ rhythm: "MONTHLY" }, "2026-03-16T17:00:00.000Z"],
    [undefined, "2026-03-16T17:00:00.000Z"],
  ])("runs with %j until %s", (rhythm, until) => {
    expect(reportDayWithin(rhythm, 10)).toBe(until);
  });
});

describe("what is given", () => {
  it("before there were rhythms is a day of each week, in records as in requests", () => {
    expect(reportingOf({ reportDay: "MONDAY" })).toEqual({ rhythm: "WEEKLY", day: "MONDAY" });
    expect(reportingOf({ reportDay: "MONDAY", reporting: { rhythm: "MONTHLY" } })).toEqual({ rhythm: "MONTHLY" });
    expect(reportingOf({})).toBeUndefined();
    const eight = {
      fullName: "Contoh",
      sex: "MALE",
      birthDate: "1994-05-12",
      domicile: { regencyCode: "36.03" },
      education: "SD",
    };
    expect(clientInput.parse({ ...eight, reportDay: "MONDAY" }).reportDay).toBe("MONDAY");
  });

  it.each([
    [{ rhythm: "MONTHLY", week: 2 }, "reporting.week"],
    [{ rhythm: "MONTHLY", week: 2, day: "MONDAY", dayOfMonth: 3 }, "reporting.week"],
    [{ rhythm: "FORTNIGHTLY", day: "MONDAY", from: "2026-03-03" }, "reporting.from"],
  ])("as %j is refused: %s", (given, code) => {
    expect(reportingInput.safeParse(given).error?.issues.map(({ message }) => message)).toContain(code);
  });
});
