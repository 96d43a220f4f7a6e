/** One person, or one employer, that is recorded twice is said with the ids of the other. */
import { describe, expect, it } from "vitest";
import { clientChanges, clientInput } from "../../../../shared/api/clients.ts";
import { employerChanges, employerInput } from "../../../../shared/api/employers.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeClient } from "../../../../shared/commands/clients/change-client.ts";
import { registerClient } from "../../../../shared/commands/clients/register-client.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { registerEmployer } from "../../../../shared/commands/employers/register-employer.ts";
import { officer, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const person = {
  fullName: "Misal Dua Purnama",
  birthDate: "1994-05-12",
  sex: "MALE",
  education: "SMA",
  phone: "081299990001",
  domicile: { regencyCode: "36.03" },
};
const firm = {
  type: "COMPANY",
  size: "SMALL",
  legalName: "PT Misal Jaya",
  regencyCode: "36.03",
  contact: { name: "Ibu Misal", email: "ibu@misal.example" },
};
const register = (world: World, changes = {}, staff = officer) => {
  const body = clientInput.parse({ ...person, ...changes });
  return askAbout(world, routes.registerClient, registerClient, { params: {}, query: {}, body }, staff);
};
const registerEm = (world: World, changes = {}, staff = officer) => {
  const body = employerInput.parse({ ...firm, ...changes });
  return askAbout(world, routes.registerEmployer, registerEmployer, { params: {}, query: {}, body }, staff);
};

describe("a client", () => {
  it("with the name and the birth date of another is recorded, with a warning that names the other", async () => {
    const world = await open({ clients: [] });
    const first = await register(world);
    expect(first).toEqual({ id: first.id, warnings: [] });
    const second = await register(world, { fullName: "MISAL DUA  PURNAMA" });
    expect(second).toMatchObject({ warnings: ["client.twin"], twins: [first.id] });
    const third = await register(world, { phone: undefined, nik: "3603011205940001" });
    expect([...(third.twins ?? [])].sort()).toEqual([first.id, second.id].sort());
  });

  it("is likely another one by a slip in its name on the same birth date, or by its register number without the zeros", async () => {
    const world = await open({ clients: [] });
    const first = await register(world, { registerNumber: "I.123/2026" });
    for (const fullName of ["Misal Dua Prunama", "Misal Dua Purnma"])
      expect(await register(world, { fullName })).toMatchObject({ warnings: ["client.twin"], twins: [first.id] });
    expect((await register(world, { fullName: "Misal Dua Prunama", birthDate: "1990-01-01" })).twins).toBeUndefined();
    const numbered = { fullName: "Contoh Nomor", birthDate: "1988-02-02", registerNumber: "I.0123/2026" };
    expect((await register(world, numbered)).twins).toEqual([first.id]);
    expect((await register(world, { ...numbered, birthDate: "1988-02-03", registerNumber: "I.124/2026" })).twins).toBeUndefined();
  });

  it("is nobody's twin by the phone alone, and none of another office's is named", async () => {
    const world = await open({ clients: [] });
    await register(world);
    expect((await register(world, { fullName: "Istri Misal", sex: "FEMALE" })).twins).toBeUndefined();
    expect((await register(world, {}, stranger)).twins).toBeUndefined();
  });

  it("whose name is mended into another's is warned of, and the name of before is forgotten", async () => {
    const world = await open({ clients: [] });
    const first = await register(world);
    const other = await register(world, { fullName: "Contoh Lain Sekali" });
    const change = (id: string, version: number, changes: Record<string, unknown>) =>
      askAbout(world, routes.changeClient, changeClient, {
        params: { id },
        query: {},
        body: clientChanges.parse({ version, changes }),
      });
    expect(await change(other.id, 1, { phone: null })).toEqual({ id: other.id, version: 2, warnings: [] });
    expect(await change(other.id, 2, { fullName: person.fullName })).toMatchObject({
      warnings: ["client.twin"],
      twins: [first.id],
    });
    expect((await register(world, { fullName: "Contoh Lain Sekali" })).twins).toBeUndefined();
  });
});

describe("an employer", () => {
  it("is likely another one there by a slip in its name, whatever the form of the firm", async () => {
    const world = await open({ employers: [], vacancies: [] });
    const first = await registerEm(world);
    for (const legalName of ["CV Misal Jaia", "UD. Missal Jaya", "Perseroan Terbatas Misal Jaya"])
      expect((await registerEm(world, { legalName, regencyCode: "36.03" })).twins).toContain(first.id);
    expect((await registerEm(world, { legalName: "CV Misal Jata", regencyCode: "36.71" })).twins).toBeUndefined();
    expect((await registerEm(world, { legalName: "PT Contoh Makmur" })).twins).toBeUndefined();
  });

  it("with the tax number, the business number, or name and regency of another is warned of", async () => {
    const world = await open({ vacancies: [] });
    const first = await registerEm(world, { npwp: "3603011205940001", nib: "9120001234567" });
    expect(first).toEqual({ id: first.id });
    expect(await registerEm(world, { legalName: "pt. misal jaya" }, stranger)).toMatchObject({
      warnings: ["employer.twin"],
      twins: [first.id],
    });
    const elsewhere = { legalName: "Lain Sama Sekali", regencyCode: "31.71" };
    expect((await registerEm(world, { ...elsewhere, npwp: "3603011205940001" })).twins).toEqual([first.id]);
    const byNib = await registerEm(world, { ...elsewhere, regencyCode: "31.72", nib: "9120001234567" });
    expect(byNib.twins).toEqual([first.id]);
    const none = await registerEm(world, { legalName: "Tidak Ada Kembaran" });
    expect(none.twins).toBeUndefined();
    const changed = await askAbout(world, routes.changeEmployer, changeEmployer, {
      params: { id: none.id },
      query: {},
      body: employerChanges.parse({ version: 1, changes: { nib: "9120001234567" } }),
    });
    expect([...(changed.twins ?? [])].sort()).toEqual([first.id, byNib.id].sort());
  });
});
