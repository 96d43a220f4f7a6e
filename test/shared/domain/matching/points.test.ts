import { describe, expect, it } from "vitest";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "../../../../shared/domain/matching/matching-input.ts";
import { pointsOf } from "../../../../shared/domain/matching/points.ts";
import { bandOf, defaultWeights, mostPoints, parseWeights } from "../../../../shared/domain/matching/weights.ts";
import { certificate, client, terms, vacancy } from "./records.ts";

const points = (ofClient: Partial<MatchingClient>, ofVacancy: Partial<MatchingVacancy>, ofTerms: Partial<MatchingTerms> = {}) =>
  Object.fromEntries(
    pointsOf({ ...client, ...ofClient }, { ...vacancy, ...ofVacancy }, { ...terms, ...ofTerms }, defaultWeights).map((reason) => [
      reason.source,
      reason.points,
    ]),
  );

describe("the points", () => {
  it("count skills by share, and name only sources that gave some", () => {
    expect(points({}, {})).toEqual({ SKILLS: 150, DISTANCE: 75 });
    expect(points({ skills: [] }, { regencyCode: "73.71" })).toEqual({});
    expect(points({ skills: ["WELDING", "AUTOMOTIVE"] }, {})).toMatchObject({ SKILLS: 300 });
    expect(points({ skills: ["AUTOMOTIVE"] }, { skills: ["AUTOMOTIVE", "WELDING", "COOKING"] })).toMatchObject({ SKILLS: 100 });
  });

  it.each([
    ["units proved", { certificates: [certificate] }, { units: ["A"] }, { CERTIFICATE: 300 }],
    ["a certificate that is demanded", { certificates: [certificate] }, { certificateRequired: true }, { CERTIFICATE: 300 }],
    ["skills that are certified, by share", { certificates: [certificate] }, {}, { CERTIFICATE: 150, SKILLS: 150 }],
    ["an interest", { interests: ["WELDING"] }, {}, { INTEREST: 80 }],
    ["an aptitude", { aptitudes: ["WELDING"] }, {}, { APTITUDE: 40 }],
    ["the same regency", {}, { regencyCode: "36.03" }, { DISTANCE: 150 }],
    ["a province next door", {}, { regencyCode: "31.71" }, { DISTANCE: 30 }],
    ["years beyond those asked", { experienceYears: 4 }, { minExperienceYears: 1 }, { EXPERIENCE: 30 }],
    ["at most five of them", { experienceYears: 40 }, {}, { EXPERIENCE: 50 }],
    ["a wage above the floor", {}, { wageFloor: 100, monthlyWage: 120 }, { WAGE: 20 }],
    ["at most half as much again", {}, { wageFloor: 100, monthlyWage: 900 }, { WAGE: 50 }],
  ] as const)("reward %s", (_what, ofClient, ofVacancy, expected) => {
    expect(points(ofClient, ofVacancy)).toMatchObject(expected);
  });

  it("reward an agreement with the client's own office", () => {
    expect(points({}, {}, { partners: new Set(["em_1"]) })).toMatchObject({ AGREEMENT: 50 });
    expect(points({}, {}, { partners: new Set(["em_2"]) })).not.toHaveProperty("AGREEMENT");
  });

  it("count a skill that the vacancy names twice once", () => {
    expect(points({}, { skills: ["AUTOMOTIVE", "AUTOMOTIVE", "WELDING"] })).toMatchObject({ SKILLS: 150 });
    expect(points({ certificates: [certificate] }, { skills: ["AUTOMOTIVE", "WELDING", "WELDING"] })).toMatchObject({
      CERTIFICATE: 150,
      SKILLS: 150,
    });
  });

  it("count a certificate that has expired for nothing", () => {
    const expired = { ...certificate, skills: ["WELDING"], expiresOn: "2026-03-01" };
    expect(points({ certificates: [expired] }, {})).toEqual({ SKILLS: 150, DISTANCE: 75 });
  });
});

describe("the weights", () => {
  it("hold a pair's points below the sum that they state", () => {
    const all = points(
      { certificates: [certificate], skills: vacancy.skills, interests: ["WELDING"], aptitudes: ["WELDING"], experienceYears: 9 },
      { certificateRequired: true, regencyCode: "36.03", wageFloor: 100, monthlyWage: 900 },
      { partners: new Set(["em_1"]) },
    );
    expect(Object.values(all).reduce((sum, number) => sum + number, 0)).toBe(mostPoints(defaultWeights));
  });

  it.each([
    ["points below nothing", { skills: -1 }],
    ["half a point", { interest: 0.5 }],
    ["a sum that does not fit", { certificate: 1000, skills: 1000, interest: 1000, aptitude: 1000, agreement: 1000 }],
    ["bands that rise", { bands: [300, 450] }],
    ["the same band twice", { bands: [450, 450] }],
    ["what they do not know", { offence: 10 }],
    ["no version", { version: "" }],
  ])("refuse %s", (_what, change) => {
    expect(() => parseWeights({ ...defaultWeights, ...change })).toThrow();
  });

  it("put each pair into the best band whose least points it reaches", () => {
    expect([900, 450, 449, 0].map((number) => bandOf(number, [450]))).toEqual([0, 0, 1, 1]);
    expect([500, 250, 249].map((number) => bandOf(number, [500, 250]))).toEqual([0, 1, 2]);
    expect(bandOf(5, [])).toBe(0);
  });
});
