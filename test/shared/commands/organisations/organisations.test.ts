/** Organisations are registered and changed by administrators, found by everybody's words, and told of twins. */
import { describe, expect, it } from "vitest";
import { organisationChanges, organisationInput, organisationsQuery } from "../../../../shared/api/organisations.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeOrganisation } from "../../../../shared/commands/organisations/change-organisation.ts";
import { listOrganisations } from "../../../../shared/commands/organisations/list-organisations.ts";
import { readOrganisation } from "../../../../shared/commands/organisations/read-organisation.ts";
import { readOrganisationHistory } from "../../../../shared/commands/organisations/read-organisation-history.ts";
import { registerOrganisation } from "../../../../shared/commands/organisations/register-organisation.ts";
import { administrator, officer, stranger, supervisor, trainer } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const register = (world: World, body: unknown, staff = administrator) =>
  askAbout(
    world,
    routes.registerOrganisation,
    registerOrganisation,
    { params: {}, query: {}, body: organisationInput.parse(body) },
    staff,
  );
const change = (world: World, id: string, version: number, changes: unknown, staff = administrator) =>
  askAbout(
    world,
    routes.changeOrganisation,
    changeOrganisation,
    { params: { id }, query: {}, body: organisationChanges.parse({ version, changes }) },
    staff,
  );
const read = async (world: World, id: string, staff = officer) =>
  routes.readOrganisation.response.parse(
    await askAbout(world, routes.readOrganisation, readOrganisation, { params: { id }, query: {}, body: {} }, staff),
  );
const list = async (world: World, query: unknown, staff = officer) =>
  routes.listOrganisations.response.parse(
    await askAbout(
      world,
      routes.listOrganisations,
      listOrganisations,
      { params: {}, query: organisationsQuery.parse(query), body: {} },
      staff,
    ),
  );
const called = async (world: World, query: unknown): Promise<readonly string[]> =>
  (await list(world, query)).items.map((item) => item.called);

const cilegon = { kind: "LAPAS", name: "Lembaga Pemasyarakatan Kelas IIA Cilegon", class: "IIA", regionCode: "36.72" };
const ministry = {
  kind: "MINISTRY",
  name: "Kementerian Hukum dan Hak Asasi Manusia",
  labels: [{ name: "Kementerian Imigrasi dan Pemasyarakatan", validFrom: "2024-10-21" }],
};

