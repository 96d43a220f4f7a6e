import { describe, expect, it } from "vitest";
import {
  type MatchingClient,
  type MatchingTerms,
  type MatchingVacancy,
  schemeKey,
} from "../../../../shared/domain/matching/matching-input.ts";
import { failedRules, firstFailedRule, type RuleCode, ruleCodes } from "../../../../shared/domain/matching/rules.ts";
import { certificate, client, terms, vacancy } from "./records.ts";

type Pair = readonly [Partial<MatchingClient>, Partial<MatchingVacancy>, Partial<MatchingTerms>?];

const demanded = { certificateRequired: true, schemes: ["SERVIS SEPEDA MOTOR", "LAS"] };

/** What makes each rule fail, and what lies just on the other side of it. */
const edges: Readonly<Record<RuleCode, { fails: Pair; passes: Pair }>> = {
  NO_SEAT: { fails: [{}, { seatsFree: 0 }], passes: [{}, { seatsFree: 1 }] },
  NOT_VALID: { fails: [{}, { validUntil: "2026-03-01" }], passes: [{}, { validUntil: "2026-03-02" }] },
  EMPLOYER_OPTED_OUT: { fails: [{}, { employerOptOut: true }], passes: [{}, { employerOptOut: false }] },
  WAGE_BELOW_MINIMUM: { fails: [{}, { wageFloor: 100, monthlyWage: 99 }], passes: [{}, { wageFloor: 100, monthlyWage: 100 }] },
  EMPLOYER_EXHAUSTED: { fails: [{ exhaustedEmployers: ["em_1"] }, {}], passes: [{ exhaustedEmployers: ["em_2"] }, {}] },
  AGREEMENT_MISSING: {
    fails: [{}, {}, { agreementRequired: true, partners: new Set(["em_2"]) }],
    passes: [{}, {}, { agreementRequired: true, partners: new Set(["em_1"]) }],
  },
  REGION: { fails: [{ willingness: "OWN_REGENCY" }, {}], passes: [{ willingness: "OWN_REGENCY" }, { regencyCode: "36.03" }] },
  EDUCATION: { fails: [{ education: 2 }, {}], passes: [{ education: 3 }, {}] },
  CERTIFICATE: {
    fails: [{ certificates: [{ ...certificate, scheme: "TATA BOGA" }] }, demanded],
    passes: [{ certificates: [certificate] }, demanded],
  },
  LEVEL: {
    fails: [{ certificates: [certificate, { ...certificate, scheme: "TATA BOGA", level: 9 }] }, { ...demanded, minLevel: 3 }],
    passes: [{ certificates: [{ ...certificate, level: 3 }] }, { ...demanded, minLevel: 3 }],
  },
  UNITS: {
    fails: [{ certificates: [certificate] }, { units: ["A", "B"] }],
    passes: [{ certificates: [certificate, { ...certificate, units: ["B"] }] }, { units: ["A", "B"] }],
  },
  NOTHING_IN_COMMON: { fails: [{ skills: ["COOKING"] }, {}], passes: [{ skills: [], interests: ["WELDING"] }, {}] },
  EXPERIENCE: {
    fails: [{ experienceYears: 1 }, { minExperienceYears: 2 }],
    passes: [{ experienceYears: 2 }, { minExperienceYears: 2 }],
  },
  REPORT_DAY: { fails: [{ reportDay: "MONDAY" }, {}], passes: [{ reportDay: "MONDAY" }, { reportDayFree: true }] },
  OCCUPATION_BARRED: { fails: [{ barredOccupations: ["72"] }, {}], passes: [{ barredOccupations: ["71"] }, {}] },
};

const check = ([ofClient, ofVacancy, ofTerms = {}]: Pair) =>
  firstFailedRule({ ...client, ...ofClient }, { ...vacancy, ...ofVacancy }, { ...terms, ...ofTerms });

describe("the hard rules", () => {
  it.each(ruleCodes)("%s fails on one side of its edge and passes on the other", (code) => {
    expect(check(edges[code].fails)).toBe(code);
    expect(check(edges[code].passes)).toBeUndefined();
  });

  it.each([
    ["OWN_REGENCY", ["36.03"]],
    ["PROVINCE", ["36.03", "36.04"]],
    ["NEIGHBOURING_PROVINCES", ["36.03", "36.04", "31.71", "18.01"]],
    ["ANYWHERE", ["36.03", "36.04", "31.71", "18.01", "73.71"]],
  ] as const)("take the client who goes as far as %s no further", (willingness, reached) => {
    const within = ["36.03", "36.04", "31.71", "18.01", "73.71"].filter(
      (regencyCode) => check([{ willingness }, { regencyCode }]) === undefined,
    );
    expect(within).toEqual(reached);
  });

  it("let a certificate hold through its last day and not beyond", () => {
    const held = { certificates: [certificate] };
    expect(check([held, demanded])).toBeUndefined();
    expect(check([held, { ...demanded, validUntil: "2026-03-03" }, { today: "2026-03-03" }])).toBe("CERTIFICATE");
  });

  it("take any certificate that proves a skill of the vacancy where no scheme is named", () => {
    expect(check([{ certificates: [certificate] }, { certificateRequired: true }])).toBeUndefined();
    expect(check([{ certificates: [{ ...certificate, skills: ["COOKING"] }] }, { certificateRequired: true }])).toBe(
      "CERTIFICATE",
    );
  });

  it("leave a vacancy that asks for no skill open to everybody", () => {
    expect(check([{ skills: [] }, { skills: [] }])).toBeUndefined();
  });

  it("are all named where several fail, the first one first", () => {
    const pair = { ...vacancy, seatsFree: 0, minEducation: 4, regencyCode: "73.71" };
    expect(failedRules(client, pair, terms)).toEqual(["NO_SEAT", "REGION", "EDUCATION"]);
    expect(firstFailedRule(client, pair, terms)).toBe("NO_SEAT");
  });
});

describe("a scheme", () => {
  it("is the same in all its spellings", () => {
    expect(["Servis  Sepeda-Motor", " servis sepeda motor.", "SERVIS SEPEDA MOTOR"].map(schemeKey)).toEqual(
      Array(3).fill("SERVIS SEPEDA MOTOR"),
    );
    expect(schemeKey("Servis Sepeda Motor II")).not.toBe(schemeKey("Servis Sepeda Motor"));
  });
});
