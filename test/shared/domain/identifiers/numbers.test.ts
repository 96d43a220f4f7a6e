import { describe, expect, it } from "vitest";
import { nibSchema } from "../../../../shared/domain/identifiers/nib.ts";
import { nipSchema, parseNip } from "../../../../shared/domain/identifiers/nip.ts";
import { maskNpwp, npwpSchema, parseNpwp } from "../../../../shared/domain/identifiers/npwp.ts";
import { codesOf } from "./codes-of.ts";

describe("an NPWP", () => {
  it("takes the old form of a body with its leading zero", () => {
    expect(npwpSchema.parse("01.234.567.8-412.000")).toBe("0012345678412000");
    expect(npwpSchema.parse("0012345678412000")).toBe("0012345678412000");
  });

  it.each(["12345678", "0000000000000000", "0012345678412000000001", "00123456784120OO", undefined])("%s is refused", (text) => {
    expect(codesOf(npwpSchema, text)).toEqual(["npwp.format"]);
  });

  it("of a person is a NIK, and says so where it is not", () => {
    expect(parseNpwp(npwpSchema.parse("0012345678412000"))).toEqual({ holder: "BODY", warnings: [] });
    expect(parseNpwp(npwpSchema.parse("3603015108990001"))).toEqual({ holder: "PERSON", warnings: [] });
    expect(parseNpwp(npwpSchema.parse("3603019908990001"))).toEqual({ holder: "PERSON", warnings: ["npwp.not-a-nik"] });
    expect(maskNpwp("3603015108990001")).toBe("••••••••••••0001");
  });
});

describe("a NIB", () => {
  it("has thirteen digits, not all zero", () => {
    expect(nibSchema.parse("9120 0012 34567")).toBe("9120001234567");
    expect(codesOf(nibSchema, "912000123456")).toEqual(["nib.format"]);
    expect(codesOf(nibSchema, "0000000000000")).toEqual(["nib.format"]);
  });
});

describe("a NIP", () => {
  it("is read part by part", () => {
    const nip = nipSchema.parse("19850317 201012 2 003");
    expect(nip).toBe("198503172010122003");
    expect(parseNip(nip)).toEqual({
      birthDate: "1985-03-17",
      kind: "CIVIL_SERVANT",
      appointed: "2010-12",
      sex: "FEMALE",
      sequence: "003",
      warnings: [],
    });
  });

  it("of a contract official has 21 for the month", () => {
    expect(parseNip(nipSchema.parse("199001052023211004"))).toMatchObject({ kind: "CONTRACT", appointed: "2023", sex: "MALE" });
  });

  it.each([
    ["19850317201012200", "nip.format"],
    ["198502302010122003", "nip.birth-date"],
    ["198503172010132003", "nip.appointment"],
    ["198503172010002003", "nip.appointment"],
    ["198503171810122003", "nip.appointment"],
    ["198503172010123003", "nip.sex"],
    ["198503172010120003", "nip.sex"],
  ])("%s is refused with %s", (text, code) => {
    expect(codesOf(nipSchema, text)).toEqual([code]);
  });

  it("warns of a child in office and of what differs", () => {
    const nip = nipSchema.parse("199503172010122003");
    expect(parseNip(nip, { birthDate: "1995-03-18", sex: "MALE" }).warnings).toEqual([
      "nip.appointment-age",
      "nip.birth-date-differs",
      "nip.sex-differs",
    ]);
    // Seventeen in the month of appointment is old enough.
    expect(parseNip(nipSchema.parse("199303172010032003")).warnings).toEqual([]);
  });
});