describe("organisations", () => {
  it("are registered by an administrator alone, and read by officers and supervisors of every office", async () => {
    const world = await open();
    for (const staff of [officer, supervisor, trainer])
      await expect(register(world, cilegon, staff)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const { id } = await register(world, { ...cilegon, contact: { name: "Seksi Kegiatan Kerja", phone: "0254-555123" } });
    for (const staff of [officer, supervisor, stranger, administrator])
      expect(await read(world, id, staff)).toMatchObject({
        called: cilegon.name,
        organisation: {
          kind: "LAPAS",
          class: "IIA",
          zone: "WIB",
          place: "36",
          active: true,
          contact: { name: "Seksi Kegiatan Kerja" },
        },
      });
    expect((await read(world, id, administrator)).acts).toEqual([{ act: "changeOrganisation" }]);
    expect((await read(world, id)).acts).toEqual([]);
    await expect(read(world, id, trainer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(change(world, id, 1, { class: "I" }, supervisor)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are refused with all that their kind has not or must have", async () => {
    const world = await open();
    await expect(register(world, { kind: "TRAINING_CENTER", name: "BLK", class: "I" })).rejects.toMatchObject({
      code: "REQUEST_INVALID",
      details: [{ path: "class" }, { path: "trainingCenterKind", missing: true }, { path: "regionCode", missing: true }],
    });
  });

  it("name their twins: same kind and region, and a name that is the same but for how it is written", async () => {
    const world = await open();
    const { id } = await register(world, cilegon);
    const again = { ...cilegon, name: "Lapas Kls. IIA Cilegon", class: undefined };
    const twin = await register(world, again);
    expect(twin).toMatchObject({ warnings: ["organisation.twin"], twins: [id] });
    // Of two that both have a class, another one: the first is not meant, the one without may be.
    expect((await register(world, { ...again, class: "III" })).twins).toEqual([twin.id]);
    const other = await register(world, { ...cilegon, name: "Lapas Serang", regionCode: "36.73" });
    expect(other.twins).toBeUndefined();
    expect(await change(world, other.id, 1, { name: "Lapas Cilegon", regionCode: "36.72" })).toMatchObject({
      version: 2,
      twins: expect.arrayContaining([id]),
    });
  });

  it("are listed by place and kind, a page at a time, and found by words in the whole country", async () => {
    const world = await open();
    await register(world, cilegon);
    await register(world, { ...cilegon, name: "Lapas Kelas IIA Serang", regionCode: "36.73" });
    await register(world, {
      kind: "RUTAN",
      name: "Rumah Tahanan Negara Kelas IIB Tamiang Layang",
      class: "IIB",
      regionCode: "62.13",
    });
    await register(world, ministry);
    const first = await list(world, { kind: "LAPAS", limit: 1 });
    expect(first.items.map((item) => item.called)).toEqual(["Lapas Kelas IIA Serang"]);
    expect(await called(world, { kind: "LAPAS", limit: 1, cursor: first.cursor })).toEqual([cilegon.name]);
    expect(await called(world, { kind: "RUTAN" })).toEqual([]);
    expect(await called(world, { place: "62" })).toEqual(["Rumah Tahanan Negara Kelas IIB Tamiang Layang"]);
    expect(await called(world, { place: "ID" })).toEqual(["Kementerian Imigrasi dan Pemasyarakatan"]);
    expect(await called(world, { q: "rutan tamiang" })).toEqual(["Rumah Tahanan Negara Kelas IIB Tamiang Layang"]);
    // By the name that it bore before.
    expect(await called(world, { q: "hukum asasi" })).toEqual(["Kementerian Imigrasi dan Pemasyarakatan"]);
    expect(await called(world, { q: "lapas", kind: "RUTAN" })).toEqual([]);
    const found = await list(world, { q: "lapas", limit: 1 });
    expect(await called(world, { q: "lapas", limit: 1, cursor: found.cursor })).toHaveLength(1);
  });

  it("are changed on the version that was seen, and their history says what was changed", async () => {
    const world = await open();
    const { id } = await register(world, { ...ministry, labels: undefined });
    expect(await change(world, id, 1, { labels: ministry.labels })).toMatchObject({ version: 2 });
    expect(await read(world, id)).toMatchObject({ called: "Kementerian Imigrasi dan Pemasyarakatan" });
    await expect(change(world, id, 1, { name: "Lain" })).rejects.toMatchObject({ code: "CONFLICT", newer: { version: 2 } });
    await expect(change(world, id, 2, { class: "I" })).rejects.toMatchObject({ details: [{ path: "changes.class" }] });
    await change(world, id, 2, { active: false, contact: { name: "Humas" } });
    expect((await list(world, { place: "ID" })).items).toMatchObject([{ active: false }]);
    const history = await askAbout(world, routes.readOrganisationHistory, readOrganisationHistory, {
      params: { id },
      query: { limit: 10 },
      body: {},
    });
    expect(history.items.map(({ event, fields = [] }) => [event, ...fields.map(({ name }) => name)])).toEqual([
      ["changeOrganisation", "active", "contact"],
      ["changeOrganisation", "labels"],
      ["registerOrganisation"],
    ]);
  });

  it("an office is one organisation, of the kind Bapas", async () => {
    const world = await open();
    const bapas = {
      kind: "BAPAS",
      name: "Balai Pemasyarakatan Kelas II Uji",
      class: "II",
      regionCode: "36.03",
      officeId: "bapas-uji",
    };
    const { id } = await register(world, bapas);
    await expect(register(world, { ...bapas, name: "Bapas Lain" })).rejects.toMatchObject({
      code: "STATUS_CONFLICT",
      details: [{ code: "organisation.office-taken", value: id }],
    });
    await expect(register(world, { ...bapas, officeId: "bapas-tiada" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await change(world, id, 1, { officeId: null });
    expect(await register(world, { ...bapas, name: "Bapas Uji Baru" })).toHaveProperty("id");
  });
});
