import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseRtRwPair, postalCodeSchema, rtRwSchema } from "../../../../shared/domain/identifiers/address.ts";
import { identifierErrors, identifierWarnings } from "../../../../shared/domain/identifiers/codes.ts";
import { nikSchema } from "../../../../shared/domain/identifiers/nik.ts";
import { personNameSchema } from "../../../../shared/domain/identifiers/person-name.ts";
import {
  districtCodeSchema,
  provinceCodeSchema,
  regencyCodeSchema,
  regionCodeSchema,
  villageCodeSchema,
  zoneOfRegion,
} from "../../../../shared/domain/identifiers/region.ts";
import {
  liesWithin,
  provinceOf,
  regencyOf,
  regionLevelOf,
  villageKindOf,
} from "../../../../shared/domain/identifiers/region-code.ts";
import { provinces } from "../../../../shared/domain/identifiers/regions.ts";
import { identifierWords } from "../../../../shared/messages/identifier-words.ts";
import { codesOf } from "./codes-of.ts";

describe("a region code", () => {
  it("has one level for each of its parts", () => {
    const codes = ["36", "36.03", "36.03.01", "36.03.01.2001"].map((code) => regionCodeSchema.parse(code));
    expect(codes.map(regionLevelOf)).toEqual(["PROVINCE", "REGENCY", "DISTRICT", "VILLAGE"]);
    expect(codes.map(provinceOf)).toEqual(["36", "36", "36", "36"]);
    expect(codes.map(regencyOf)).toEqual([undefined, "36.03", "36.03", "36.03"]);
  });

  it.each([
    [provinceCodeSchema, "36.03", "region.province"],
    [regencyCodeSchema, "3603", "region.regency"],
    [regencyCodeSchema, "36.3", "region.regency"],
    [districtCodeSchema, "36.03", "region.district"],
    [villageCodeSchema, "36.03.01.3001", "region.village"],
    [regionCodeSchema, "3603012001", "region.format"],
    [regionCodeSchema, "36.03.", "region.format"],
    [regionCodeSchema, "06", "region.format"],
  ])("%# is refused", (schema, text, code) => {
    expect(codesOf(schema, text)).toEqual([code]);
  });

  it("tells a kelurahan from a desa, and what lies within what", () => {
    expect(villageKindOf("36.03.01.1001")).toBe("KELURAHAN");
    expect(villageKindOf("36.03.01.2001")).toBe("DESA");
    expect(liesWithin("36.03.01", "36.03")).toBe(true);
    expect(liesWithin("36.03", "36.03")).toBe(true);
    expect(liesWithin("36", "36.03")).toBe(false);
  });

  it("has the time of its province, and every province has one", () => {
    expect([zoneOfRegion("36.03"), zoneOfRegion("62"), zoneOfRegion("63"), zoneOfRegion("82.71")]).toEqual([
      "WIB",
      "WIB",
      "WITA",
      "WIT",
    ]);
    expect(provinces.filter(({ code }) => zoneOfRegion(code) === undefined)).toEqual([]);
    expect(zoneOfRegion("97")).toBeUndefined();
  });
});

describe("an address", () => {
  it("writes RT and RW in three digits", () => {
    expect(["3", "RT 03", "rw.005", "000"].map((text) => rtRwSchema.parse(text))).toEqual(["003", "003", "005", "000"]);
    expect(codesOf(rtRwSchema, "1234")).toEqual(["rt-rw.format"]);
    expect(codesOf(rtRwSchema, "")).toEqual(["rt-rw.format"]);
    expect(parseRtRwPair("RT 3 / RW 12")).toEqual({ rt: "003", rw: "012" });
    expect(parseRtRwPair("003")).toBeUndefined();
    expect(parseRtRwPair("1/2/3")).toBeUndefined();
  });

  it("has a postal code of five digits", () => {
    expect(postalCodeSchema.parse(" 15720 ")).toBe("15720");
    expect(codesOf(postalCodeSchema, "1572")).toEqual(["postal-code.format"]);
  });
});

describe("a name", () => {
  it("may be a single word, and is brought into one form", () => {
    expect(personNameSchema.parse("Suparman")).toBe("Suparman");
    expect(personNameSchema.parse("  Siti \t Nur\u00a0Aini\n")).toBe("Siti Nur Aini");
    expect(personNameSchema.parse("Rene\u0301")).toBe("Ren\u00e9");
  });

  it.each([
    ["", "name.empty"],
    [" \n ", "name.empty"],
    [undefined, "name.empty"],
    ["a".repeat(101), "name.length"],
    ["Budi\u0007", "name.characters"],
    ["Budi\u202eidub", "name.characters"],
    ["---", "name.characters"],
  ])("%j is refused with %s", (text, code) => {
    expect(codesOf(personNameSchema, text)).toEqual([code]);
  });

  it("counts characters, not code units", () => {
    expect(personNameSchema.safeParse("𝒜".repeat(100)).success).toBe(true);
  });

  it("stays what it became", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const name = personNameSchema.safeParse(text);
        if (name.success) expect(personNameSchema.parse(name.data)).toBe(name.data);
      }),
    );
  });
});

describe("the catalogue of codes", () => {
  it("says everything in both languages", () => {
    for (const [code, { id, en }] of Object.entries(identifierWords)) {
      expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(id).not.toBe("");
      expect(en).not.toBe(id);
    }
    expect(Object.keys(identifierWords).sort()).toEqual([...identifierErrors, ...identifierWarnings].sort());
  });

  it("lets a schema describe itself for the API's document", () => {
    expect(z.toJSONSchema(nikSchema)).toMatchObject({ type: "string", pattern: "^\\d{16}$" });
  });
});
