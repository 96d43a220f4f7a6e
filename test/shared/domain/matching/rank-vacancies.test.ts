import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchingClient, MatchingVacancy } from "../../../../shared/domain/matching/matching-input.ts";
import {
  firstFailedRule,
  type RuleCode,
  rankVacancies,
  ruleCodes,
  scorePair,
} from "../../../../shared/domain/matching/rank-vacancies.ts";

const client: MatchingClient = {
  regencyCode: "36.03",
  willingness: "PROVINCE",
  education: 3,
  skills: ["AUTOMOTIVE"],
  interests: [],
  certifiedUnits: [],
  certifiedSkills: [],
  hasCertificate: false,
  experienceYears: 0,
  barredOccupations: [],
  exhaustedEmployers: [],
};
const vacancy: MatchingVacancy = {
  id: "va_1",
  employerId: "em_1",
  regencyCode: "36.04",
  kbji: "7231.04",
  seatsFree: 1,
  validUntil: "2026-03-02",
  workDays: ["MONDAY"],
  reportDayFree: false,
  minEducation: 3,
  certificateRequired: false,
  skills: ["AUTOMOTIVE", "WELDING"],
  units: [],
  minExperienceYears: 0,
  employerOptOut: false,
  agreementInForce: false,
};
const terms = { today: "2026-03-02", agreementRequired: false };

/** What makes each rule fail, and what lies just on the other side of it. */
const edges: Readonly<Record<RuleCode, { fails: Pair; passes: Pair }>> = {
  NO_SEAT: { fails: [{}, { seatsFree: 0 }], passes: [{}, { seatsFree: 1 }] },
  NOT_VALID: { fails: [{}, { validUntil: "2026-03-01" }], passes: [{}, { validUntil: "2026-03-02" }] },
  EMPLOYER_OPTED_OUT: { fails: [{}, { employerOptOut: true }], passes: [{}, { employerOptOut: false }] },
  EMPLOYER_EXHAUSTED: { fails: [{ exhaustedEmployers: ["em_1"] }, {}], passes: [{ exhaustedEmployers: ["em_2"] }, {}] },
  AGREEMENT_MISSING: { fails: [{}, {}, true], passes: [{}, { agreementInForce: true }, true] },
  REGION: { fails: [{ willingness: "OWN_REGENCY" }, {}], passes: [{ willingness: "OWN_REGENCY" }, { regencyCode: "36.03" }] },
  EDUCATION: { fails: [{ education: 2 }, {}], passes: [{ education: 3 }, {}] },
  CERTIFICATE: {
    fails: [{ hasCertificate: true, certifiedSkills: ["COOKING"] }, { certificateRequired: true }],
    passes: [{ hasCertificate: true, certifiedSkills: ["WELDING"] }, { certificateRequired: true }],
  },
  UNITS: {
    fails: [{ certifiedUnits: ["A"] }, { units: ["A", "B"] }],
    passes: [{ certifiedUnits: ["A", "B"] }, { units: ["A", "B"] }],
  },
  EXPERIENCE: {
    fails: [{ experienceYears: 1 }, { minExperienceYears: 2 }],
    passes: [{ experienceYears: 2 }, { minExperienceYears: 2 }],
  },
  WAGE_BELOW_MINIMUM: { fails: [{}, { wageFloor: 100, monthlyWage: 99 }], passes: [{}, { wageFloor: 100, monthlyWage: 100 }] },
  REPORT_DAY: { fails: [{ reportDay: "MONDAY" }, {}], passes: [{ reportDay: "MONDAY" }, { reportDayFree: true }] },
  OCCUPATION_BARRED: { fails: [{ barredOccupations: ["72"] }, {}], passes: [{ barredOccupations: ["71"] }, {}] },
};
type Pair = readonly [Partial<MatchingClient>, Partial<MatchingVacancy>, boolean?];

const check = ([ofClient, ofVacancy, agreementRequired = false]: Pair) =>
  firstFailedRule({ ...client, ...ofClient }, { ...vacancy, ...ofVacancy }, { ...terms, agreementRequired });

