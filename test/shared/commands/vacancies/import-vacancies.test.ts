/** A posting changes at the source and is imported again: what stands here follows, and so do the clients whom it touches. */
import { describe, expect, it } from "vitest";
import { postingsInput } from "../../../../shared/api/imports.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { closeVacancy } from "../../../../shared/commands/vacancies/close-vacancy.ts";
import { importVacancies } from "../../../../shared/commands/vacancies/import-vacancies.ts";
import { localDateOf } from "../../../../shared/domain/calendar/instant.ts";
import { importVacancy } from "../../../../shared/domain/vacancies/import/import-vacancies.ts";
import { postingOf } from "../../../../shared/domain/vacancies/import/vacancy-of-draft.ts";
import { approve, bringToEmployer, employerSays, keyFor, officer, read, start, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const posting = {
  id: "kh-1",
  title: "Mekanik Sepeda Motor",
  status: "open",
  quota: 5,
  available_quota: 5,
  expires_at: "2026-05-05",
  description: "<p>Merawat sepeda motor.</p>",
  qualification: "<p>Punya SIM C</p>",
  min_salary_amount: 5_500_000,
  max_salary_amount: 6_000_000,
  min_salary_currency: "IDR",
  physical_condition: "normal",
  employer: { id: "kh-em-1", name: "Bengkel Contoh/84457", employerable: { email: "hrd@contoh.example", phone: "021-5551234" } },
  job_type: { name: "Full time" },
  job_function: { name: "Otomotif" },
  region: {
    regionable_type: "city",
    name: "KAB. TANGERANG, BANTEN, Indonesia",
    regionable: { name: "KAB. TANGERANG", code: 3603, province: { name: "BANTEN", code: 36 } },
  },
};

let requests = 0;
async function bring(world: World, changes: object = {}, staff = officer, key = `import-${++requests}`) {
  const today = localDateOf(world.now(), "WIB");
  const read = postingOf(importVacancy({ ...posting, ...changes }, { today }), today);
  const body = postingsInput.parse({ postings: [read] });
  const idempotency = keyFor(staff, "/imports/vacancies", body, key);
  const request = { params: {}, query: {}, body, staff, idempotency };
  const { results } = await world.request("importVacancies", (deps) => importVacancies(deps, request), routes.importVacancies);
  await world.settle();
  const [result] = results;
  if (!result) throw new Error("one posting has one result");
  return result;
}

const vacancyOf = async (world: World, id: string | undefined) => {
  const vacancy = await world.deps.store.vacancies.vacancy(id ?? "");
  if (!vacancy) throw new Error("no vacancy");
  return vacancy;
};

describe("an import of a posting", () => {
  it("keeps what it says, and how its employer is reached", async () => {
    const world = await open();
    const { vacancyId, employerId, ...result } = await bring(world);
    expect(result).toMatchObject({ outcome: "TAKEN", changes: [], errors: [] });
    const vacancy = await vacancyOf(world, vacancyId);
    expect(vacancy).toMatchObject({
      kbji: "7231.04",
      seats: 5,
      description: "Merawat sepeda motor.\nPersyaratan:\nPunya SIM C",
      jobFunction: "Otomotif",
      requirements: { licences: ["C"] },
      status: "OPEN",
    });
    expect(vacancy.contractType).toBeUndefined();
    expect(await world.deps.store.employers.employer(employerId ?? "")).toMatchObject({
      legalName: "Bengkel Contoh",
      contact: { email: "hrd@contoh.example", landline: { number: "+62215551234" } },
    });
  });

  it("changes nothing when it comes again, and nothing more when the request comes twice", async () => {
    const world = await open();
    const first = await bring(world, {}, officer, "the-same-key");
    expect(await bring(world, {}, officer, "the-same-key")).toEqual(first);
    expect(await bring(world)).toMatchObject({ outcome: "KNOWN", changes: [], vacancyId: first.vacancyId });
    expect((await vacancyOf(world, first.vacancyId)).version).toBe(1);
  });

  it.each([
    [{ status: "closed" }, "SOURCE_CLOSED"],
    [{ available_quota: 0 }, "SOURCE_FULL"],
    [{ expires_at: "2026-02-01" }, "EXPIRED"],
  ])("closes here what %o at the source, and opens it when it is open again", async (gone, because) => {
    const world = await open();
    const { vacancyId } = await bring(world);
    const closed = await bring(world, gone);
    expect(closed.outcome).toBe("CLOSED");
    expect(closed.changes[0]).toEqual({ field: "status", before: "OPEN", after: "CLOSED" });
    expect(await vacancyOf(world, vacancyId)).toMatchObject({ status: "CLOSED", closedBecause: because });
    expect((await bring(world, gone)).outcome).toBe("KNOWN");
    const again = await bring(world, { expires_at: "2027-05-05" });
    expect(again.outcome).toBe("REOPENED");
    expect(again.changes).toContainEqual({ field: "validUntil", before: expect.any(String), after: "2027-05-05" });
    expect(await vacancyOf(world, vacancyId)).toMatchObject({ status: "OPEN", validUntil: "2027-05-05", seatsFree: 5 });
  });

  it("that had run out when it first came opens once it is extended", async () => {
    const world = await open();
    const first = await bring(world, { expires_at: "2026-02-01" });
    expect(first).toMatchObject({ outcome: "FLAGGED", errors: [] });
    expect((await bring(world, { expires_at: "2027-05-05" })).outcome).toBe("REOPENED");
    expect(await vacancyOf(world, first.vacancyId)).toMatchObject({ status: "OPEN", flags: [] });
  });

  it("tells field by field what changed, and tells a text as changed alone", async () => {
    const world = await open();
    const first = await bring(world, { min_salary_amount: 0, max_salary_amount: 0 });
    const changed = await bring(world, { available_quota: 7, description: "<p>Lain.</p>" });
    expect(changed.outcome).toBe("CHANGED");
    expect(changed.changes).toEqual([
      { field: "seats", before: "5", after: "7" },
      { field: "wage", after: '{"amount":550000000,"basis":"MONTHLY"}' },
      { field: "description" },
      { field: "notes", before: '["vacancy.wage-missing"]', after: "[]" },
    ]);
    expect(await vacancyOf(world, first.vacancyId)).toMatchObject({ seats: 7, seatsFree: 7, wage: { amount: 550_000_000 } });
  });

  it("opens nothing against the word of the officer who closed it", async () => {
    const world = await open();
    const { vacancyId = "" } = await bring(world);
    const idempotency = keyFor(officer, "/closure", {});
    await closeVacancy(world.deps, { params: { id: vacancyId }, query: {}, body: {}, staff: officer, idempotency });
    await bring(world, { available_quota: 6, expires_at: "2027-05-05" });
    expect(await vacancyOf(world, vacancyId)).toMatchObject({ status: "CLOSED", closedBecause: "OFFICER", seats: 6 });
  });

  it("of another office's vacancy touches nothing", async () => {
    const world = await open();
    const { vacancyId } = await bring(world);
    const before = await vacancyOf(world, vacancyId);
    expect(await bring(world, { status: "closed" }, stranger)).toMatchObject({ outcome: "KNOWN", changes: [] });
    expect(await vacancyOf(world, vacancyId)).toEqual(before);
  });

  it("fills the ways of a contact that were missing and replaces none", async () => {
    const world = await open();
    const bare = { id: "kh-em-1", name: "Bengkel Contoh", employerable: { phone: "0812 3456 7890" } };
    const { employerId = "" } = await bring(world, { employer: bare });
    const other = { ...bare, employerable: { phone: "0813 9999 0000", email: "baru@contoh.example" } };
    // That the source names another number is told once, and a person decides.
    expect((await bring(world, { employer: other })).changes).toEqual([{ field: "contact.email" }, { field: "contact.phone" }]);
    expect((await bring(world, { employer: other })).outcome).toBe("KNOWN");
    const employer = await world.deps.store.employers.employer(employerId);
    expect(employer?.contact).toMatchObject({ phone: "+6281234567890", email: "baru@contoh.example" });
  });

  it("follows the name of its employer, with what carries it, until somebody here has mended it", async () => {
    const world = await open();
    const named = (name: string) => bring(world, { employer: { ...posting.employer, name } });
    const { vacancyId, employerId = "" } = await bring(world);
    const renamed = await named("Bengkel Sentosa/84457");
    expect(renamed).toMatchObject({ outcome: "CHANGED", employerId });
    expect(renamed.changes).toEqual([{ field: "legalName", before: "Bengkel Contoh", after: "Bengkel Sentosa" }]);
    expect(await vacancyOf(world, vacancyId)).toMatchObject({ employerName: "Bengkel Sentosa" });
    expect((await named("Bengkel Sentosa/84457")).outcome).toBe("KNOWN");
    const { version = 0 } = (await world.deps.store.employers.employer(employerId)) ?? {};
    const body = { version, changes: { legalName: "CV Bengkel Sentosa" } };
    await askAbout(world, routes.changeEmployer, changeEmployer, { params: { id: employerId }, query: {}, body });
    expect((await named("Bengkel Makmur")).changes).toEqual([]);
    expect(await world.deps.store.employers.employer(employerId)).toMatchObject({ legalName: "CV Bengkel Sentosa" });
  });

  it("recalls live proposals when it closes at the source", async () => {
    const world = await open({ vacancies: [{ karirhubRef: "kh-1" }] });
    const { id } = await start(world);
    await world.settle();
    await approve(world, id, [1]);
    await world.settle();
    expect((await read(world, id)).status).toBe("AWAITING_CLIENT");
    expect((await bring(world, { status: "closed" })).outcome).toBe("CLOSED");
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_REVIEW", shortlist: [{ state: "RECALLED" }] });
  });

  it("counts no seat twice: what was taken here stays taken when the source names fewer, and more again", async () => {
    const world = await open({
      clients: [1, 2].map((no) => ({ phone: `+628120000000${no}` })),
      vacancies: [{ seats: 5, karirhubRef: "kh-1" }],
    });
    for (const no of [1, 2]) {
      await employerSays(world, await bringToEmployer(world, [1], no), { choice: "ACCEPT" });
      await world.settle();
    }
    for (const [named, seats, seatsFree] of [
      [3, 3, 1],
      [1, 2, 0],
      [5, 5, 3],
    ]) {
      await bring(world, { available_quota: named });
      expect(await vacancyOf(world, idNo("vacancy", 1))).toMatchObject({ status: "OPEN", seats, seatsFree });
    }
  });

  it("closes for good what had only run out, and looks anew at who is asked where it is extended and changed", async () => {
    const asked = async () => {
      const world = await open({
        clients: [{ willingness: "OWN_REGENCY" }],
        vacancies: [{ karirhubRef: "kh-1", validUntil: "2026-03-04" }],
      });
      const id = await bringToEmployer(world);
      await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-06T03:00:00.000Z"] });
      await bring(world, { expires_at: "2026-03-01" });
      expect(await vacancyOf(world, idNo("vacancy", 1))).toMatchObject({ status: "CLOSED", closedBecause: "EXPIRED" });
      return { world, id };
    };
    const full = await asked();
    expect((await bring(full.world, { available_quota: 0 })).outcome).toBe("CLOSED");
    expect(await read(full.world, full.id)).toMatchObject({ status: "AWAITING_REVIEW", shortlist: [{ state: "RECALLED" }] });

    const moved = await asked();
    const away = { name: "KOTA SURABAYA", code: 3578, province: { name: "JAWA TIMUR", code: 35 } };
    const region = { regionable_type: "city", name: "KOTA SURABAYA, JAWA TIMUR, Indonesia", regionable: away };
    expect((await bring(moved.world, { expires_at: "2026-12-31", region })).outcome).toBe("REOPENED");
    expect(await read(moved.world, moved.id)).toMatchObject({ status: "AWAITING_REVIEW", shortlist: [{ state: "RECALLED" }] });
  });
});
