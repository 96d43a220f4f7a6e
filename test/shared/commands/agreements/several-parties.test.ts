/** Agreements of several parties, from a plan without a number to a renewal; each with the number of the source that it is from. */
import { describe, expect, it } from "vitest";
import { agreementChanges, agreementInput } from "../../../../shared/api/agreements.ts";
import { organisationInput } from "../../../../shared/api/organisations.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeAgreement } from "../../../../shared/commands/agreements/change-agreement.ts";
import { listAgreements } from "../../../../shared/commands/agreements/list-agreements.ts";
import { readAgreement } from "../../../../shared/commands/agreements/read-agreement.ts";
import { readAgreementHistory } from "../../../../shared/commands/agreements/read-agreement-history.ts";
import { recordAgreement } from "../../../../shared/commands/agreements/record-agreement.ts";
import { changeOrganisation } from "../../../../shared/commands/organisations/change-organisation.ts";
import { registerOrganisation } from "../../../../shared/commands/organisations/register-organisation.ts";
import { runningOutOf } from "../../../../shared/commands/relay/running-out.ts";
import { openVacancy } from "../../../../shared/commands/vacancies/open-vacancy.ts";
import { administrator, read, start, supervisor } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { agreementPuts } from "../../../builders/put-records.ts";
import { buildAgreement } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const none = { params: {}, query: {} } as const;
const office = "bapas-uji";

const organise = async (world: World, body: unknown): Promise<string> =>
  (
    await askAbout(
      world,
      routes.registerOrganisation,
      registerOrganisation,
      { ...none, body: organisationInput.parse(body) },
      administrator,
    )
  ).id;
const record = async (world: World, body: unknown): Promise<string> => {
  const request = { ...none, body: agreementInput.parse(body) };
  const { id } = await askAbout(world, routes.recordAgreement, recordAgreement, request, supervisor);
  await world.settle();
  return id;
};
const change = async (world: World, id: string, version: number, changes: unknown) => {
  const body = agreementChanges.parse({ version, changes });
  const request = { params: { id }, query: {}, body };
  const response = await askAbout(world, routes.changeAgreement, changeAgreement, request, supervisor);
  await world.settle();
  return response;
};
const shown = async (world: World, id: string) =>
  routes.readAgreement.response.parse(
    await askAbout(world, routes.readAgreement, readAgreement, { params: { id }, query: {}, body: {} }),
  );

const cilegon = { kind: "LAPAS", name: "Lembaga Pemasyarakatan Kelas IIA Cilegon", class: "IIA", regionCode: "36.72" };
const disnaker = { kind: "EMPLOYMENT_SERVICE", name: "Dinas Tenaga Kerja Kota Cilegon", regionCode: "36.72" };
const dates = { signedOn: "2026-03-02", validFrom: "2026-03-02", validTo: "2028-03-01" };
const signed = { status: "SIGNED", ...dates };

