import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchingClient, MatchingVacancy } from "../../../../../shared/domain/matching/matching-input.ts";
import { pointsOf, sumOf } from "../../../../../shared/domain/matching/points.ts";
import { drawLottery, inputsHash, lotteryNumber } from "../../../../../shared/domain/matching/round/lottery.ts";
import { type RefusalReason, refusalOf, refusalReasons } from "../../../../../shared/domain/matching/round/refusal.ts";
import { type RoundSnapshot, runRound } from "../../../../../shared/domain/matching/round/round.ts";
import { firstFailedRule } from "../../../../../shared/domain/matching/rules.ts";
import { bandOf, defaultWeights } from "../../../../../shared/domain/matching/weights.ts";
import { isWhole, often, runs } from "../../../../builders/runs.ts";
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
      runRound({ ...base, vacancies: [post("va_1")], clients: some }).proposals.map((proposal) => proposal.clientId);
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
      { clientId: "cl_1", vacancyId: "va_1", points: 300, band: 1, choice: 1, promoted: false },
      { clientId: "cl_2", vacancyId: "va_2", points: 225, band: 1, choice: 2, promoted: false },
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
    const { proposals, setAside, audit } = runRound({
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
        post("va_7", { seatsFree: 0 }),
        post("va_8", { seatsFree: 1.5 }),
        post("va_9", { seatsFree: 999, skills: ["COOKING"] }),
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
    expect(proposals.map((proposal) => [proposal.clientId, proposal.vacancyId])).toEqual([["cl_1", "va_1"]]);
    expect(setAside.map((entry) => `${entry.kind} ${entry.id} ${entry.code}`)).toEqual([
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
      "VACANCY va_7 NO_SEAT",
      "VACANCY va_8 SEATS_IMPLAUSIBLE",
    ]);
    expect(audit).toMatchObject({ vacancies: 2, seats: 1000 });
    expect(runRound(base).audit).toMatchObject({ clients: 0, placed: 0, largest: 0, certifiedPercent: 100 });
  });

  it("sets a record aside for the same reason whichever of two with its id comes first", () => {
    const expired = { scheme: "S", level: 0, units: [], skills: ["WELDING"], expiresOn: "2026-03-01" };
    const people = [
      person("cl_1", { regencyCode: "36.99" }),
      person("cl_1"),
      person("cl_2", { certificates: [expired] }),
      person("cl_2"),
    ];
    const posts = [post("va_1", { seatsFree: 1000 }), post("va_1"), post("va_2")];
    const run = (some: readonly MatchingClient[], others: readonly MatchingVacancy[]) =>
      runRound({ ...base, clients: some, vacancies: others });
    const result = run(people, posts);
    expect(run(people.toReversed(), posts.toReversed())).toEqual(result);
    expect(result.proposals).toEqual([]);
    expect(result.setAside.map((entry) => `${entry.kind} ${entry.id} ${entry.code}`)).toEqual(
      ["CLIENT cl_1", "CLIENT cl_1", "CLIENT cl_2", "CLIENT cl_2", "VACANCY va_1", "VACANCY va_1"].map(
        (text) => `${text} DUPLICATE_ID`,
      ),
    );
  });

  it("counts an agreement from its first day through its last, and says which is not in force", () => {
    const days = [
      ["2025-01-01", "2026-03-01", 0],
      ["2025-01-01", today, 1],
      [today, "2027-01-01", 1],
      ["2026-03-03", "2027-01-01", 0],
    ] as const;
    for (const [validFrom, validTo, placed] of days) {
      const agreements = [{ officeId: "of_1", employerId: "em_1", validFrom, validTo }];
      const market = { ...base, agreements, demandingOffices: ["of_1"], vacancies: [post("va_1")], clients: [person("cl_1")] };
      const { audit, setAside } = runRound(market);
      expect([audit.placed, setAside.length]).toEqual([placed, 1 - placed]);
    }
  });

  it("does not believe a wait from before anything was recorded, or one that has not begun", () => {
    const waits = ["0001-01-01", "1999-12-31", "2000-01-01", today, "2026-03-03"];
    const { setAside } = runRound({ ...base, clients: waits.map((waitingSince, at) => person(`cl_${at}`, { waitingSince })) });
    expect(setAside.map((entry) => `${entry.id} ${entry.code}`)).toEqual(
      ["cl_0", "cl_1", "cl_4"].map((text) => `${text} WAIT_IMPLAUSIBLE`),
    );
  });

  it.runIf(isWhole)(
    "sets aside the vacancies whose words are the rarest where there are too many words, whatever their order",
    () => {
      const named = Array.from({ length: 600 }, (_one, at) =>
        post(`va_${String(at).padStart(3, "0")}`, {
          skills: [...["AUTOMOTIVE"], ...(at < 590 ? Array.from({ length: 59 }, (_skill, no) => `SPELT ${at} ${no}`) : [])],
        }),
      );
      const run = (posts: readonly MatchingVacancy[]) => runRound({ ...base, vacancies: posts, clients: [person("cl_1")] });
      const { audit, setAside } = run(named);
      expect(run(named.toReversed()).setAside).toEqual(setAside);
      expect(new Set(setAside.map((entry) => entry.code))).toEqual(new Set(["VOCABULARY_FULL"]));
      // 16,384 skills fit, and 59 spellings stand with each vacancy.
      expect(setAside.length).toBeGreaterThan(300);
      expect(setAside.length).toBeLessThan(330);
      expect(audit.vacancies).toBe(600 - setAside.length);
      expect(setAside.some((entry) => entry.id >= "va_590")).toBe(false);
    },
  );

  it.runIf(isWhole)("does not count the words of vacancies that take no part where there are too many", () => {
    const wordsOf = (at: number) => Array.from({ length: 59 }, (_skill, no) => `SPELT ${at} ${no}`);
    const named = Array.from({ length: 300 }, (_one, at) => post(`va_${at}`, { skills: wordsOf(at) }));
    // Of its words all others come first by alphabet: it stays only if somebody else names them, too.
    const twice = [post("va_twice", { skills: wordsOf(99) }), post("va_twice")];
    for (const some of [twice, twice.toReversed()]) {
      const { setAside } = runRound({ ...base, vacancies: [...some, ...named] });
      expect(setAside.filter((entry) => entry.id === "va_99").map((entry) => entry.code)).toEqual(["VOCABULARY_FULL"]);
      expect(setAside.filter((entry) => entry.id === "va_twice").map((entry) => entry.code)).toEqual([
        "DUPLICATE_ID",
        "DUPLICATE_ID",
      ]);
    }
  });

  it("sets aside the clients of offices for which there is no number left", () => {
    const offices = Array.from({ length: 65_537 }, (_one, at) => `of_${String(at).padStart(5, "0")}`);
    const clientsOf = ["of_00000", "of_65534", "of_65535", "elsewhere"].map((officeId) => person(`cl_${officeId}`, { officeId }));
    const { setAside, audit } = runRound({
      ...base,
      demandingOffices: offices.toReversed(),
      vacancies: [post("va_1")],
      clients: clientsOf,
    });
    expect(setAside).toEqual([{ kind: "CLIENT", id: "cl_of_65535", code: "OFFICES_FULL" }]);
    // Two belong to offices that demand an agreement.
    expect(audit).toMatchObject({ clients: 3, clientsWithChoice: 1 });
  });

  it.runIf(isWhole)("gives the same bytes for the same snapshot in any order, and can explain every refusal", () => {
    const refusals = new Map<RefusalReason, number>();
    let runsThatRefuse = 0;
    let certifiedInPart = 0;
    fc.assert(
      fc.property(crowds, ({ people, posts, terms, agreements, weights: someWeights, placementsFirst, order }) => {
        const demandingOffices = [...terms].flatMap(([id, { agreementRequired }]) => (agreementRequired ? [id] : []));
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
        const shuffled = <T>(values: readonly T[]): T[] =>
          [...values.keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0)).flatMap((at) => values.slice(at, at + 1));
        expect(JSON.stringify(run(shuffled)) === JSON.stringify(result)).toBe(true);

        const ids = [result.proposals.map((proposal) => proposal.clientId), result.cutoffs.map((cutoff) => cutoff.vacancyId)];
        expect(ids.join(";")).toBe(ids.map((some) => some.toSorted()).join(";"));
        const given = new Map(result.proposals.map((proposal) => [proposal.clientId, proposal]));
        const cutoffs = new Map(result.cutoffs.map((cutoff) => [cutoff.vacancyId, cutoff]));
        const unexplained: string[] = [];
        const reasons: RefusalReason[] = [];
        for (const person of people) {
          const own = terms.get(person.officeId) ?? { today, agreementRequired: false, partners: new Set<string>() };
          const got = given.get(person.id);
          for (const wanted of posts) {
            if (firstFailedRule(person, wanted, own) !== undefined) continue;
            const points = sumOf(pointsOf(person, wanted, own, someWeights));
            if (got?.vacancyId === wanted.id) expect(got.points).toBe(points);
            const isBetter = got === undefined || points > got.points || (points === got.points && wanted.id < got.vacancyId);
            if (!isBetter) continue;
            const claim = {
              band: bandOf(points, someWeights.bands),
              waitingSince: person.waitingSince,
              lottery: lotteryNumber(seed, person.id),
              promoted: placementsFirst && (got?.promoted ?? true),
            };
            const cutoff = cutoffs.get(wanted.id);
            const reason = cutoff && refusalOf(claim, cutoff);
            if (reason) reasons.push(reason);
            else unexplained.push(`${person.id} ${wanted.id}`);
          }
        }
        expect(unexplained).toEqual([]);
        const { audit } = result;
        if (!placementsFirst) expect(audit.blockingPairs).toBe(0);
        expect(audit.blockingPairsByBand).toBe(0);
        expect(audit.certifiedPercent).toBe(audit.bestPointsBound === 0 ? 100 : (100 * audit.bestPoints) / audit.bestPointsBound);
        if (audit.certifiedPercent < 100) certifiedInPart += 1;
        if (reasons.length > 0) runsThatRefuse += 1;
        for (const reason of reasons) refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
      }),
      runs(6000),
    );
    // Rounds in which everybody has the first choice would prove nothing.
    expect(runsThatRefuse).toBeGreaterThan(often(2500));
    expect(certifiedInPart).toBeGreaterThan(often(15));
    for (const reason of refusalReasons) expect(refusals.get(reason) ?? 0).toBeGreaterThan(often(30));
  });
});

