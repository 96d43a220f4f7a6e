/** What ranking reads: the index of open vacancies, the regions within reach, and what was in earlier attempts. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readOpenVacancies, regionsWithin } from "../../../../shared/commands/matching/open-vacancies.ts";
import { weekdays } from "../../../../shared/domain/calendar/weekdays.ts";
import type { Employer } from "../../../../shared/domain/employers/employer.ts";
import { provinces } from "../../../../shared/domain/identifiers/regions.ts";
import { toMatchingVacancy } from "../../../../shared/domain/matching/from-records.ts";
import type { MatchingVacancy } from "../../../../shared/domain/matching/matching-input.ts";
import { educationLevels } from "../../../../shared/domain/reference/education.ts";
import { neighboursOf } from "../../../../shared/domain/reference/neighbouring-provinces.ts";
import type { Vacancy } from "../../../../shared/domain/vacancies/vacancy.ts";
import { seatChange } from "../../../../shared/store/vacancies.ts";
import { bringToEmployer, close, employerSays, read, review, start, withdraw } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { vacancyPuts } from "../../../builders/put-records.ts";
import { buildEmployer, buildVacancy } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const today = "2026-03-02";

/** What ranking reads for somebody in Kabupaten Tangerang, by id. */
async function readIndex(
  world: World,
  willingness: "OWN_REGENCY" | "PROVINCE" | "NEIGHBOURING_PROVINCES" | "ANYWHERE" = "PROVINCE",
) {
  const found: MatchingVacancy[] = [];
  await readOpenVacancies(world.deps, { officeId: "bapas-uji", regencyCode: "36.03", willingness }, today, (page) =>
    found.push(...page),
  );
  return new Map(found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((vacancy) => [vacancy.id, vacancy]));
}
const proposalsOf = async (world: World, id: string) => {
  const { shortlistNo } = await read(world, id);
  const row = await world.deps.store.rankings.ranking(id, shortlistNo);
  return row?.proposals.map((proposal) => Number(proposal.vacancyId.slice(3))).toSorted((a, b) => a - b);
};
const refusedIn = async (world: World, id: string) =>
  (await world.deps.store.rankings.ranking(id, (await read(world, id)).shortlistNo))?.refused;

const codes = fc.array(fc.stringMatching(/^[A-Z][A-Z0-9.]{2,12}$/), { maxLength: 3 });
const anyVacancy = fc
  .record({
    kbji: fc.constantFrom(undefined, "7231.04"),
    regencyCode: fc.constantFrom("36.03", "36.71"),
    seats: fc.integer({ min: 1, max: 999 }),
    wage: fc.option(
      fc.record({ amount: fc.integer({ min: 1, max: 9_000_000_000 }), basis: fc.constantFrom("MONTHLY", "DAILY", "SHARE") }),
      { nil: undefined },
    ),
    workDays: fc.subarray([...weekdays]),
    reportDayFree: fc.boolean(),
    requirements: fc.record({
      minEducation: fc.constantFrom(undefined, ...educationLevels),
      certificateRequired: fc.boolean(),
      schemes: fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 3 }),
      minLevel: fc.integer({ min: 0, max: 9 }),
      skills: codes,
      units: codes,
      minExperienceYears: fc.integer({ min: 0, max: 40 }),
    }),
    validUntil: fc.constantFrom("2026-01-01", "2026-12-31"),
  })
  .map((item): Partial<Vacancy> => item);
const anyEmployer = fc
  .record({ size: fc.constantFrom("MICRO", "SMALL", "MEDIUM", "LARGE"), optOut: fc.boolean() })
  .map((item): Partial<Employer> => item);

