import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { getProvinces, getRegencies } from "idn-area-data";
import { describe, expect, it } from "vitest";
import { competencyUnitSchema } from "../../../../shared/domain/identifiers/competency-unit.ts";
import { industrySchema } from "../../../../shared/domain/identifiers/industry.ts";
import { occupationCodeSchema } from "../../../../shared/domain/identifiers/occupation.ts";
import {
  describeRegion,
  findRegency,
  isKnownRegency,
  provinces,
  regencies,
  regenciesOf,
} from "../../../../shared/domain/identifiers/regions.ts";
import { educationLevels, educationRank, meetsEducation } from "../../../../shared/domain/reference/education.ts";
import { minimumWageOf } from "../../../../shared/domain/reference/minimum-wages.ts";
import { formatRupiah, parseRupiah, rupiahOfSen, senOfRupiah, senSchema } from "../../../../shared/domain/reference/money.ts";
import { neighbourhoodOf, neighboursOf } from "../../../../shared/domain/reference/neighbouring-provinces.ts";
import { findSkill, skillOfUnit, skills, skillsOfOccupation } from "../../../../shared/domain/reference/skills.ts";

describe("the regions", () => {
  it("are those of the source, name by name", async () => {
    expect(provinces).toEqual(await getProvinces());
    const source = await getRegencies();
    expect(regencies.map(({ code, name, provinceCode }) => ({ code, province_code: provinceCode, name }))).toEqual(source);
    expect([provinces.length, regencies.length]).toEqual([38, 514]);
  });

  it("fit into a bundle", async () => {
    const file = await readFile(new URL("../../../../shared/domain/identifiers/region-rows.ts", import.meta.url));
    expect(file.byteLength).toBeLessThan(25_000);
    expect(file.toString()).toContain("Open Database License");
  });

  it("are found by code", () => {
    expect(findRegency("36.72")).toEqual({ code: "36.72", name: "Kota Cilegon", kind: "KOTA", provinceCode: "36" });
    expect(isKnownRegency("36.99")).toBe(false);
    expect(regenciesOf("36").map(({ code }) => code)).toEqual([
      "36.01",
      "36.02",
      "36.03",
      "36.04",
      "36.71",
      "36.72",
      "36.73",
      "36.74",
    ]);
    expect(describeRegion("36.03.01.2001")).toBe("Kabupaten Tangerang, Banten");
    expect(describeRegion("36")).toBe("Banten");
    expect(describeRegion("36.99")).toBeUndefined();
  });
});

describe("neighbouring provinces", () => {
  it("are known for every province, both ways, and exist", () => {
    const codes = provinces.map(({ code }) => code);
    for (const code of codes) {
      const neighbours = neighboursOf(code);
      expect(neighbours.length, code).toBeGreaterThan(0);
      for (const neighbour of neighbours) {
        expect(codes).toContain(neighbour);
        expect(neighboursOf(neighbour)).toContain(code);
        expect(neighbour).not.toBe(code);
      }
    }
  });

  it("of Java and Banten are complete", () => {
    expect(neighboursOf("36")).toEqual(["18", "31", "32"]);
    expect(neighboursOf("32")).toEqual(["31", "33", "36"]);
    expect(neighboursOf("34")).toEqual(["33"]);
    expect(neighbourhoodOf("36", "18")).toBe("FERRY");
    expect(neighbourhoodOf("36", "32")).toBe("LAND");
    expect(neighbourhoodOf("36", "33")).toBeUndefined();
  });
});

