/** A vacancy and its employer are mended, and rankings, proposals, questions and links follow. */
import { describe, expect, it } from "vitest";
import { employerChanges } from "../../../../shared/api/employers.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { vacancyChanges } from "../../../../shared/api/vacancies.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { readEmployer } from "../../../../shared/commands/employers/read-employer.ts";
import { changeVacancy } from "../../../../shared/commands/vacancies/change-vacancy.ts";
import { readVacancy } from "../../../../shared/commands/vacancies/read-vacancy.ts";
import {
  answerLink,
  bringToClient,
  bringToEmployer,
  close,
  employerSays,
  linkOf,
  officer,
  read,
  start,
  stranger,
  trainer,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const vacancyOf = async (world: World, no = 1) => (await world.deps.store.vacancies.stored(idNo("vacancy", no)))?.state;
const employerOf = (world: World, no = 1) => world.deps.store.employers.employer(idNo("employer", no));
const statesOf = async (world: World, id: string) => (await read(world, id)).shortlist.map(({ state }) => state);

async function change(world: World, no: number, changes: Record<string, unknown>, version?: number, staff = officer) {
  const body = vacancyChanges.parse({ version: version ?? (await vacancyOf(world, no))?.version, changes });
  const params = { id: idNo("vacancy", no) };
  const response = await askAbout(world, routes.changeVacancy, changeVacancy, { params, query: {}, body }, staff);
  await world.settle();
  return response;
}
async function changeEm(world: World, no: number, changes: Record<string, unknown>, version?: number, staff = officer) {
  const body = employerChanges.parse({ version: version ?? (await employerOf(world, no))?.version, changes });
  const params = { id: idNo("employer", no) };
  const response = await askAbout(world, routes.changeEmployer, changeEmployer, { params, query: {}, body }, staff);
  await world.settle();
  return response;
}

describe("a vacancy is changed", () => {
  it("in wage, seats and validity, which rankings read at once", async () => {
    const world = await open();
    expect(await change(world, 1, { wage: { amount: 400_000_000, basis: "MONTHLY" }, seats: 4 })).toMatchObject({ version: 2 });
    const { items } = await world.deps.store.vacancies.openIn("36.03");
    expect(items.map(({ vacancy }) => [vacancy.wage?.amount, vacancy.seatsFree])).toEqual([[400_000_000, 4]]);
    await change(world, 1, { wage: null, regencyCode: "31.71" });
    expect((await world.deps.store.vacancies.openIn("36")).items).toEqual([]);
    const [moved] = (await world.deps.store.vacancies.openIn("31.71")).items;
    expect([moved?.vacancy.wage, (await vacancyOf(world))?.provinceCode]).toEqual([undefined, "31"]);
  });

  it("on the version that was seen, by its office, while it is open, and not below what is taken", async () => {
    const world = await open({ vacancies: [{ seats: 2 }] });
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "ACCEPT" });
    await expect(change(world, 1, { seats: 0 }).then(() => 1)).rejects.toThrow();
    await change(world, 1, { seats: 1 });
    expect(await vacancyOf(world)).toMatchObject({ seats: 1, seatsFree: 0 });
    await change(world, 1, { seats: 3 });
    expect(await vacancyOf(world)).toMatchObject({ seats: 3, seatsFree: 2 });
    await expect(change(world, 1, { seats: 5 }, 1)).rejects.toMatchObject({ code: "CONFLICT", newer: { version: 3, seats: 3 } });
    await expect(change(world, 1, { seats: 5 }, 3, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(change(world, 1, { validUntil: "2026-02-01" })).rejects.toMatchObject({ details: [{ code: "date.past" }] });
    await expect(change(world, 1, { agreementId: idNo("agreement", 7) })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await close(world, 1);
    await expect(change(world, 1, { seats: 5 })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    for (const changes of [{ employerId: idNo("employer", 2) }, { seatsFree: 1 }, { title: null }, {}])
      expect(vacancyChanges.safeParse({ version: 1, changes }).success).toBe(false);
  });

  it("which is refused where fewer seats are named than are taken", async () => {
    const world = await open({ vacancies: [{ seats: 2 }], clients: [{}, {}] });
    for (const no of [1, 2]) await employerSays(world, await bringToEmployer(world, [1], no), { choice: "ACCEPT" });
    await expect(change(world, 1, { seats: 1 })).rejects.toMatchObject({
      details: [{ code: "seats.taken", path: "changes.seats", value: "2" }],
    });
  });

  it.runIf(isWhole)("so that it no longer fits: what is proposed is recalled; so that it fits: who waits is woken", async () => {
    const world = await open({
      vacancies: [{}, {}],
      clients: [{}, { willingness: "OWN_REGENCY", domicile: { regencyCode: "36.71" } }],
    });
    const id = await bringToClient(world, [1, 2]);
    const { id: waiting } = await start(world, 2);
    await world.settle();
    expect((await read(world, waiting)).status).toBe("AWAITING_VACANCY");
    await change(world, 1, { requirements: { minExperienceYears: 9, skills: ["AUTOMOTIVE"] } });
    expect(await statesOf(world, id)).toEqual(["RECALLED", "APPROVED"]);
    await change(world, 2, { title: "Mekanik sepeda motor" });
    expect(await statesOf(world, id)).toEqual(["RECALLED", "APPROVED"]);
    await change(world, 2, { regencyCode: "36.71" });
    expect(await statesOf(world, id)).toEqual(["RECALLED", "APPROVED"]);
    expect((await read(world, waiting)).status).toBe("AWAITING_APPROVAL");
    expect(world.failures()).toEqual([]);
  });

  it("to more seats than it had: who waits is woken though it was full", async () => {
    const world = await open({ clients: [{}, {}] });
    await employerSays(world, await bringToEmployer(world), { choice: "ACCEPT" });
    await world.settle();
    const { id } = await start(world, 2);
    await world.settle();
    expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
    await change(world, 1, { seats: 2 });
    expect((await read(world, id)).status).toBe("AWAITING_APPROVAL");
  });
});

describe("an employer is changed", () => {
  it("in name, size and opt-out, which every one of its vacancies takes over", async () => {
    const world = await open();
    await changeEm(world, 1, { legalName: "PT Bengkel Satu", size: "LARGE" });
    expect(await vacancyOf(world)).toMatchObject({ employerName: "PT Bengkel Satu", offeredBy: { size: "LARGE" } });
    await changeEm(world, 1, { optOut: true });
    expect((await world.deps.store.vacancies.openIn("36.03")).items.map(({ employer }) => employer.optOut)).toEqual([true]);
    await expect(changeEm(world, 1, { size: "MICRO" }, 1)).rejects.toMatchObject({
      code: "CONFLICT",
      newer: { version: 3, size: "LARGE", contact: { name: "Pemilik 1" } },
    });
    await expect(changeEm(world, 1, { size: "MICRO" }, 3, trainer)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.runIf(isWhole)("by opting out: what is proposed to it is recalled, what it promised stands", async () => {
    const world = await open({ vacancies: [{}, {}], clients: [{}, {}] });
    const asked = await bringToEmployer(world, [1, 2]);
    const chosen = await bringToEmployer(world, [2], 2);
    await employerSays(world, chosen, { choice: "ACCEPT" });
    await world.settle();
    await changeEm(world, 1, { optOut: true });
    expect((await statesOf(world, asked))[0]).toBe("RECALLED");
    await changeEm(world, 2, { optOut: true });
    expect((await read(world, chosen)).status).toBe("AWAITING_CONFIRMATION");
    const { id } = await start(world, 1).catch(() => ({ id: "" }));
    expect(id).toBe("");
  });

  it("by its tax number: sealed, shown by its last digits", async () => {
    const world = await open();
    await changeEm(world, 1, { npwp: "3603011205940001" });
    expect(JSON.stringify(await employerOf(world))).not.toContain("3603011205940001");
    const params = { id: idNo("employer", 1) };
    const seen = await askAbout(world, routes.readEmployer, readEmployer, { params, query: {}, body: {} });
    expect(routes.readEmployer.response.parse(seen).employer).toMatchObject({
      npwpLast4: "0001",
      contact: { name: "Pemilik 1" },
    });
  });

  it("by another contact: the links of the one before are dead at once", async () => {
    const world = await open();
    await bringToEmployer(world);
    const link = linkOf(world);
    await changeEm(world, 1, { contact: { name: "Pemilik 1", email: "pemilik1@bengkel.test", phone: "081234567890" } });
    expect((await employerOf(world))?.formerContacts).toBeUndefined();
    const before = (await employerOf(world))?.contact.id;
    await changeEm(world, 1, { contact: { name: "Ibu Baru", email: "baru@bengkel.test" } });
    const now = await employerOf(world);
    expect([now?.formerContacts, now?.contact.id === before]).toEqual([[before], false]);
    await expect(answerLink(world, link, { choice: "ACCEPT" })).rejects.toMatchObject({ code: "LINK_EXPIRED" });
  });
});

describe("one is read", () => {
  it("a vacancy with whom to ask; an employer with what it offers", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const query = {};
    const params = { id: idNo("vacancy", 1) };
    const seen = await askAbout(world, routes.readVacancy, readVacancy, { params, query, body: {} }, stranger);
    expect(routes.readVacancy.response.parse(seen)).toMatchObject({
      vacancy: { title: "Mekanik 1", seatsFree: 1, version: 1 },
      employer: { legalName: "CV Bengkel 1", contact: { email: "pemilik1@bengkel.test" } },
    });
    const about = { params: { id: idNo("employer", 2) }, query, body: {} };
    const employer = await askAbout(world, routes.readEmployer, readEmployer, about);
    expect(employer.vacancies.map(({ id }) => id)).toEqual([idNo("vacancy", 2)]);
    const none = { params: { id: idNo("vacancy", 9) }, query, body: {} };
    await expect(askAbout(world, routes.readVacancy, readVacancy, none)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