/** The more words, the longer an index takes to build; that long lists of skills are counted is another test's business. */
const fewSkills = (skills: readonly string[]): readonly string[] => skills.filter((skill) => skill <= "E");

/** Mostly markets in which nearly everybody may take nearly everything, and seats are few; the others are as they come. */
const crowds = fc
  .record({
    people: clients(8),
    posts: vacancies(4),
    terms: officeTerms,
    weights,
    placementsFirst: fc.boolean(),
    order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    isCrowd: fc.constantFrom(true, true, true, false),
  })
  .map(({ people, posts, terms, isCrowd, ...others }) => ({
    ...others,
    terms,
    people: people.map(
      (person): MatchingClient => (isCrowd ? { ...person, willingness: "ANYWHERE", barredOccupations: [] } : person),
    ),
    posts: posts.map(
      (post): MatchingVacancy =>
        isCrowd
          ? {
              ...post,
              certificateRequired: false,
              units: [],
              minEducation: 0,
              minExperienceYears: 0,
              workDays: [],
              seatsFree: 1,
              skills: fewSkills(post.skills),
            }
          : post,
    ),
    agreements: [...terms].flatMap(([officeId, { partners }]) => [
      ...[...partners].map((employerId) => ({ officeId, employerId, validFrom: today, validTo: today })),
      // Of these none is in force.
      ...["em_1", "em_2", "em_3"].flatMap((employerId) => [
        { officeId, employerId, validFrom: "2026-03-03", validTo: "2027-01-01" },
        { officeId, employerId, validFrom: "2025-01-01", validTo: "2026-03-01" },
      ]),
    ]),
  }));

