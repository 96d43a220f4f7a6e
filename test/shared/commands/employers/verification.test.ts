/** An employer is verified by a second person before its vacancies reach other offices. */
import { describe, expect, it } from "vitest";
import { employerChanges, employerInput, listQuery } from "../../../../shared/api/employers.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { vacancyInput } from "../../../../shared/api/vacancies.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { listEmployers } from "../../../../shared/commands/employers/list-employers.ts";
import { registerEmployer } from "../../../../shared/commands/employers/register-employer.ts";
import { verifyEmployer } from "../../../../shared/commands/employers/verify-employer.ts";
import { readCandidates } from "../../../../shared/commands/matching/read-candidates.ts";
import { readProposals } from "../../../../shared/commands/matching/read-proposals.ts";
import { readWhyNot } from "../../../../shared/commands/matching/read-why-not.ts";
import { countInbox } from "../../../../shared/commands/placements/count-inbox.ts";
import { listVacancies } from "../../../../shared/commands/vacancies/list-vacancies.ts";
import { openVacancy } from "../../../../shared/commands/vacancies/open-vacancy.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { unverifiedVacanciesIn } from "../../../../shared/store/unverified-vacancies.ts";
import { colleague, keyFor, minute, officer, read, start, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const openWorldOf = useWorlds();
const away = { officeId: stranger.officeId, officerId: stranger.id, phone: "+6281200000002" };
const open = (vacancies: readonly Record<string, never>[] = []) => openWorldOf({ clients: [{}, away], vacancies });

function register(world: World, staff = officer) {
  const body = employerInput.parse({
    type: "COMPANY",
    size: "SMALL",
    legalName: "CV Bengkel Baru",
    regencyCode: "36.03",
    contact: { name: "Ibu Contoh", email: "baru@bengkel.test" },
  });
  const request = { params: {}, query: {}, body, staff, idempotency: keyFor(staff, "/employers", body) };
  return world.request("register", (deps) => registerEmployer(deps, request), routes.registerEmployer);
}
function offer(world: World, employerId: string, staff = officer, regencyCode = "36.03") {
  const body = vacancyInput.parse({
    employerId,
    title: "Mekanik",
    regencyCode,
    seats: 2,
    workDays: ["MONDAY"],
    reportDayFree: true,
    contractType: "PKWT",
    requirements: { skills: ["AUTOMOTIVE"] },
    validUntil: "2026-12-31",
  });
  const request = { params: {}, query: {}, body, staff, idempotency: keyFor(staff, "/vacancies", [body, Math.random()]) };
  return world.request("offer", (deps) => openVacancy(deps, request), routes.openVacancy);
}
function verify(world: World, id: string, staff: Staff, body: { readonly sendBack?: "CONTACT" | "NAME" } = {}) {
  const idempotency = keyFor(staff, "/employers/{id}/verification", [id, body]);
  const request = { params: { id }, query: {}, body, staff, idempotency };
  return world.request("verify", (deps) => verifyEmployer(deps, request), routes.verifyEmployer);
}
/** The employers whose turn it is in somebody's inbox, and how many its counts say. */
async function waiting(world: World, staff: Staff): Promise<readonly string[]> {
  const query = listQuery.parse({ toVerify: "true" });
  const { items } = await askAbout(world, routes.listEmployers, listEmployers, { params: {}, query, body: {} }, staff);
  const counts = await askAbout(world, routes.countInbox, countInbox, { params: {}, query: {}, body: {} }, staff);
  expect(counts.employers).toBe(items.length);
  return items.map(({ id }) => id);
}
async function listed(world: World, staff: Staff, limit = 25): Promise<readonly string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const request = { params: {}, body: {}, query: { limit, cursor }, staff, idempotency: undefined };
    const page = await listVacancies(world.deps, request);
    found.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  }
  return found;
}
const proposed = async (world: World, id: string, staff: Staff): Promise<readonly string[]> => {
  const request = { params: { id }, body: {}, query: {}, staff, idempotency: undefined };
  return (await readProposals(world.deps, request)).proposals.map(({ vacancyId }) => vacancyId);
};