describe("source 000", () => {
  it("a PKS of the Bapas with PT Honda Wahana Makmur Sejati, with its three scopes, is in force and what is promised is counted", async () => {
    const world = await open({
      office: { agreementRequired: true },
      employers: [{ legalName: "PT Honda Wahana Makmur Sejati" }],
    });
    const { id: placement } = await start(world);
    await world.settle();
    expect((await read(world, placement)).status).toBe("AWAITING_VACANCY");
    const bapas = await organise(world, {
      kind: "BAPAS",
      name: "Bapas Kelas II Ciangir",
      class: "II",
      regionCode: "36.03",
      officeId: office,
    });
    const terms = {
      kind: "PKS",
      title: "Perluasan pelatihan vokasional otomotif, sertifikasi keahlian, serta peluang penempatan kerja",
      number: "PKS-000",
      scopes: ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"],
      ...signed,
      promised: { trainingSeats: 12, certificates: 12, jobs: 8 },
      annexes: [{ title: "Daftar peserta", date: "2026-03-02" }],
    };
    const id = await record(world, { ...terms, parties: [bapas, idNo("employer", 1)] });
    // Who waited for a partner is proposed something.
    expect((await read(world, placement)).status).toBe("AWAITING_APPROVAL");
    expect(await shown(world, id)).toMatchObject({
      agreement: { scopes: terms.scopes, employerId: idNo("employer", 1), promised: { jobs: 8 }, annexes: terms.annexes },
      parties: [
        { kind: "OFFICE", id: office },
        { kind: "EMPLOYER", name: "PT Honda Wahana Makmur Sejati" },
      ],
      standing: "ACTIVE",
      inForce: true,
      delivered: { jobs: 0 },
    });
    const vacancy = {
      employerId: idNo("employer", 1),
      agreementId: id,
      title: "Mekanik",
      regencyCode: "36.03",
      seats: 8,
      workDays: [],
      reportDayFree: true,
      requirements: {},
      validUntil: "2026-12-31",
    };
    const body = routes.openVacancy.body.parse(vacancy);
    await askAbout(world, routes.openVacancy, openVacancy, { ...none, body });
    expect((await shown(world, id)).vacancies).toMatchObject([{ title: "Mekanik", seats: 8, seatsFree: 8 }]);
    const other = routes.openVacancy.body.parse({ ...vacancy, agreementId: await plan(world) });
    await expect(askAbout(world, routes.openVacancy, openVacancy, { ...none, body: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

/** An agreement that the office keeps for others: source 001. */
async function plan(world: World): Promise<string> {
  const parties = [await organise(world, cilegon), await organise(world, disnaker)];
  const title = "Pengadaan pelatihan keterampilan bagi warga binaan Lapas Cilegon";
  return record(world, { kind: "PKS", title, scopes: ["TRAINING"], status: "PLANNED", parties });
}

describe("source 001", () => {
  it("an agreement of Lapas IIA Cilegon and the Disnaker is only planned, without number or days, and signed later", async () => {
    const world = await open();
    const id = await plan(world);
    const planned = await shown(world, id);
    expect(planned).toMatchObject({ standing: "PLANNED", inForce: false });
    expect(planned.parties.map(({ kind, name }) => [kind, name])).toEqual([
      ["ORGANISATION", cilegon.name],
      ["ORGANISATION", disnaker.name],
    ]);
    expect(planned.agreement).not.toHaveProperty("number");
    await expect(change(world, id, 1, { status: "SIGNED" })).rejects.toMatchObject({
      details: ["number", "signedOn", "validFrom", "validTo"].map((path) => ({ path: `changes.${path}` })),
    });
    await world.advanceTo("2026-04-01T02:00:00.000Z");
    const ahead = { status: "SIGNED", number: "001/PKS", signedOn: "2026-04-01", validFrom: "2026-04-06", validTo: "2026-12-31" };
    expect(await change(world, id, 1, ahead)).toMatchObject({ version: 2 });
    expect((await shown(world, id)).standing).toBe("SIGNED");
    await world.advanceTo("2026-04-06T02:00:00.000Z");
    expect((await shown(world, id)).standing).toBe("ACTIVE");
    // What was signed was signed by these.
    await expect(change(world, id, 2, { parties: [office, idNo("employer", 1)] })).rejects.toMatchObject({
      details: [{ code: "agreement.partiesSigned" }],
    });
    await world.advanceTo("2027-01-01T02:00:00.000Z");
    expect((await shown(world, id)).standing).toBe("EXPIRED");
    expect(world.failures()).toEqual([]);
  });
});

describe("source 004", () => {
  it("a “Perjanjian Kerja Sama (MoU)” keeps its title to the letter, its hour of 09.00 WIB, and the service's name of that day", async () => {
    const world = await open();
    const rutan = await organise(world, {
      kind: "RUTAN",
      name: "Rumah Tahanan Negara (Rutan) Kelas IIB Tamiang Layang",
      class: "IIB",
      regionCode: "62.13",
    });
    const verbatim = "Dinas Tenaga Kerja, Transmigrasi, dan Perindustrian (Disnakertrans) Kabupaten Barito Timur";
    const service = await organise(world, { kind: "EMPLOYMENT_SERVICE", name: verbatim, regionCode: "62.13" });
    const title = "Perjanjian Kerja Sama (MoU) tentang pelatihan keterampilan bagi warga binaan pemasyarakatan";
    const terms = { kind: "MOU", title, number: "004", scopes: ["TRAINING"], ...signed, signedTime: "09.00" };
    const id = await record(world, { ...terms, parties: [rutan, service] });
    const labels = [{ name: "Dinas Tenaga Kerja dan Perindustrian Kabupaten Barito Timur", validFrom: "2026-03-03" }];
    const request = { params: { id: service }, query: {}, body: { version: 1, changes: { labels } } };
    await askAbout(world, routes.changeOrganisation, changeOrganisation, request, administrator);
    await world.advanceTo("2026-03-10T02:00:00.000Z");
    expect(await shown(world, id)).toMatchObject({
      agreement: { title, kind: "MOU", signedTime: "09:00" },
      parties: [{ id: rutan }, { id: service, name: verbatim }],
    });
    expect(agreementInput.safeParse({ ...terms, parties: [rutan, service], signedTime: "25.00" }).success).toBe(false);
  });
});

describe("an agreement", () => {
  it("names two parties at least, each known, active, and of no other office", async () => {
    const world = await open();
    const lapas = await organise(world, cilegon);
    const terms = { kind: "PKS", title: "Kerja sama", scopes: ["TRAINING"], status: "PLANNED" };
    const refusing = (parties: readonly string[] | undefined) => expect(record(world, { ...terms, parties })).rejects;
    await refusing(undefined).toMatchObject({ details: [{ code: "agreement.parties" }] });
    await refusing([lapas, lapas]).toMatchObject({ details: [{ code: "agreement.parties" }] });
    await refusing([lapas, "bapas-lain"]).toMatchObject({ code: "NOT_FOUND" });
    await refusing([lapas, idNo("employer", 77)]).toMatchObject({ code: "NOT_FOUND" });
    const request = { params: { id: lapas }, query: {}, body: { version: 1, changes: { active: false } } };
    await askAbout(world, routes.changeOrganisation, changeOrganisation, request, administrator);
    await refusing([office, lapas]).toMatchObject({ details: [{ code: "organisation.inactive", path: "parties.1" }] });
  });

  it("that the office only keeps for others makes nobody its partner", async () => {
    const world = await open({ office: { agreementRequired: true } });
    const { id: placement } = await start(world);
    await world.settle();
    const lapas = await organise(world, cilegon);
    const terms = { kind: "PKS", title: "Kerja sama", number: "1", scopes: ["TRAINING"], ...signed };
    await record(world, { ...terms, parties: [lapas, idNo("employer", 1)] });
    expect((await read(world, placement)).status).toBe("AWAITING_VACANCY");
    await record(world, { ...terms, number: "2", parties: [lapas, office, idNo("employer", 1)] });
    expect((await read(world, placement)).status).toBe("AWAITING_APPROVAL");
  });

  it("as it was recorded before it had parties is one of the office and its employer, and input of that kind still is", async () => {
    const world = await open();
    await world.deps.store.database.commit(agreementPuts(buildAgreement(1)));
    const old = await shown(world, idNo("agreement", 1));
    expect(old.parties.map(({ id }) => id)).toEqual([office, idNo("employer", 1)]);
    const terms = { kind: "PKS", title: "Kerja sama", number: "1", scopes: ["TRAINING"], ...signed };
    const id = await record(world, { ...terms, employerId: idNo("employer", 1) });
    expect(await shown(world, id)).toMatchObject({
      agreement: { employerId: idNo("employer", 1) },
      employerName: "CV Bengkel 1",
      parties: [{ id: office }, { id: idNo("employer", 1) }],
    });
    const listed = await askAbout(world, routes.listAgreements, listAgreements, { params: {}, query: { limit: 10 }, body: {} });
    expect(listed.items.map(({ standing, parties }) => [standing, parties.length])).toEqual([
      ["ACTIVE", 2],
      ["ACTIVE", 2],
    ]);
  });

  it("is renewed once, by another one that follows it; of what is renewed nobody is told that it runs out", async () => {
    const world = await open();
    const parties = [office, idNo("employer", 1)];
    const terms = { kind: "PKS", title: "Kerja sama", scopes: ["TRAINING"], parties };
    const first = await record(world, { ...terms, number: "1", ...signed, validTo: "2026-06-30" });
    const about = { kind: "AGREEMENT", recordId: first, lastDay: "2026-06-30" } as const;
    expect(await runningOutOf(world.deps, about)).toMatchObject({ item: { title: "1", of: "CV Bengkel 1" } });
    const next = await record(world, { ...terms, status: "PLANNED", follows: first });
    expect((await shown(world, first)).agreement.followedBy).toBe(next);
    expect((await shown(world, next)).agreement.follows).toBe(first);
    // A plan renews nothing yet.
    expect(await runningOutOf(world.deps, about)).toBeDefined();
    await change(world, next, 1, { ...signed, number: "2", validFrom: "2026-07-01" });
    expect(await runningOutOf(world.deps, about)).toBeUndefined();
    await expect(record(world, { ...terms, status: "PLANNED", follows: first })).rejects.toMatchObject({
      details: [{ code: "agreement.followed" }],
    });
    await expect(record(world, { ...terms, status: "PLANNED", follows: idNo("agreement", 7) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const history = await askAbout(world, routes.readAgreementHistory, readAgreementHistory, {
      params: { id: first },
      query: { limit: 10 },
      body: {},
    });
    expect(history.items.map(({ event, about: ids }) => [event, ids?.map(({ id }) => id)])).toEqual([
      ["renewAgreement", [next]],
      ["recordAgreement", undefined],
    ]);
  });
});
