import { describe, expect, it } from "vitest";
import { countRefusals, rankVacancies } from "../../../../shared/domain/matching/rank-vacancies.ts";
import { client, terms, vacancy } from "./records.ts";

const post = (id: string, change: Partial<typeof vacancy> = {}) => ({ ...vacancy, id, ...change });

describe("the ranking of one client", () => {
  it("answers the best first, with where their points come from, and of equal ones the one recorded earlier", () => {
    const all = [post("va_3"), post("va_2"), post("va_1", { regencyCode: "36.03" }), post("va_4", { seatsFree: 0 })];
    const { ranked, eligible } = rankVacancies(client, all, terms);
    expect(ranked.map((vacancy) => [vacancy.vacancyId, vacancy.points])).toEqual([
      ["va_1", 300],
      ["va_2", 225],
      ["va_3", 225],
    ]);
    expect(ranked[1]?.reasons).toEqual([
      { source: "SKILLS", points: 150 },
      { source: "DISTANCE", points: 75 },
    ]);
    expect(eligible).toBe(3);
  });

  it("explains a skill that is named twice as it ranks it", () => {
    const all = [
      post("va_1", { skills: ["AUTOMOTIVE", "WELDING", "COOKING"] }),
      post("va_2", { skills: ["AUTOMOTIVE", "WELDING", "WELDING"] }),
    ];
    const { ranked } = rankVacancies(client, all, terms);
    expect(ranked.map((vacancy) => [vacancy.vacancyId, vacancy.points])).toEqual([
      ["va_2", 225],
      ["va_1", 175],
    ]);
  });

  it("answers ten at most, and says how many there were", () => {
    const all = Array.from({ length: 14 }, (_one, at) => post(`va_${at}`));
    const { ranked, eligible } = rankVacancies(client, all, terms);
    expect([ranked.length, eligible]).toEqual([10, 14]);
  });

  it("answers nothing for no vacancy, and nothing for a client without a known region", () => {
    expect(rankVacancies(client, [], terms)).toEqual({ ranked: [], eligible: 0, setAside: [] });
    const lost = rankVacancies({ ...client, regencyCode: "99.99" }, [vacancy], terms);
    expect(lost).toEqual({ ranked: [], eligible: 0, setAside: [{ kind: "CLIENT", id: "cl_1", code: "REGION_UNKNOWN" }] });
  });

  it("sets bad vacancies aside with a reason, and goes on with the others", () => {
    const bad = {
      va_a: { seatsFree: 1000 },
      va_b: { seatsFree: -1 },
      va_c: { seatsFree: 0.5 },
      va_d: { seatsFree: 0 },
      va_e: { monthlyWage: 88_800 },
      va_f: { regencyCode: "" },
      va_g: { regencyCode: "99.99" },
      va_h: { validUntil: "2026-03-01" },
    };
    const all = [
      ...Object.entries(bad).map(([id, change]) => post(id, change)),
      post("va_i"),
      post("va_i", { minEducation: 0 }),
      post("va_j"),
    ];
    const { ranked, setAside } = rankVacancies(client, all, terms);
    expect(ranked.map((vacancy) => vacancy.vacancyId)).toEqual(["va_j"]);
    expect(setAside.map((entry) => `${entry.id} ${entry.code}`)).toEqual([
      "va_a SEATS_IMPLAUSIBLE",
      "va_b SEATS_IMPLAUSIBLE",
      "va_c SEATS_IMPLAUSIBLE",
      "va_d NO_SEAT",
      "va_e WAGE_IMPLAUSIBLE",
      "va_f NO_REGION",
      "va_g REGION_UNKNOWN",
      "va_h NOT_VALID",
      "va_i DUPLICATE_ID",
      "va_i DUPLICATE_ID",
    ]);
  });

  it("counts for each rule the vacancies that it was the first to refuse", () => {
    const all = [
      post("va_1"),
      post("va_2", { seatsFree: 0, minEducation: 9 }),
      post("va_3", { minEducation: 9 }),
      post("va_4", { minEducation: 9 }),
    ];
    expect(countRefusals(client, all, terms)).toEqual({ NO_SEAT: 1, EDUCATION: 2 });
  });
});
