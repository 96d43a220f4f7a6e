import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCalendarDays, type LocalDate } from "../../../../shared/domain/calendar/local-date.ts";
import { maskNik, type Nik, nikBirthDateDiffers, nikSchema, parseNik } from "../../../../shared/domain/identifiers/nik.ts";
import { regencies } from "../../../../shared/domain/identifiers/regions.ts";
import { codesOf } from "./codes-of.ts";

const today = "2026-11-22";

function nikOf(regency: string, date: LocalDate, female: boolean, sequence: number): string {
  const day = Number(date.slice(8)) + (female ? 40 : 0);
  const birth = `${String(day).padStart(2, "0")}${date.slice(5, 7)}${date.slice(2, 4)}`;
  return `${regency.replace(".", "")}01${birth}${String(sequence).padStart(4, "0")}`;
}

const birthDates = fc.integer({ min: 0, max: 30_000 }).map((days) => addCalendarDays("1930-01-01", days));

describe("a NIK", () => {
  it("is held against a birth date as it is typed, once both are whole", () => {
    expect(nikBirthDateDiffers("3603-0149.0793 0001", "1993-07-08", today)).toBe(true);
    expect(nikBirthDateDiffers("3603-0148.0793 0001", "1993-07-08", today)).toBe(false);
    for (const [typed, date] of [
      ["36030149079300", "1993-07-08"],
      ["3603014907930001", ""],
      ["3603014907930001", "0193-07"],
      ["0000000000000000", "1993-07-08"],
    ] as const)
      expect(nikBirthDateDiffers(typed, date, today)).toBe(false);
  });

  it("is normalised before it is checked", () => {
    expect(nikSchema.parse(" 3603-0151.0899 0001 ")).toBe("3603015108990001");
    expect(nikSchema.parse("3603015108990001")).toBe("3603015108990001");
  });

  it.each([
    ["360301510899000", "nik.format"],
    ["36030151089900011", "nik.format"],
    ["36030151089900O1", "nik.format"],
    [3603015108990001, "nik.format"],
    ["3603013202990001", "nik.date"],
    ["3603010002990001", "nik.date"],
    ["3603014002990001", "nik.date"],
    ["3603017202990001", "nik.date"],
    ["3603013002990001", "nik.date"],
    ["3603017102990001", "nik.date"],
    ["3603012902990001", "nik.date"],
    ["3603010113990001", "nik.date"],
    ["3603010100990001", "nik.date"],
    ["3603015108990000", "nik.sequence"],
  ])("%s is refused with %s alone", (text, code) => {
    expect(codesOf(nikSchema, text)).toEqual([code]);
  });

  it("gives 29 February only in leap years, of either century", () => {
    expect(nikSchema.safeParse("3603012902960001").success).toBe(true);
    expect(parseNik(nikSchema.parse("3603012902000001"), { today }).birthDate).toBe("2000-02-29");
    // In 2011 the bearer of the year 00 would be eleven, but 1900 had no 29 February.
    expect(parseNik(nikSchema.parse("3603012902000001"), { today: "2011-11-22" }).birthDate).toBe("2000-02-29");
  });

  it("adds forty to a woman's day, from the first to the last", () => {
    const read = (text: string) => parseNik(nikSchema.parse(text), { today });
    expect(read("3603014101990001")).toMatchObject({ birthDate: "1999-01-01", sex: "FEMALE" });
    expect(read("3603017101990001")).toMatchObject({ birthDate: "1999-01-31", sex: "FEMALE" });
    expect(read("3603013101990001")).toMatchObject({ birthDate: "1999-01-31", sex: "MALE" });
  });

  it("takes the century by today: neither in the future nor under twelve", () => {
    const born = (text: string, on: LocalDate): LocalDate => parseNik(nikSchema.parse(text), { today: on }).birthDate;
    expect(born("3603012211140001", "2026-11-22")).toBe("2014-11-22");
    expect(born("3603012211140001", "2026-11-21")).toBe("1914-11-22");
    expect(born("3603012211270001", "2026-11-22")).toBe("1927-11-22");
    expect(born("3603011708450001", "2026-11-22")).toBe("1945-08-17");
  });

  it("warns of a region it does not know and of what differs, and refuses neither", () => {
    const reading = parseNik(nikSchema.parse("9999015108990001"), { today, birthDate: "1999-08-12", sex: "MALE" });
    expect(reading.warnings).toEqual(["nik.unknown-region", "nik.birth-date-differs", "nik.sex-differs"]);
    expect(reading).toMatchObject({ regencyCode: "99.99", birthDate: "1999-08-11", sex: "FEMALE" });
    const agreed = parseNik(nikSchema.parse("3603015108990001"), { today, birthDate: "1999-08-11", sex: "FEMALE" });
    expect(agreed.warnings).toEqual([]);
  });

  it("gives back what it was made of", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...regencies.map(({ code }) => code)),
        birthDates,
        fc.boolean(),
        fc.integer({ min: 1, max: 9999 }),
        (regency, birthDate, female, sequence) => {
          const nik: Nik = nikSchema.parse(nikOf(regency, birthDate, female, sequence));
          const reading = parseNik(nik, { today });
          expect(reading.regencyCode).toBe(regency);
          expect(reading.sex).toBe(female ? "FEMALE" : "MALE");
          expect(reading.birthDate.slice(2)).toBe(birthDate.slice(2));
          expect(reading.birthDate <= today).toBe(true);
          expect(nikOf(regency, reading.birthDate, female, Number(reading.sequence))).toBe(nik);
          expect(reading.warnings).toEqual([]);
        },
      ),
    );
  });

  it("shows its last four digits and nothing else", () => {
    fc.assert(
      fc.property(birthDates, fc.integer({ min: 1, max: 9999 }), (date, sequence) => {
        const nik = nikOf("36.03", date, false, sequence);
        expect(maskNik(nik)).toBe(`••••••••••••${nik.slice(-4)}`);
      }),
    );
    expect(maskNik("123")).toBe("••3");
  });
});