describe("the index of open vacancies", () => {
  it.runIf(isWhole)("tells the matching of any vacancy what its own record and its employer's tell", async () => {
    const world = await open({ vacancies: [] });
    const sample = fc.sample(fc.tuple(anyVacancy, anyEmployer), { numRuns: 300, seed: 20260302 });
    const expected = new Map<string, MatchingVacancy>();
    for (const [at, [changes, of]] of sample.entries()) {
      const [vacancy, employer] = [buildVacancy(at + 1, changes), buildEmployer(at + 1, of)];
      const result = await world.deps.store.database.commit(vacancyPuts(vacancy, employer));
      expect(result.kind).toBe("committed");
      expected.set(vacancy.id, toMatchingVacancy(vacancy, employer, today));
    }
    expect(await readIndex(world)).toEqual(expected);
  });

  it("holds nothing else of a vacancy: no title, no name, no flags", async () => {
    const world = await open({ vacancies: [{ flags: ["PERLU_DILIHAT"] }] });
    const rows = await world.deps.store.database.query(
      "employers",
      { index: "open", condition: "openPk = :pk", values: { ":pk": "OPEN#36" } },
      z.looseObject({ matching: z.string() }),
    );
    expect(Object.keys(rows.items[0] ?? {}).toSorted()).toEqual(["matching", "openPk", "openSk", "pk", "seatsFree", "sk"]);
    expect(JSON.stringify(rows.items)).not.toMatch(/Mekanik|Bengkel|PERLU/);
  });

  it("follows a vacancy through its life: seats taken and given back, full, closed", async () => {
    const world = await open({ vacancies: [{ seats: 2 }, {}] });
    const seatsOf = async () =>
      [...(await readIndex(world)).values()].map((vacancy) => [Number(vacancy.id.slice(3)), vacancy.seatsFree]);
    const change = async (by: 1 | -1) => {
      const vacancy = await world.deps.store.vacancies.vacancy(idNo("vacancy", 1));
      if (vacancy) await world.deps.store.database.commit([seatChange(vacancy, by)]);
      expect(vacancy).toBeDefined();
    };
    const seen: unknown[] = [await seatsOf()];
    for (const by of [-1, -1, 1, 1] as const) {
      await change(by);
      seen.push(await seatsOf());
    }
    await close(world, 1);
    seen.push(await seatsOf());
    const second = [2, 1];
    expect(seen).toEqual([[[1, 2], second], [[1, 1], second], [second], [[1, 1], second], [[1, 2], second], [second]]);
    // People's list of open vacancies goes the same way.
    const listed = await world.deps.store.vacancies.openInProvince("36", { limit: 10 });
    expect(listed.items.map((vacancy) => [vacancy.id, vacancy.title])).toEqual([[idNo("vacancy", 2), "Mekanik 2"]]);
  });

  it.runIf(isWhole)("comes whole where it is longer than a page", async () => {
    const world = await open({ vacancies: [] });
    const units = Array.from({ length: 60 }, (_one, at) => `G.45OTO01.${String(at).padStart(3, "0")}.${"X".repeat(40)}`);
    const requirements = { certificateRequired: false, schemes: [], minLevel: 0, skills: [], units, minExperienceYears: 0 };
    const all = Array.from({ length: 400 }, (_one, at) => buildVacancy(at + 1, { requirements }));
    for (let from = 0; from < all.length; from += 50)
      await world.deps.store.database.commit(
        all.slice(from, from + 50).flatMap((vacancy) => vacancyPuts(vacancy, buildEmployer(1))),
      );
    const first = await world.deps.store.vacancies.openIn("36");
    expect(first.cursor).toBeDefined();
    expect(first.items.length).toBeLessThan(400);
    expect((await readIndex(world)).size).toBe(400);
  });
});

