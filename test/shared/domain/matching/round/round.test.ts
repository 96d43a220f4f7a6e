import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchingClient, MatchingVacancy } from "../../../../../shared/domain/matching/matching-input.ts";
import { pointsOf, sumOf } from "../../../../../shared/domain/matching/points.ts";
import { drawLottery, inputsHash, lotteryNumber } from "../../../../../shared/domain/matching/round/lottery.ts";
import { refusalOf } from "../../../../../shared/domain/matching/round/refusal.ts";
import { type RoundSnapshot, runRound } from "../../../../../shared/domain/matching/round/round.ts";
import { firstFailedRule } from "../../../../../shared/domain/matching/rules.ts";
import { bandOf, defaultWeights } from "../../../../../shared/domain/matching/weights.ts";
import { clients, officeTerms, today, vacancies, weights } from "../arbitrary-pairs.ts";
import { client, vacancy } from "../records.ts";

const seed = "drawn in public, 2026-03-02";

const base: RoundSnapshot = {
  today,
  seed,
  weights: defaultWeights,
  placementsFirst: false,
  agreements: [],
  demandingOffices: [],
  vacancies: [],
  clients: [],
};

const post = (id: string, change: Partial<MatchingVacancy> = {}): MatchingVacancy => ({ ...vacancy, id, ...change });
const person = (id: string, change: Partial<MatchingClient> = {}): MatchingClient => ({ ...client, id, ...change });