describe("the hard rules", () => {
  it.each(ruleCodes)("%s fails on one side of its edge and passes on the other", (code) => {
    expect(check(edges[code].fails)).toBe(code);
    expect(check(edges[code].passes)).toBeUndefined();
  });

  it("ask for the client's own province, unless the client goes anywhere", () => {
    expect(check([{}, { regencyCode: "32.01" }])).toBe("REGION");
    expect(check([{ willingness: "ANYWHERE" }, { regencyCode: "32.01" }])).toBeUndefined();
  });
});

const points = (ofClient: Partial<MatchingClient>, ofVacancy: Partial<MatchingVacancy>) =>
  Object.fromEntries(scorePair({ ...client, ...ofClient }, { ...vacancy, ...ofVacancy }).map((one) => [one.source, one.points]));

describe("the points", () => {
  it("count skills by share, and name only sources that gave some", () => {
    expect(points({}, {})).toEqual({ SKILLS: 150, REGENCY: 75 });
    expect(points({ skills: [] }, { regencyCode: "32.01" })).toEqual({});
    expect(points({ certifiedSkills: ["WELDING"] }, {})).toMatchObject({ SKILLS: 300 });
  });

  it.each([
    ["units proved", {}, { units: ["A"] }, { UNITS: 300 }],
    ["an interest", { interests: ["WELDING"] }, {}, { INTERESTS: 100 }],
    ["the same regency", {}, { regencyCode: "36.03" }, { REGENCY: 150 }],
    ["years beyond those asked", { experienceYears: 4 }, { minExperienceYears: 1 }, { EXPERIENCE: 30 }],
    ["at most five of them", { experienceYears: 40 }, {}, { EXPERIENCE: 50 }],
    ["a wage above the floor", {}, { wageFloor: 100, monthlyWage: 120 }, { WAGE: 20 }],
    ["at most half as much again", {}, { wageFloor: 100, monthlyWage: 900 }, { WAGE: 50 }],
    ["an agreement", {}, { agreementInForce: true }, { AGREEMENT: 50 }],
  ] as const)("reward %s", (_what, ofClient, ofVacancy, expected) => {
    expect(points(ofClient, ofVacancy)).toMatchObject(expected);
  });
});

describe("the ranking", () => {
  const some = fc.record({
    no: fc.integer({ min: 1, max: 40 }),
    regency: fc.constantFrom("36.03", "36.04", "32.01"),
    seats: fc.integer({ min: 0, max: 2 }),
    skilled: fc.boolean(),
  });

  it("proposes the best eligible ones first, the same for the same vacancies in any order, and ten at most", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { selector: (one) => one.no, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (rows, dice) => {
          const all = rows.map(
            (one): MatchingVacancy => ({
              ...vacancy,
              id: `va_${String(one.no).padStart(3, "0")}`,
              regencyCode: one.regency,
              seatsFree: one.seats,
              skills: one.skilled ? ["AUTOMOTIVE"] : ["COOKING"],
            }),
          );
          const ranked = rankVacancies(client, all, terms);
          const shuffled = all
            .map((one) => ({ one, by: dice.next().value ?? 0 }))
            .toSorted((a, b) => a.by - b.by)
            .map(({ one }) => one);
          expect(rankVacancies(client, shuffled, terms)).toEqual(ranked);
          const eligible = all.filter((one) => firstFailedRule(client, one, terms) === undefined);
          expect(ranked).toHaveLength(Math.min(10, eligible.length));
          for (const [at, one] of ranked.entries()) {
            const before = ranked[at - 1];
            if (before)
              expect(before.points > one.points || (before.points === one.points && before.vacancyId < one.vacancyId)).toBe(true);
            expect(one.points).toBe(one.reasons.reduce((sum, reason) => sum + reason.points, 0));
          }
          const worst = ranked.at(-1)?.points ?? 0;
          const left = eligible.filter((one) => !ranked.some((two) => two.vacancyId === one.id));
          for (const one of left)
            expect(scorePair(client, one).reduce((sum, two) => sum + two.points, 0)).toBeLessThanOrEqual(worst);
        },
      ),
    );
  });
});