describe("the regions that are read", () => {
  it("are one's own regency, the province, the provinces around it, the country", async () => {
    const at = { regencyCode: "36.03" };
    expect(regionsWithin({ ...at, willingness: "OWN_REGENCY" })).toEqual(["36.03"]);
    expect(regionsWithin({ ...at, willingness: "PROVINCE" })).toEqual(["36"]);
    expect(regionsWithin({ ...at, willingness: "NEIGHBOURING_PROVINCES" })).toEqual(["36", ...neighboursOf("36")]);
    const everywhere = regionsWithin({ ...at, willingness: "ANYWHERE" });
    expect(everywhere[0]).toBe("36");
    expect(everywhere.toSorted()).toEqual(provinces.map((province) => province.code).toSorted());
    const [own, other, near, far] = ["36.03", "36.04", "32.01", "73.71"].map((regencyCode) => ({
      regencyCode,
      provinceCode: regencyCode.slice(0, 2),
    }));
    const world = await open({ vacancies: [own ?? {}, other ?? {}, near ?? {}, far ?? {}] });
    const read = async (willingness: Parameters<typeof readIndex>[1]) =>
      [...(await readIndex(world, willingness)).keys()].map((id) => Number(id.slice(3)));
    expect(await read("OWN_REGENCY")).toEqual([1]);
    expect(await read("PROVINCE")).toEqual([1, 2]);
    expect(await read("NEIGHBOURING_PROVINCES")).toEqual([1, 2, 3]);
    expect(await read("ANYWHERE")).toEqual([1, 2, 3, 4]);
  });
});

describe("a ranking", () => {
  const places = ["36.03", "36.04", "32.01", "73.71"].map((regencyCode) => ({
    regencyCode,
    provinceCode: regencyCode.slice(0, 2),
  }));

  it.each([
    ["OWN_REGENCY", [1]],
    ["PROVINCE", [1, 2]],
    ["NEIGHBOURING_PROVINCES", [1, 2, 3]],
    ["ANYWHERE", [1, 2, 3, 4]],
  ] as const)("of a client who goes as far as %s proposes what is within reach", async (willingness, expected) => {
    const world = await open({ clients: [{ willingness }], vacancies: places });
    const { id } = await start(world);
    await world.settle();
    expect(await proposalsOf(world, id)).toEqual(expected);
  });

  it("that the officer widens to the neighbouring provinces finds what is there", async () => {
    const world = await open({ clients: [{ willingness: "OWN_REGENCY" }], vacancies: [places[2] ?? {}] });
    const { id } = await start(world);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_VACANCY" });
    await review(world, id, { decision: "WIDEN", to: "NEIGHBOURING_PROVINCES" });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", widened: "NEIGHBOURING_PROVINCES" });
  });

  it("does not propose an employer that declined this client in an earlier attempt", async () => {
    const world = await open({ vacancies: [{ seats: 5 }, { seats: 5 }, { seats: 5 }] });
    const first = await bringToEmployer(world, [1, 2]);
    await employerSays(world, first, { choice: "DECLINE", reason: "SKILLS_DO_NOT_FIT" });
    await world.settle();
    await employerSays(world, first, { choice: "DECLINE", reason: "POSITION_FILLED" });
    await world.settle();
    await withdraw(world, first);
    await world.settle();
    const { id } = await start(world);
    await world.settle();
    // The second one's post was filled: that was no word about the client.
    expect(await proposalsOf(world, id)).toEqual([2, 3]);
    expect(await refusedIn(world, id)).toEqual({ EMPLOYER_EXHAUSTED: 1 });
  });

  it("refuses by what the index holds of the employer: below its minimum wage, or no proposals wanted", async () => {
    const world = await open({
      vacancies: [{}, {}, {}, { wage: { amount: 600_000_000, basis: "MONTHLY" } }],
      employers: [{ size: "MEDIUM" }, { optOut: true }, {}, { size: "LARGE" }],
    });
    const { id } = await start(world);
    await world.settle();
    expect(await proposalsOf(world, id)).toEqual([3, 4]);
    expect(await refusedIn(world, id)).toEqual({ WAGE_BELOW_MINIMUM: 1, EMPLOYER_OPTED_OUT: 1 });
  });
});