describe("a vacancy of an employer whom nobody else has looked at", () => {
  it("is proposed within the office that opens it, and does not exist for any other", async () => {
    const world = await open();
    const { id: employer } = await register(world);
    const { id: vacancy, warnings } = await offer(world, employer);
    expect(warnings).toEqual(["employer.unverified"]);
    const own = await start(world, 1);
    const other = await start(world, 2, true, stranger);
    await world.settle();
    expect((await read(world, own.id)).status).toBe("AWAITING_APPROVAL");
    expect(await proposed(world, own.id, officer)).toEqual([vacancy]);
    expect((await read(world, other.id)).status).toBe("AWAITING_VACANCY");
    expect([await listed(world, officer), await listed(world, stranger)]).toEqual([[vacancy], []]);
    const ask = { body: {}, idempotency: undefined };
    const missing = { code: "NOT_FOUND", details: [{ code: "vacancy" }] };
    await expect(
      readCandidates(world.deps, { ...ask, query: {}, params: { id: vacancy }, staff: stranger }),
    ).rejects.toMatchObject(missing);
    const pair = { client: idNo("client", 2), vacancy };
    await expect(readWhyNot(world.deps, { ...ask, query: pair, params: {}, staff: stranger })).rejects.toMatchObject(missing);
    // A second one opens: whoever waits elsewhere goes on waiting.
    await offer(world, employer);
    await world.settle();
    for (let minutes = 0; minutes < 2; minutes += 1) await world.advance(minute);
    expect((await read(world, other.id)).status).toBe("AWAITING_VACANCY");
  });

  it("reaches other offices, and wakes who waits there, once a second person has verified the employer", async () => {
    const world = await open();
    const { id: employer } = await register(world);
    const { id: vacancy } = await offer(world, employer);
    const { id: far } = await offer(world, employer, officer, "36.01");
    const other = await start(world, 2, true, stranger);
    await world.settle();
    await expect(verify(world, employer, officer)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
    await verify(world, employer, colleague);
    await world.settle();
    expect((await read(world, other.id)).status).toBe("AWAITING_APPROVAL");
    expect((await proposed(world, other.id, stranger)).toSorted()).toEqual([vacancy, far].toSorted());
    expect(await world.deps.store.employers.employer(employer)).toMatchObject({ verifiedBy: colleague.id });
    expect((await world.deps.store.employers.employer(employer))?.unverified).toBeUndefined();
    expect((await unverifiedVacanciesIn(world.deps.store.database).ofEmployer(employer, { limit: 9 })).items).toEqual([]);
    const { warnings } = await offer(world, employer);
    expect(warnings).toBeUndefined();
    // Verified already: nothing changes, whoever asks.
    await verify(world, employer, officer);
    expect((await listed(world, stranger)).length).toBe(3);
  });

  it("is the turn of whoever registered the employer where a second person sends it back, until it is mended", async () => {
    const world = await open();
    const { id } = await register(world);
    await expect(verify(world, id, officer, { sendBack: "CONTACT" })).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
    await verify(world, id, colleague, { sendBack: "CONTACT" });
    expect([await waiting(world, officer), await waiting(world, colleague)]).toEqual([[id], []]);
    const { version } = (await world.deps.store.employers.employer(id)) ?? { version: 0 };
    const body = employerChanges.parse({ version, changes: { legalName: "Toko Misal Jaya" } });
    await askAbout(world, routes.changeEmployer, changeEmployer, { params: { id }, query: {}, body });
    expect([await waiting(world, officer), await waiting(world, colleague)]).toEqual([[], [id]]);
    await verify(world, id, colleague, { sendBack: "NAME" });
    await verify(world, id, colleague);
    expect((await world.deps.store.employers.employer(id))?.sentBack).toBeUndefined();
    expect([await waiting(world, officer), await waiting(world, colleague)]).toEqual([[], []]);
  });

  it("opened in the very moment of the verification is everybody's", async () => {
    const world = await open();
    const { id: employer } = await register(world);
    const [{ id: vacancy }] = await Promise.all([offer(world, employer), verify(world, employer, colleague)]);
    await world.settle();
    expect(await listed(world, stranger)).toEqual([vacancy]);
  });

  it("stands in the list of its office before everybody's, page by page", async () => {
    const world = await open([{}, {}, {}]);
    const { id: employer } = await register(world);
    const own = [(await offer(world, employer)).id, (await offer(world, employer)).id];
    const everybodys = [1, 2, 3].map((no) => idNo("vacancy", no));
    for (const limit of [1, 2, 3, 4, 25]) {
      const all = await listed(world, officer, limit);
      expect([limit, all.toSorted()]).toEqual([limit, [...own, ...everybodys].toSorted()]);
      expect(all.slice(0, 2).toSorted()).toEqual(own.toSorted());
      expect((await listed(world, stranger, limit)).toSorted()).toEqual(everybodys);
    }
  });
});

it("an employer that was registered before anybody was asked to look counts as verified", async () => {
  const world = await open([{}]);
  const other = await start(world, 2, true, stranger);
  await world.settle();
  expect(await proposed(world, other.id, stranger)).toEqual([idNo("vacancy", 1)]);
});

it("waits in a list of its province for whoever has not registered it, a page at a time, until somebody has vouched for it", async () => {
  const world = await open();
  const [first, second, own] = [await register(world), await register(world), await register(world, colleague)];
  const waitingFor = async (staff: Staff, limit = 25) => {
    const found: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const query = routes.listEmployers.query.parse({ toVerify: "true", limit, cursor });
      const request = { params: {}, body: {}, query, staff, idempotency: undefined };
      const page = await world.request("to verify", (deps) => listEmployers(deps, request), routes.listEmployers);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    }
    return found;
  };
  for (const limit of [1, 2, 25]) {
    expect(await waitingFor(colleague, limit)).toEqual([first.id, second.id]);
    expect(await waitingFor(officer, limit)).toEqual([own.id]);
  }
  await verify(world, first.id, colleague);
  expect(await waitingFor(colleague)).toEqual([second.id]);
});
