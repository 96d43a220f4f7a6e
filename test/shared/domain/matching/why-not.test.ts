import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEligible } from "../../../../shared/domain/matching/eligibility.ts";
import { rankVacancies } from "../../../../shared/domain/matching/rank-vacancies.ts";
import { firstFailedRule } from "../../../../shared/domain/matching/rules.ts";
import { explainPair } from "../../../../shared/domain/matching/why-not.ts";
import { often, runs } from "../../../builders/runs.ts";
import { clientWith, officeTerms, vacancies, weights } from "./arbitrary-pairs.ts";
import { client, terms, vacancy } from "./records.ts";

describe("a pair, explained", () => {
  it("that is eligible has its points with their sources and nothing that failed", () => {
    expect(explainPair(client, vacancy, terms)).toEqual({
      eligible: true,
      setAside: undefined,
      failed: [],
      points: 225,
      reasons: [
        { source: "SKILLS", points: 150 },
        { source: "DISTANCE", points: 75 },
      ],
    });
  });

  it("that is not has every rule that failed, in their order, and no points", () => {
    const far = { ...vacancy, regencyCode: "73.71", minExperienceYears: 3, seatsFree: 0 };
    expect(explainPair(client, far, terms)).toEqual({
      eligible: false,
      setAside: undefined,
      failed: ["NO_SEAT", "REGION", "EXPERIENCE"],
      points: 0,
      reasons: [],
    });
  });

  it("of which one is not believed says so, whatever the rules say", () => {
    expect(explainPair(client, { ...vacancy, monthlyWage: 88_800 }, terms)).toMatchObject({
      eligible: false,
      setAside: "WAGE_IMPLAUSIBLE",
      failed: [],
      points: 0,
    });
    expect(explainPair({ ...client, regencyCode: "" }, vacancy, terms)).toMatchObject({ eligible: false, setAside: "NO_REGION" });
  });
});

describe("whatever the pair", () => {
  it("it is explained as it is ranked: eligible, with the same points, or not with the rule that refusals count", () => {
    let eligible = 0;
    fc.assert(
      fc.property(
        clientWith(fc.constant("cl_1")),
        vacancies(6),
        officeTerms,
        weights,
        fc.constantFrom({}, { monthlyWage: 88_800 }, { seatsFree: 1000 }, { regencyCode: "36.99" }),
        (matchingClient, all, byOffice, given, flaw) => {
          const own = byOffice.get(matchingClient.officeId) ?? terms;
          const posts = all.map((vacancy, at) => (at === 0 ? { ...vacancy, ...flaw } : vacancy));
          const { ranked } = rankVacancies(matchingClient, posts, own, { k: posts.length, weights: given });
          for (const post of posts) {
            const found = ranked.find((vacancy) => vacancy.vacancyId === post.id);
            const explained = explainPair(matchingClient, post, own, given);
            expect(explained.eligible).toBe(found !== undefined);
            expect(isEligible(matchingClient, post, own)).toBe(found !== undefined);
            expect([explained.points, explained.reasons]).toEqual([found?.points ?? 0, found?.reasons ?? []]);
            expect(explained.failed[0]).toBe(firstFailedRule(matchingClient, post, own));
            if (!found) expect(explained.setAside ?? explained.failed[0]).toBeDefined();
            else eligible += 1;
          }
        },
      ),
      runs(5000),
    );
    expect(eligible).toBeGreaterThan(often(500));
  });
});
