import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { importVacancies, importVacancy } from "../../../../../shared/domain/vacancies/import/import-vacancies.ts";
import { vacancyDraftSchema } from "../../../../../shared/domain/vacancies/import/vacancy-draft.ts";
import { importWords } from "../../../../../shared/messages/import-words.ts";

const today = "2026-11-22";
const fixture = new URL("../../../../fixtures/karirhub/vacancies.json", import.meta.url);
const items: unknown[] = JSON.parse(readFileSync(fixture, "utf8"));
const results = importVacancies(items, { today });

const outcomeOf = (index: number): string => {
  const result = results[index - 1];
  return [result?.outcome, ...(result?.reasons.map((code) => code.replace("vacancy.", "")) ?? [])].join(" ");
};
const draftOf = (index: number) => {
  const result = results[index - 1];
  if (!result || result.outcome === "REFUSED") throw new Error(`item ${index} has no draft`);
  return result.draft;
};

describe("the import of vacancies", () => {
  it.each([
    [1, "TAKEN"],
    [2, "TAKEN"],
    [3, "FLAGGED sex age physical-condition marital-status"],
    [4, "FLAGGED no-description wage-missing physical-condition"],
    [5, "FLAGGED wage-implausible"],
    [6, "FLAGGED wage-range sex-in-text physical-condition-in-text"],
    [7, "FLAGGED sex-in-text age-in-text marital-status-in-text record-check-in-text"],
    [8, "FLAGGED age-in-text physical-condition-in-text religion-in-text"],
    [9, "FLAGGED age-in-text"],
    [10, "TAKEN"],
    [11, "FLAGGED wage-below-minimum"],
    [12, "FLAGGED wage-range"],
    [13, "FLAGGED wage-implausible"],
    [14, "FLAGGED wage-currency"],
    [15, "FLAGGED many-seats"],
    [16, "FLAGGED employer-missing seats-unknown no-validity no-description education-unknown"],
    [17, "FLAGGED employer-hidden expired"],
    [18, "FLAGGED unpaid fee"],
    [19, "FLAGGED region-renumbered"],
    [20, "FLAGGED region-unknown"],
    [21, "FLAGGED region-unknown"],
    [22, "FLAGGED region-papua"],
    [23, "FLAGGED region-unknown region-papua"],
    [24, "REFUSED no-title"],
    [25, "REFUSED no-region"],
    [26, "REFUSED overseas"],
    [27, "REFUSED overseas"],
    [28, "REFUSED no-seats"],
    [29, "REFUSED no-seats"],
    [30, "REFUSED no-seats"],
    [31, "REFUSED no-id"],
    [32, "REFUSED closed no-title"],
    [33, "REFUSED duplicate"],
    [34, "FLAGGED employer-missing no-description"],
    [35, "REFUSED malformed"],
    [36, "REFUSED malformed"],
  ])("item %i is %s", (index, outcome) => {
    expect(outcomeOf(index)).toBe(outcome);
  });

  it("keeps the order of the file and answers every item", () => {
    expect(results).toHaveLength(items.length);
    expect(importVacancies(items, { today })).toEqual(results);
  });

  it("makes drafts that the store can parse", () => {
    for (const result of results) {
      if (result.outcome !== "REFUSED") expect(vacancyDraftSchema.strict().parse(result.draft)).toEqual(result.draft);
    }
  });

  it("maps what a posting says, wage in sen", () => {
    expect(draftOf(1)).toEqual({
      karirhubRef: "karirhub-01",
      title: "Mekanik Sepeda Motor",
      employerName: "Bengkel Contoh 1",
      employerRef: "employer-01",
      count: 2,
      regencyCode: "36.71",
      wage: { min: 550_000_000, max: 600_000_000, basis: "MONTHLY" },
      description: "Merawat dan memperbaiki sepeda motor pelanggan.\n\nPersyaratan:\nTeliti dan jujur",
      requirements: { minEducation: "SMK", declared: {} },
      validUntil: "2026-12-31",
      jobFunction: "Otomotif",
    });
  });

  it("cleans the text and adds the requirements once", () => {
    expect(draftOf(2)).toMatchObject({
      title: "Teknisi & Montir",
      regencyCode: "36.03",
      contractType: "PKWT",
      validUntil: "2026-12-31",
      requirements: { minEducation: "D1", minYearsExperience: 1 },
    });
    expect(draftOf(2).description.split("\n")).toEqual([
      "Uraian kerja :",
      "• Servis ringan – berat",
      "• Ganti oli, rem & ban",
      "• Membuat laporan",
      "Syarat:",
      "• Pengalaman > 1 tahun",
      "",
      "Persyaratan:",
      "• Punya SIM C",
      "• Mau belajar",
      "• IPK ≥ 2,75",
      "Target > 15 %",
    ]);
  });

  it("keeps limits as declared, of the text only what the fields leave open", () => {
    expect(draftOf(3).requirements.declared).toEqual({
      sex: "FEMALE",
      minAge: 19,
      maxAge: 35,
      physicalCondition: "normal",
      maritalStatus: "single",
    });
    expect(draftOf(7).requirements.declared).toEqual({ sex: "MALE", maxAge: 30 });
    expect(draftOf(8).requirements.declared).toEqual({ maxAge: 30 });
    expect(draftOf(10).requirements.declared).toEqual({});
  });

  it("uses no wage that it does not believe", () => {
    for (const index of [4, 5, 12, 13, 14]) expect(draftOf(index).wage, `item ${index}`).toBeUndefined();
    expect(draftOf(6).wage).toEqual({ min: 50_000_000, max: 1_000_000_000, basis: "MONTHLY" });
  });

  it("holds the lower end of the wage against the minimum of the regency, in full-time work", () => {
    const flagsOf = (changes: object): string[] => [
      ...importVacancy({ ...z.looseObject({}).parse(items[0]), ...changes }, { today }).reasons,
    ];
    expect(flagsOf({ min_salary_amount: 5_399_405, max_salary_amount: 6_000_000 })).toEqual(["vacancy.wage-below-minimum"]);
    expect(flagsOf({ min_salary_amount: 5_399_406, max_salary_amount: 6_000_000 })).toEqual([]);
    expect(flagsOf({ min_salary_amount: 2_000_000, max_salary_amount: 2_500_000, job_type: { name: "Part time" } })).toEqual([]);
  });

  it("finds the regency by name where the number is another office's", () => {
    expect(draftOf(19).regencyCode).toBe("31.71");
    expect(draftOf(22).regencyCode).toBe("93.01");
    for (const index of [20, 21, 23]) expect(draftOf(index).regencyCode, `item ${index}`).toBeUndefined();
  });

  it("takes numbers written as text and lets the rest be absent", () => {
    expect(draftOf(34)).toMatchObject({ count: 3, wage: { min: 550_000_000 }, description: "" });
    expect(draftOf(34).employerName).toBeUndefined();
  });

  it("tells an expired posting by the day given", () => {
    const codes = (day: string): string[] => [...importVacancy(items[0], { today: day }).reasons];
    expect(codes("2026-12-31")).toEqual([]);
    expect(codes("2027-01-01")).toEqual(["vacancy.expired"]);
  });

  it("gives every reason in two languages", () => {
    for (const { id, en } of results.flatMap(({ reasons }) => reasons.map((code) => importWords[code]))) {
      expect(id.length).toBeGreaterThan(5);
      expect(en).not.toBe(id);
    }
  });

  it("wants a list", () => {
    expect(() => importVacancies({ data: [] }, { today })).toThrow();
  });
});
