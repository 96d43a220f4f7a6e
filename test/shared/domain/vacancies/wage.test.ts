import { describe, expect, it } from "vitest";
import { likelyMeant, monthlyWageOf } from "../../../../shared/domain/vacancies/wage.ts";

const floor = 500_000_000;
const days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;
const meant = (amount: number, basis: "MONTHLY" | "DAILY" | "PIECE" = "MONTHLY") =>
  likelyMeant({ amount, basis }, [...days], floor);

describe("a wage that looks like a slip of a hundred", () => {
  it("is rupiah typed for sen, or sen for rupiah, and says what was likely meant", () => {
    expect(meant(5_000_000)).toBe(500_000_000);
    expect(meant(50_000_000_000)).toBe(500_000_000);
    expect(meant(200_000, "DAILY")).toBe(20_000_000);
  });

  it("is none that people earn, and none that a hundred does not explain", () => {
    for (const amount of [200_000_000, floor, 4_000_000_000, 1, 30_000_000]) expect(meant(amount)).toBeUndefined();
    expect(meant(20_000_000, "DAILY")).toBeUndefined();
    expect(meant(5_000_000, "PIECE")).toBeUndefined();
    expect(likelyMeant({ amount: 5_000_000, basis: "MONTHLY" }, [], undefined)).toBeUndefined();
  });
});

it("part-time work has no wage of a month to hold against the minimum of one", () => {
  const wage = { amount: 150_000_000, basis: "MONTHLY" } as const;
  expect([monthlyWageOf({ wage, workDays: [] }), monthlyWageOf({ wage, workDays: [], partTime: true })]).toEqual([
    150_000_000,
    undefined,
  ]);
});
