/** What staff ask of the matching: proposals explained, candidates of a vacancy, why not, what one more certificate would open. */

import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { readCandidates } from "../../../../shared/commands/matching/read-candidates.ts";
import { readOpportunities } from "../../../../shared/commands/matching/read-opportunities.ts";
import { readProposals } from "../../../../shared/commands/matching/read-proposals.ts";
import { readWhyNot } from "../../../../shared/commands/matching/read-why-not.ts";
import { sha256 } from "../../../../shared/commands/process/process-writes.ts";
import type { Client } from "../../../../shared/domain/clients/client.ts";
import { ruleCodes } from "../../../../shared/domain/matching/rules.ts";
import { defaultWeights } from "../../../../shared/domain/matching/weights.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import type { Vacancy } from "../../../../shared/domain/vacancies/vacancy.ts";
import { statePut } from "../../../../shared/store/processes.ts";
import {
  bringToEmployer,
  employerSays,
  linkOf,
  officer,
  review,
  start,
  stranger,
  supervisor,
  withdraw,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { vacancyPuts } from "../../../builders/put-records.ts";
import { buildEmployer, buildVacancy } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const plain = { query: {}, body: {}, idempotency: undefined } as const;

// Each answer is parsed as it is on its way out: what the schema does not name is not there.
const proposalsOf = async (world: World, id: string, staff: Staff = officer) =>
  routes.readProposals.response.parse(await readProposals(world.deps, { ...plain, params: { id }, staff }));
const candidatesOf = async (world: World, no: number, staff: Staff = officer) =>
  routes.readCandidates.response.parse(
    await readCandidates(world.deps, { ...plain, params: { id: idNo("vacancy", no) }, staff }),
  );
const whyNot = async (world: World, clientNo: number, vacancyNo: number, staff: Staff = officer) =>
  routes.readWhyNot.response.parse(
    await readWhyNot(world.deps, {
      ...plain,
      params: {},
      query: { client: idNo("client", clientNo), vacancy: idNo("vacancy", vacancyNo) },
      staff,
    }),
  );
const opportunitiesOf = async (world: World, clientNo: number, staff: Staff = officer) =>
  routes.readOpportunities.response.parse(
    await readOpportunities(world.deps, { ...plain, params: { id: idNo("client", clientNo) }, staff }),
  );

const demands = (changes: object) => ({
  requirements: {
    certificateRequired: false,
    schemes: [],
    minLevel: 0,
    skills: ["AUTOMOTIVE"],
    units: [],
    minExperienceYears: 0,
    ...changes,
  },
});
/** A text that says something in both languages, and not just the code. */
const withText = (code: string) => ({ code, text: { id: expect.stringMatching(/ /), en: expect.stringMatching(/ /) } });
const elsewhere = { regencyCode: "36.04" };
const far = { regencyCode: "73.71", provinceCode: "73" };

describe("the proposals of a placement", () => {
  it("come with what they are, their points and sources in words, and the rules that they passed", async () => {
    const world = await open({
      clients: [{ interests: ["AUTOMOTIVE"], aptitudes: ["AUTOMOTIVE"] }],
      vacancies: [elsewhere, { flags: ["PERLU_DILIHAT"], recordCheck: "BEFORE" }],
      agreements: [2],
      certified: [1],
    });
    const { id } = await start(world);
    await world.settle();
    const response = await proposalsOf(world, id, supervisor);
    expect(response).toMatchObject({
      rankedAt: world.now(),
      weights: defaultWeights.version,
      considered: 2,
      eligible: 2,
      refused: [],
      setAside: [],
    });
    const [best, second] = response.proposals;
    expect(best).toMatchObject({
      vacancyId: idNo("vacancy", 2),
      employerId: idNo("employer", 2),
      title: "Mekanik 2",
      employerName: "CV Bengkel 2",
      flags: ["PERLU_DILIHAT"],
      recordCheck: "BEFORE",
      points: 300 + 300 + 80 + 40 + 150 + 20 + 50,
    });
    expect(best?.reasons).toMatchObject([
      { source: "CERTIFICATE", points: 300, text: { id: "Punya sertifikat keahlian yang diminta" } },
      { source: "SKILLS", points: 300, text: { en: "Skills that the vacancy looks for" } },
      { source: "INTEREST", points: 80 },
      { source: "APTITUDE", points: 40 },
      { source: "DISTANCE", points: 150 },
      { source: "EXPERIENCE", points: 20 },
      { source: "AGREEMENT", points: 50 },
    ]);
    expect(best?.passed).toEqual(ruleCodes.map(withText));
    expect(second?.vacancyId).toBe(idNo("vacancy", 1));
  });

  it("say how many each rule refused, in the order of the rules, and what was set aside", async () => {
    const world = await open({
      vacancies: [
        demands({ minExperienceYears: 9 }),
        demands({ minEducation: "S1" }),
        demands({ minEducation: "S2" }),
        { wage: { amount: 88_800, basis: "MONTHLY" } },
        { validUntil: "2026-03-01" },
        {},
      ],
    });
    const { id } = await start(world);
    await world.settle();
    const response = await proposalsOf(world, id);
    expect(response).toMatchObject({ considered: 6, eligible: 1, proposals: { length: 1 } });
    expect(response.refused).toEqual([
      { ...withText("NOT_VALID"), count: 1 },
      { ...withText("EDUCATION"), count: 2 },
      { ...withText("EXPERIENCE"), count: 1 },
    ]);
    expect(response.setAside).toEqual([{ ...withText("WAGE_IMPLAUSIBLE"), kind: "VACANCY", count: 1 }]);
    const counted = [...response.refused, ...response.setAside].reduce((sum, item) => sum + item.count, response.eligible);
    expect(counted).toBe(response.considered);
  });

  it("are those of the newest ranking", async () => {
    const world = await open({ clients: [{ willingness: "OWN_REGENCY" }], vacancies: [elsewhere] });
    const { id } = await start(world);
    await world.settle();
    expect(await proposalsOf(world, id)).toMatchObject({ considered: 0, proposals: [] });
    await review(world, id, { decision: "WIDEN", to: "PROVINCE" });
    await world.settle();
    expect(await proposalsOf(world, id)).toMatchObject({ considered: 1, proposals: [{ vacancyId: idNo("vacancy", 1) }] });
  });

  it("are none before the first ranking, and do not exist for another office", async () => {
    const world = await open();
    const { id } = await start(world, 1, false);
    await world.settle();
    expect(await proposalsOf(world, id)).toEqual({ considered: 0, eligible: 0, proposals: [], refused: [], setAside: [] });
    await expect(proposalsOf(world, id, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(proposalsOf(world, idNo("placement", 77))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("tell the employer why, and nothing of an aptitude", async () => {
    const world = await open({ clients: [{ interests: ["AUTOMOTIVE"], aptitudes: ["AUTOMOTIVE"] }] });
    await bringToEmployer(world);
    const view = await viewLink(world.deps, { ...plain, params: {}, body: linkOf(world) });
    expect(view.reasons.map((reason) => reason.source)).toEqual(["SKILLS", "INTEREST", "DISTANCE", "EXPERIENCE"]);
  });
});

describe("the candidates of a vacancy", () => {
  const day = 86_400_000;
  /** Clients who wait; then the vacancies 2 and 3 open, of which nobody has been told yet. */
  async function waiting(clients: readonly Partial<Client>[], certified: readonly number[] = [], changes: Partial<Vacancy> = {}) {
    const world = await open({ clients, vacancies: [{ status: "CLOSED" }], certified });
    for (const [at, { officeId }] of clients.entries()) await start(world, at + 1, true, officeId ? stranger : officer);
    await world.settle();
    await world.advance(3 * day);
    const posts = [2, 3].map((no) => buildVacancy(no, { employerId: idNo("employer", 1), ...changes }));
    await world.deps.store.database.commit(posts.flatMap((post) => vacancyPuts(post, buildEmployer(1))));
    return world;
  }

  it("are the office's waiting clients within reach, best first, with reasons, competences and days of waiting", async () => {
    const world = await waiting(
      [{}, {}, { education: "NONE" }, { domicile: { regencyCode: "73.71" } }, { skills: ["LAUNDRY"], interests: ["AUTOMOTIVE"] }],
      [2],
      demands({ minEducation: "SMP" }),
    );
    const response = await candidatesOf(world, 2);
    expect(response).toMatchObject({ eligible: 3, lookedAt: 5, complete: true });
    expect(
      response.candidates.map((candidate) => [
        candidate.points,
        candidate.waitingDays,
        candidate.certificates,
        candidate.skills.map(({ code }) => code),
      ]),
    ).toEqual([
      [300 + 300 + 150 + 20, 3, ["Pemeliharaan berkala sepeda motor konvensional"], ["AUTOMOTIVE"]],
      [300 + 150 + 20, 3, [], ["AUTOMOTIVE"]],
      [80 + 150 + 20, 3, [], ["LAUNDRY"]],
    ]);
    expect(response.candidates[2]?.reasons[0]).toEqual({ points: 80, source: "INTEREST", text: withText("").text });
    expect(response.candidates[0]?.skills[0]?.text).toEqual({ id: "Otomotif dan perbengkelan", en: "Automotive repair" });
  });

  it("have waited since their first attempt, not since the one that is under way", async () => {
    const world = await open({ clients: [{}, {}], vacancies: [{ status: "CLOSED" }] });
    const first = await start(world, 1);
    await world.settle();
    await world.advance(5 * day);
    await withdraw(world, first.id);
    await world.settle();
    await start(world, 1);
    await start(world, 2);
    await world.settle();
    await world.advance(2 * day);
    await world.deps.store.database.commit(vacancyPuts(buildVacancy(2, { employerId: idNo("employer", 1) }), buildEmployer(1)));
    const { candidates } = await candidatesOf(world, 2);
    expect(candidates.map((candidate) => candidate.waitingDays)).toEqual([7, 2]);
  });

  it("stand under names that say nothing: the same each time, others for another vacancy", async () => {
    const world = await waiting([{}, {}]);
    const response = await candidatesOf(world, 2);
    expect(await candidatesOf(world, 2)).toEqual(response);
    const names = (of: typeof response) => of.candidates.map((candidate) => candidate.pseudonym);
    expect(new Set([...names(response), ...names(await candidatesOf(world, 3))]).size).toBe(4);
    for (const name of names(response)) expect(name).toMatch(/^KD-[0-9A-F]{8}$/);
    // Whoever knows the ids, but not the key, cannot work them out.
    const guesses = [1, 2].flatMap((no) =>
      ["", "candidate:"].flatMap((prefix) =>
        ["\n", ":"].map((by) => sha256(`${prefix}${idNo("vacancy", 2)}${by}${idNo("client", no)}`)),
      ),
    );
    for (const guess of guesses) expect(names(response)).not.toContain(`KD-${guess.slice(0, 8).toUpperCase()}`);
    expect(JSON.stringify(response)).not.toMatch(/Contoh|cl_|pl_|st_|36\.03|bapas|1994|620812|UJI-1/);
  });

  it.runIf(isWhole)("are nobody who has not consented, and nobody of another office", async () => {
    const other = { officeId: stranger.officeId, officerId: stranger.id, skills: ["LAUNDRY"], interests: ["AUTOMOTIVE"] };
    const world = await waiting([{}, {}, {}, other]);
    await withdrawConsent(world, 1);
    expect(await candidatesOf(world, 2)).toMatchObject({ eligible: 2, lookedAt: 3 });
    await world.settle();
    expect(await candidatesOf(world, 2)).toMatchObject({ eligible: 2, lookedAt: 2 });
    // The vacancy is our office's: the other one is told of its own client alone.
    expect(await candidatesOf(world, 2, stranger)).toMatchObject({
      candidates: [{ skills: [{ code: "LAUNDRY" }] }],
      eligible: 1,
      lookedAt: 1,
    });
    await expect(candidatesOf(world, 77)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.runIf(isWhole)("are looked for among two hundred at most, and it says so", async () => {
    const world = await waiting([{}]);
    const placement = await world.deps.store.processes.ofOffice(officer.officeId, { limit: 1, status: "AWAITING_VACANCY" });
    const [summary] = placement.items;
    if (!summary || !("shortlist" in summary)) throw new Error("nobody waits");
    const copies = Array.from({ length: 204 }, (_copy, at) => ({ ...summary, id: idNo("placement", 5000 + at) }));
    for (let from = 0; from < copies.length; from += 100)
      await world.deps.store.database.commit(
        copies.slice(from, from + 100).map((copy) => statePut(undefined, copy, "head", world.now())),
      );
    expect(await candidatesOf(world, 2)).toMatchObject({ lookedAt: 200, complete: false });
  });
});

describe("why a vacancy is nothing for a client", () => {
  it("is told by the first rule and by all that failed", async () => {
    const world = await open({ vacancies: [{ ...far, ...demands({ minExperienceYears: 9 }) }] });
    expect(await whyNot(world, 1, 1)).toEqual({
      eligible: false,
      first: withText("REGION"),
      failed: [withText("REGION"), withText("EXPERIENCE")],
      warnings: [],
      points: 0,
      reasons: [],
    });
  });

  it("is told by what the ranking counts: a rule that failed before what is not believed", async () => {
    const implausible = { wage: { amount: 88_800, basis: "MONTHLY" } } as const;
    const world = await open({ vacancies: [{ ...implausible, ...demands({ minExperienceYears: 9 }) }, implausible] });
    const { id } = await start(world);
    await world.settle();
    expect(await proposalsOf(world, id)).toMatchObject({
      refused: [{ code: "EXPERIENCE", count: 1 }],
      setAside: [{ code: "WAGE_IMPLAUSIBLE", count: 1 }],
    });
    expect(await whyNot(world, 1, 1)).toMatchObject({
      first: { code: "EXPERIENCE" },
      failed: [{ code: "EXPERIENCE" }, { code: "WAGE_IMPLAUSIBLE" }],
    });
    expect(await whyNot(world, 1, 2)).toMatchObject({ first: { code: "WAGE_IMPLAUSIBLE" } });
  });

  it("or that it is something, with its points, and at which rank it was proposed", async () => {
    const world = await open({ vacancies: [elsewhere, {}, { ...elsewhere, wage: { amount: 88_800, basis: "MONTHLY" } }] });
    const { id } = await start(world);
    await world.settle();
    const rankedAt = world.now();
    expect(await whyNot(world, 1, 1)).toMatchObject({
      eligible: true,
      failed: [],
      points: 300 + 75 + 20,
      reasons: [
        { source: "SKILLS", text: { en: "Skills that the vacancy looks for" } },
        { source: "DISTANCE" },
        { source: "EXPERIENCE" },
      ],
      ranking: { placementId: id, rankedAt, proposed: true, rank: 2 },
    });
    expect(await whyNot(world, 1, 2)).toMatchObject({ ranking: { proposed: true, rank: 1 } });
    expect(await whyNot(world, 1, 3)).toMatchObject({
      eligible: false,
      first: { code: "WAGE_IMPLAUSIBLE" },
      ranking: { placementId: id, proposed: false },
    });
    expect((await whyNot(world, 1, 3)).ranking?.rank).toBeUndefined();
  });

  it("knows of an employer that declined in an earlier attempt", async () => {
    const world = await open({ vacancies: [{ seats: 5 }] });
    const first = await bringToEmployer(world);
    await employerSays(world, first, { choice: "DECLINE", reason: "OTHER" });
    await world.settle();
    await withdraw(world, first);
    await world.settle();
    expect(await whyNot(world, 1, 1)).toMatchObject({ eligible: false, first: { code: "EMPLOYER_EXHAUSTED" } });
  });

  it("goes by the agreements of the office", async () => {
    const world = await open({ office: { agreementRequired: true }, vacancies: [{}, {}], agreements: [2] });
    expect(await whyNot(world, 1, 1)).toMatchObject({ first: { code: "AGREEMENT_MISSING" } });
    expect(await whyNot(world, 1, 2)).toMatchObject({ eligible: true });
  });

  it("is told to nobody of another office, of no unknown vacancy, and not without consent", async () => {
    const world = await open();
    await expect(whyNot(world, 1, 1, stranger)).rejects.toMatchObject({ code: "NOT_FOUND", details: [{ code: "client" }] });
    await expect(whyNot(world, 7, 1)).rejects.toMatchObject({ code: "NOT_FOUND", details: [{ code: "client" }] });
    await expect(whyNot(world, 1, 7)).rejects.toMatchObject({ code: "NOT_FOUND", details: [{ code: "vacancy" }] });
    await withdrawConsent(world, 1);
    const missing = { code: "GATE_FAILED", details: [{ code: "PROFILING_CONSENT_MISSING" }] };
    await expect(whyNot(world, 1, 1)).rejects.toMatchObject(missing);
    await expect(opportunitiesOf(world, 1)).rejects.toMatchObject(missing);
  });
});

describe("what is open to a client", () => {
  it("is counted with its seats, and so is what each further certificate would open, and where", async () => {
    const demanding = (schemes: readonly string[], minLevel = 0) => demands({ certificateRequired: true, schemes, minLevel });
    const world = await open({
      vacancies: [
        { seats: 2 },
        { ...demanding(["Las Dasar"]), seats: 3 },
        { ...demanding(["LAS  DASAR", "Otomotif"], 3), ...elsewhere },
        demands({ units: ["G.45OTO01.001.2"] }),
        demands({ skills: ["LAUNDRY"] }),
        { ...demanding(["Las Dasar"]), ...far, seats: 50 },
        demands({ minExperienceYears: 20 }),
      ],
    });
    const response = await opportunitiesOf(world, 1);
    expect(response).toMatchObject({
      today: "2026-03-02",
      considered: 6,
      eligible: { vacancies: 1, seats: 2 },
      openingsInAll: 5,
    });
    expect(response.openings.map((opening) => [opening.certificate, opening.vacancies, opening.seats])).toEqual([
      [{ kind: "SCHEME", scheme: "LAS DASAR", level: 3 }, 2, 4],
      [{ kind: "SCHEME", scheme: "LAS DASAR", level: 0 }, 1, 3],
      [{ kind: "SCHEME", scheme: "OTOMOTIF", level: 3 }, 1, 1],
      [{ kind: "SKILL", skill: "LAUNDRY", level: 0 }, 1, 1],
      [{ kind: "UNITS", units: ["G.45OTO01.001.2"], level: 0 }, 1, 1],
    ]);
    expect(response.openings[0]).toMatchObject({
      text: { id: "Sertifikat skema LAS DASAR, KKNI jenjang 3", en: "A certificate of the scheme LAS DASAR, KKNI level 3" },
      regions: [
        { regencyCode: "36.03", name: "Kabupaten Tangerang", vacancies: 1, seats: 3 },
        { regencyCode: "36.04", name: "Kabupaten Serang", vacancies: 1, seats: 1 },
      ],
    });
  });

  it("goes by how far the placement that is under way looks", async () => {
    const world = await open({ clients: [{ willingness: "OWN_REGENCY" }], vacancies: [elsewhere] });
    const { id } = await start(world);
    await world.settle();
    expect(await opportunitiesOf(world, 1)).toMatchObject({ considered: 0, eligible: { vacancies: 0, seats: 0 } });
    await review(world, id, { decision: "WIDEN", to: "PROVINCE" });
    expect(await opportunitiesOf(world, 1)).toMatchObject({ considered: 1, eligible: { vacancies: 1, seats: 1 } });
  });

  it("does not exist for another office", async () => {
    const world = await open();
    await expect(opportunitiesOf(world, 1, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(opportunitiesOf(world, 9)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