describe("a refusal", () => {
  const cutoff = { vacancyId: "va_1", band: 1, waitingSince: "2026-01-12", lottery: 7, promoted: false };
  const claim = { band: 1, waitingSince: "2026-01-12", lottery: 8, promoted: false };

  it("has the reason that decided, and none where the claim is the better one", () => {
    expect(refusalOf({ ...claim, band: 2 }, cutoff)).toBe("HIGHER_BAND");
    expect(refusalOf({ ...claim, waitingSince: "2026-01-13", lottery: 1 }, cutoff)).toBe("LONGER_WAIT");
    expect(refusalOf(claim, cutoff)).toBe("LOTTERY");
    for (const better of [{ band: 0 }, { waitingSince: "2026-01-11" }, { lottery: 7 }])
      expect(refusalOf({ ...claim, ...better }, cutoff)).toBeUndefined();
  });

  it("of placements first is for those alone who were not promoted where the last one admitted was", () => {
    const promoted = { ...cutoff, promoted: true };
    expect(refusalOf(claim, promoted)).toBe("PLACEMENTS_FIRST");
    expect(refusalOf({ ...claim, band: 2 }, promoted)).toBe("HIGHER_BAND");
    expect(refusalOf({ ...claim, band: 0 }, promoted)).toBeUndefined();
    // Both were promoted: then the wait decided, and the lottery.
    expect(refusalOf({ ...claim, promoted: true, waitingSince: "2026-01-13" }, promoted)).toBe("LONGER_WAIT");
    expect(refusalOf({ ...claim, promoted: true }, promoted)).toBe("LOTTERY");
    expect(refusalOf({ ...claim, promoted: true }, cutoff)).toBeUndefined();
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
      runs(5000),
    );
  });

  it("is drawn with a seed of 64 bytes as it is, and with the hash of a longer one", () => {
    for (const bytes of [63, 64, 65, 66]) {
      for (const by of ["x".repeat(bytes), "é".repeat(bytes / 2) + "x".repeat(bytes % 2)])
        expect(Array.from(drawLottery(by, ["cl_1"], () => true))).toEqual([lotteryNumber(by, "cl_1")]);
    }
  });

  it("is drawn for ids in any script", () => {
    for (const id of ["ꦱꦸꦫꦠ", "名".repeat(60), "😀".repeat(30), "\ud800"])
      expect(Array.from(drawLottery(seed, [id], () => true))).toEqual([lotteryNumber(seed, id)]);
  });

  it("is what anybody can compute: the first 48 bits of HMAC-SHA-256", () => {
    // RFC 4231, test case 2: key "Jefe".
    expect(lotteryNumber("Jefe", "what do ya want for nothing?").toString(16)).toBe("5bdcc146bf60");
  });

  it("comes after a hash that does not depend on the order of the inputs or of their names, and changes with each of them", () => {
    const hashOf = (...records: unknown[]): string => {
      const hash = inputsHash();
      for (const record of records) hash.add(record);
      return hash.digest();
    };
    const [a, b] = [
      { id: "a", seats: 1 },
      { id: "b", seats: 2, skills: ["X", "Y"] },
    ];
    expect(hashOf(b, { seats: 1, id: "a" })).toBe(hashOf(a, b));
    expect(hashOf(a, { ...b, skills: ["Y", "X"] })).not.toBe(hashOf(a, b));
    expect(hashOf(a)).not.toBe(hashOf(a, a));
    expect(hashOf({ ...a, kbji: undefined })).toBe(hashOf(a));
  });
});
