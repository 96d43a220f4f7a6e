import { describe, expect, it } from "vitest";
import { certificateNumberSchema, parseCertificateNumber } from "../../../../shared/domain/identifiers/certificate-number.ts";
import {
  certificateRegistrationSchema,
  parseCertificateRegistration,
} from "../../../../shared/domain/identifiers/certificate-registration.ts";
import { competencyUnitSchema, isSameUnit, parseCompetencyUnit } from "../../../../shared/domain/identifiers/competency-unit.ts";
import { industryKey, industrySchema } from "../../../../shared/domain/identifiers/industry.ts";
import { lspLicenceSchema } from "../../../../shared/domain/identifiers/lsp-licence.ts";
import {
  occupationCodeSchema,
  occupationGroupOf,
  occupationGroupSchema,
} from "../../../../shared/domain/identifiers/occupation.ts";
import { codesOf } from "./codes-of.ts";

describe("occupation and industry", () => {
  it("an occupation needs its decimals, a group has none", () => {
    expect(occupationGroupOf(occupationCodeSchema.parse(" 7231.04 "))).toBe("7231");
    expect(codesOf(occupationCodeSchema, "7231")).toEqual(["occupation.format"]);
    expect(codesOf(occupationCodeSchema, "7231.4")).toEqual(["occupation.format"]);
    expect(codesOf(occupationGroupSchema, "7231.04")).toEqual(["occupation.group"]);
  });

  it("an industry names its scheme", () => {
    expect(industryKey(industrySchema.parse({ scheme: "KBLI2020", code: "45407" }))).toBe("KBLI2020:45407");
    expect(codesOf(industrySchema, { scheme: "KBLI2015", code: "45407" })).toEqual(["industry.scheme"]);
    expect(codesOf(industrySchema, { code: "45407" })).toEqual(["industry.scheme"]);
    expect(codesOf(industrySchema, { scheme: "KBLI2025", code: "4540" })).toEqual(["industry.code"]);
    expect(codesOf(industrySchema, { scheme: "KBLI2025", code: "00123" })).toEqual(["industry.code"]);
  });
});

describe("a competency unit", () => {
  it.each([
    ["G.45OTO01.001.2", { style: "SECTOR_IN_CATEGORY", sector: "G.45OTO", group: "01", sequence: "001", version: 2 }],
    [" oto.sm01.001.01", { style: "SECTOR", sector: "OTO.SM", group: "01", sequence: "001", version: 1 }],
    ["J.620100.004.02", { style: "INDUSTRY", sector: "J.6201", group: "00", sequence: "004", version: 2 }],
  ])("%s is read", (text, reading) => {
    expect(parseCompetencyUnit(competencyUnitSchema.parse(text))).toEqual(reading);
  });

  it.each(["W.45OTO01.001.2", "G.45OTO01.001.123", "OTO.SM01.001.1", "J.62010.004.02", "G.45OTO01.001", "G.45OTO01.001.2x", ""])(
    "%s is refused",
    (text) => {
      expect(codesOf(competencyUnitSchema, text)).toEqual(["competency-unit.format"]);
      expect(parseCompetencyUnit(text)).toBeUndefined();
    },
  );

  it("is the same unit in another version", () => {
    expect(isSameUnit("G.45OTO01.001.2", "G.45OTO01.001.3")).toBe(true);
    expect(isSameUnit("G.45OTO01.001.2", "G.45OTO01.002.2")).toBe(false);
  });
});

describe("what is printed on a certificate", () => {
  it("the number is read, and only its shape is required", () => {
    const number = certificateNumberSchema.parse(" 45407  7231 2\u00a00001234 2026");
    expect(number).toBe("45407 7231 2 0001234 2026");
    expect(parseCertificateNumber(number, { thisYear: 2026 })).toEqual({
      industryCode: "45407",
      occupationGroup: "7231",
      level: 2,
      serial: "0001234",
      year: 2026,
      warnings: [],
    });
    expect(parseCertificateNumber("45407 7231 0 00012345 2027", { thisYear: 2026 })?.warnings).toEqual([
      "certificate-number.level",
      "certificate-number.year",
    ]);
    expect(parseCertificateNumber("45407 7231 9 0001234 2004", { thisYear: 2026 })?.warnings).toEqual([
      "certificate-number.year",
    ]);
    for (const wrong of ["45407 7231 2 001234 2026", "4540772312 0001234 2026", "45407 7231 2 000123456 2026"]) {
      expect(codesOf(certificateNumberSchema, wrong)).toEqual(["certificate-number.format"]);
    }
  });

  it("the registration is read", () => {
    const registration = certificateRegistrationSchema.parse("oto.123.00045  2026");
    expect(parseCertificateRegistration(registration, { thisYear: 2026 })).toEqual({
      sector: "OTO",
      body: "123",
      serial: "00045",
      year: 2026,
      warnings: [],
    });
    expect(parseCertificateRegistration("OTO.1234.000451.2030", { thisYear: 2026 })?.warnings).toEqual([
      "certificate-registration.year",
    ]);
    expect(codesOf(certificateRegistrationSchema, "OT.123.00045 2026")).toEqual(["certificate-registration.format"]);
    expect(codesOf(certificateRegistrationSchema, "OTO.12.00045 2026")).toEqual(["certificate-registration.format"]);
  });

  it("the licence of the body is read, typographic dashes and all", () => {
    expect(lspLicenceSchema.parse("bnsp–lsp–1234–id")).toBe("BNSP-LSP-1234-ID");
    expect(codesOf(lspLicenceSchema, "BNSP-LSP-12-ID")).toEqual(["lsp-licence.format"]);
    expect(codesOf(lspLicenceSchema, "LSP-1234-ID")).toEqual(["lsp-licence.format"]);
  });
});