describe("a round", () => {
  it("gives the only seat to the higher band, then to the longer wait, then by lottery", () => {
    const near = { regencyCode: vacancy.regencyCode, interests: ["AUTOMOTIVE"], skills: ["AUTOMOTIVE", "WELDING"] };
    const winner = (...some: MatchingClient[]) =>
      runRound({ ...base, vacancies: [post("va_1")], clients: some }).proposals.map((one) => one.clientId);
    expect(winner(person("cl_far", { waitingSince: "2024-01-01" }), person("cl_near", near))).toEqual(["cl_near"]);
    expect(winner(person("cl_new"), person("cl_old", { waitingSince: "2025-12-31" }))).toEqual(["cl_old"]);
    const two = [person("cl_1"), person("cl_2")];
    const drawn = two.toSorted((a, b) => lotteryNumber(seed, a.id) - lotteryNumber(seed, b.id));
    expect(winner(...two)).toEqual([drawn[0]?.id]);
  });

  it("says which of the client's own choices it was, and who was the last one admitted", () => {
    const { proposals, cutoffs } = runRound({
      ...base,
      vacancies: [post("va_1", { regencyCode: "36.03" }), post("va_2", { seatsFree: 2 })],
      clients: [person("cl_1", { waitingSince: "2025-01-01" }), person("cl_2")],
    });
    expect(proposals).toEqual([
      { clientId: "cl_1", vacancyId: "va_1", points: 300, band: 1, choice: 1 },
      { clientId: "cl_2", vacancyId: "va_2", points: 225, band: 1, choice: 2 },
    ]);
    expect(cutoffs).toEqual([
      { vacancyId: "va_1", band: 1, waitingSince: "2025-01-01", lottery: lotteryNumber(seed, "cl_1"), promoted: false },
    ]);
  });

  it("publishes an audit of itself", () => {
    const { audit } = runRound({
      ...base,
      vacancies: [post("va_1"), post("va_2", { skills: ["COOKING"] })],
      clients: [person("cl_1"), person("cl_2"), person("cl_3", { skills: ["BARBERING"] })],
    });
    expect(audit).toEqual({
      today,
      weights: defaultWeights.version,
      placementsFirst: false,
      clients: 3,
      clientsWithChoice: 2,
      vacancies: 2,
      seats: 2,
      eligiblePairs: 2,
      placed: 1,
      largest: 1,
      largestProof: 1,
      points: 225,
      bestPoints: 225,
      bestPointsBound: expect.any(Number),
      certifiedPercent: expect.any(Number),
      blockingPairs: 0,
      blockingPairsByBand: 0,
      longestWaiting: { clients: 1, placed: 1 },
    });
    expect(audit.bestPointsBound).toBeGreaterThanOrEqual(225);
  });

  it("places more with placements first, and then says so", () => {
    // Both fit va_1; only the one who waits longer fits va_2 as well, and likes it less.
    const snapshot = {
      ...base,
      vacancies: [post("va_1", { regencyCode: "36.03" }), post("va_2", { skills: ["WELDING"] })],
      clients: [
        person("cl_1", { skills: ["AUTOMOTIVE", "WELDING"], waitingSince: "2025-01-01" }),
        person("cl_2", { waitingSince: "2026-01-01" }),
      ],
    };
    expect(runRound({ ...snapshot, weights: { ...defaultWeights, bands: [] } }).audit).toMatchObject({ placed: 1, largest: 2 });
    expect(runRound({ ...snapshot, weights: { ...defaultWeights, bands: [] }, placementsFirst: true }).audit).toMatchObject({
      placed: 2,
      placementsFirst: true,
      blockingPairsByBand: 0,
    });
  });

  it("never fails on bad records: each is set aside with its reason, and the rest is matched", () => {
    const { proposals, setAside } = runRound({
      ...base,
      agreements: [{ officeId: "of_1", employerId: "em_1", validFrom: "2024-01-01", validTo: "2026-03-01" }],
      vacancies: [
        post("va_1"),
        post("va_2", { seatsFree: 1000 }),
        post("va_3", { monthlyWage: 88_800 }),
        post("va_4", { regencyCode: "" }),
        post("va_5", { seatsFree: -1 }),
        post("va_6"),
        post("va_6"),
      ],
      clients: [
        person("cl_1", {
          certificates: [{ scheme: "S", level: 0, units: [], skills: ["WELDING"], expiresOn: "2026-03-01" }],
        }),
        person("cl_2", { regencyCode: "36.99" }),
        person("cl_3"),
        person("cl_3", { education: 1 }),
      ],
    });
    expect(proposals.map((one) => [one.clientId, one.vacancyId])).toEqual([["cl_1", "va_1"]]);
    expect(setAside.map((one) => `${one.kind} ${one.id} ${one.code}`)).toEqual([
      "AGREEMENT of_1 em_1 AGREEMENT_LAPSED",
      "CERTIFICATE cl_1 CERTIFICATE_EXPIRED",
      "CLIENT cl_2 REGION_UNKNOWN",
      "CLIENT cl_3 DUPLICATE_ID",
      "CLIENT cl_3 DUPLICATE_ID",
      "VACANCY va_2 SEATS_IMPLAUSIBLE",
      "VACANCY va_3 WAGE_IMPLAUSIBLE",
      "VACANCY va_4 NO_REGION",
      "VACANCY va_5 SEATS_IMPLAUSIBLE",
      "VACANCY va_6 DUPLICATE_ID",
      "VACANCY va_6 DUPLICATE_ID",
    ]);
    expect(runRound(base).audit).toMatchObject({ clients: 0, placed: 0, largest: 0, certifiedPercent: 100 });
  });

  it("gives the same bytes for the same snapshot in any order, and can explain every refusal", () => {
    const snapshots = fc.tuple(clients(6), vacancies(6), officeTerms, weights, fc.boolean());
    fc.assert(
      fc.property(snapshots, fc.infiniteStream(fc.nat()), ([people, posts, terms, someWeights, placementsFirst], dice) => {
        const agreements = [...terms].flatMap(([officeId, { partners }]) =>
          [...partners].map((employerId) => ({ officeId, employerId, validFrom: "2025-01-01", validTo: "2027-01-01" })),
        );
        const demandingOffices = [...terms].flatMap(([id, { agreementRequired }]) => (agreementRequired ? [id] : []));
        const shuffled = <T>(values: readonly T[]): T[] =>
          values
            .map((one) => ({ one, by: dice.next().value ?? 0 }))
            .toSorted((a, b) => a.by - b.by)
            .map(({ one }) => one);
        const run = (mixed: <T>(values: readonly T[]) => readonly T[]) =>
          runRound({
            ...base,
            weights: someWeights,
            placementsFirst,
            agreements: mixed(agreements),
            demandingOffices: mixed(demandingOffices),
            vacancies: mixed(posts),
            clients: mixed(people),
          });
        const result = run((values) => values);
        expect(JSON.stringify(run(shuffled))).toBe(JSON.stringify(result));

        const given = new Map(result.proposals.map((one) => [one.clientId, one]));
        const cutoffs = new Map(result.cutoffs.map((one) => [one.vacancyId, one]));
        const unexplained = people.flatMap((one) => {
          const own = terms.get(one.officeId) ?? { today, agreementRequired: false, partners: new Set<string>() };
          return posts.flatMap((wanted) => {
            const got = given.get(one.id);
            const points = sumOf(pointsOf(one, wanted, own, someWeights));
            const isBetter = got === undefined || points > got.points || (points === got.points && wanted.id < got.vacancyId);
            if (!isBetter || firstFailedRule(one, wanted, own) !== undefined) return [];
            const claim = {
              band: bandOf(points, someWeights.bands),
              waitingSince: one.waitingSince,
              lottery: lotteryNumber(seed, one.id),
            };
            const cutoff = cutoffs.get(wanted.id);
            return cutoff && refusalOf(claim, cutoff, { placementsFirst }) ? [] : [`${one.id} ${wanted.id}`];
          });
        });
        expect(unexplained).toEqual([]);
        if (!placementsFirst) expect(result.audit.blockingPairs).toBe(0);
        expect(result.audit.blockingPairsByBand).toBe(0);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("the lottery", () => {
  it("is drawn for all with the numbers that each draws alone, and for nobody who takes no part", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200 }),
        fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 }),
        (by, ids) => {
          expect(Array.from(drawLottery(by, ids, () => true))).toEqual(ids.map((id) => lotteryNumber(by, id)));
          expect(Array.from(drawLottery(by, ids, () => false))).toEqual(ids.map(() => 0));
        },
      ),
    );
  });

  it("is what anybody can compute: the first 48 bits of HMAC-SHA-256", () => {
    // RFC 4231, test case 2: key "Jefe".
    expect(lotteryNumber("Jefe", "what do ya want for nothing?").toString(16)).toBe("5bdcc146bf60");
  });

  it("comes after a hash that does not depend on the order of the inputs or of their names, and changes with each of them", () => {
    const hashOf = (...records: unknown[]): string => {
      const hash = inputsHash();
      for (const one of records) hash.add(one);
      return hash.digest();
    };
    const [a, b] = [
      { id: "a", seats: 1 },
      { id: "b", seats: 2, skills: ["X", "Y"] },
    ];
    expect(hashOf(b, { seats: 1, id: "a" })).toBe(hashOf(a, b));
    expect(hashOf(a, { ...b, skills: ["Y", "X"] })).not.toBe(hashOf(a, b));
    expect(hashOf(a)).not.toBe(hashOf(a, a));
  });
});