describe("minimum wages", () => {
  it("are the regency's own, else the province's, else unknown", () => {
    expect(minimumWageOf("36.71", 2026)).toEqual({
      amount: 539_940_569,
      year: 2026,
      source: "UMK",
      decree: "Kepgub Banten 703/2025",
    });
    expect(minimumWageOf("36.03", 2026)?.amount).toBe(521_037_700);
    expect(minimumWageOf("36.72", 2026)?.amount).toBe(546_992_259);
    expect(minimumWageOf("31.74", 2026)).toEqual({ amount: 572_987_600, year: 2026, source: "UMP" });
    expect(minimumWageOf("11.01", 2026)).toBeUndefined();
    expect(minimumWageOf("36.03", 2025)).toBeUndefined();
    expect(minimumWageOf("36.99", 2026)).toBeUndefined();
  });

  it("of the newest year hold on as the floor of a year that has no table yet", () => {
    expect(minimumWageOf("36.03", 2027)).toEqual(minimumWageOf("36.03", 2026));
    expect(minimumWageOf("36.03", 2031)).toMatchObject({ amount: 521_037_700, year: 2026 });
    expect(minimumWageOf("11.01", 2027)).toBeUndefined();
  });

  it("are never below the province's", () => {
    for (const { code } of regenciesOf("36")) expect(minimumWageOf(code, 2026)?.amount).toBeGreaterThan(310_088_140);
  });
});

describe("money", () => {
  it("is written as Indonesians do", () => {
    expect(formatRupiah(521_345_600)).toBe("Rp\u00a05.213.456");
    expect(formatRupiah(539_940_569)).toBe("Rp\u00a05.399.405,69");
    expect(formatRupiah(99_905)).toBe("Rp\u00a0999,05");
    expect(formatRupiah(0)).toBe("Rp\u00a00");
  });

  it.each([
    ["Rp 5.399.405,69", 539_940_569],
    ["rp. 5.210.377,-", 521_037_700],
    ["5399405,69", 539_940_569],
    ["0", 0],
    ["5.2", undefined],
    ["5,5", undefined],
    ["5,213,456", undefined],
    ["-5.000", undefined],
    ["lima juta", undefined],
    ["", undefined],
    ["99999999999999999999", undefined],
  ])("%s is read", (text, sen) => {
    expect(parseRupiah(text)).toBe(sen);
  });

  it("comes back from its text, and agrees with Intl", () => {
    const intl = new Intl.NumberFormat("id-ID", { style: "currency", currency: "IDR", minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (sen) => {
        expect(parseRupiah(formatRupiah(sen))).toBe(sen);
        expect(formatRupiah(sen)).toBe(intl.format(sen / 100).replace(/,00$/, ""));
        expect(senOfRupiah(rupiahOfSen(sen))).toBe(sen);
      }),
    );
    expect(senSchema.safeParse(0.5).error?.issues[0]?.message).toBe("money.format");
    expect(senSchema.safeParse(-1).error?.issues[0]?.message).toBe("money.format");
  });
});

describe("education", () => {
  it("is ordered, with equals", () => {
    const ranks = educationLevels.map(educationRank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect([meetsEducation("SMA", "SMK"), meetsEducation("SMK", "SMA"), meetsEducation("D4", "S1")]).toEqual([true, true, true]);
    expect([meetsEducation("SMP", "SMA"), meetsEducation("NONE", "SD"), meetsEducation("D3", "S1")]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("skills", () => {
  it("carry well-formed codes, each occupation under one skill", () => {
    const codes = skills.flatMap(({ occupations }) => occupations.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(occupationCodeSchema.parse(code)).toBe(code);
    for (const skill of skills) {
      for (const industry of skill.industries) expect(industrySchema.parse(industry)).toEqual(industry);
      expect(findSkill(skill.id)).toBe(skill);
    }
  });

  it("are found by occupation and by unit", () => {
    expect(skillsOfOccupation("7231.04").map(({ id }) => id)).toEqual(["AUTOMOTIVE"]);
    expect(skillsOfOccupation("7231.99").map(({ id }) => id)).toEqual(["AUTOMOTIVE"]);
    expect(skillsOfOccupation("1111.00")).toEqual([]);
    const skillOf = (unit: string): string | undefined => skillOfUnit(competencyUnitSchema.parse(unit))?.id;
    expect(skillOf("G.45OTO01.001.2")).toBe("AUTOMOTIVE");
    expect(skillOf("OTO.SM01.001.01")).toBe("AUTOMOTIVE");
    expect(skillOf("S.96KEC01.001.1")).toBe("BARBERING");
    expect(skillOf("S.960200.001.01")).toBe("LAUNDRY");
    expect(skillOf("A.011000.001.01")).toBeUndefined();
  });
});
