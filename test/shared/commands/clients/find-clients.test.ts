/** An officer finds a client by what was heard on the phone: part of a name however it is spelled, a number of the register, four digits. */
import { describe, expect, it } from "vitest";
import { clientChanges, clientInput, clientsQuery } from "../../../../shared/api/clients.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeClient } from "../../../../shared/commands/clients/change-client.ts";
import { listClients } from "../../../../shared/commands/clients/list-clients.ts";
import { registerClient } from "../../../../shared/commands/clients/register-client.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { colleague, officer, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const register = async (world: World, no: number, fullName: string, changes: Record<string, unknown> = {}, staff = officer) => {
  const few = { sex: "MALE", birthDate: "1990-01-15", domicile: { regencyCode: "36.03" }, education: "SMP" };
  const body = clientInput.parse({ ...few, registerNumber: `BKD-${no}/2026`, fullName, ...changes });
  return (await askAbout(world, routes.registerClient, registerClient, { params: {}, query: {}, body }, staff)).id;
};
const list = (world: World, query: Record<string, unknown>, staff: Staff = officer) =>
  askAbout(world, routes.listClients, listClients, { params: {}, query: clientsQuery.parse(query), body: {} }, staff);
const namesOf = async (world: World, query: Record<string, unknown>, staff: Staff = officer) =>
  (await list(world, query, staff)).items.map(({ fullName }) => fullName);

describe("a client", () => {
  it("is found by parts of the name in another spelling, by the register number and by the NIK's last digits", async () => {
    const world = await open({ clients: [] });
    await register(world, 12, "Soeharto Widjaja", { nik: "3603011501900417" });
    await register(world, 345, "Nurhayati");
    await register(world, 7, "Soetrisno Widjaja");
    for (const q of ["suharto", "wijaya suharto", "SUHAR", "BKD-12", "bkd-12/2026", "0417"])
      expect([q, await namesOf(world, { q })]).toEqual([q, ["Soeharto Widjaja"]]);
    expect(await namesOf(world, { q: "nur hayati" })).toEqual(["Nurhayati"]);
    expect((await namesOf(world, { q: "wijaya" })).sort()).toEqual(["Soeharto Widjaja", "Soetrisno Widjaja"]);
    for (const q of ["budi", "wijaya budi", "9999", "…"]) expect([q, await namesOf(world, { q })]).toEqual([q, []]);
  });

  it("is found in the own office alone, page by page, and a cursor holds no word that was typed", async () => {
    const world = await open({ clients: [] });
    for (let no = 1; no <= 5; no += 1) await register(world, no, `Contoh Nomor${"abcde"[no - 1]}`);
    await register(world, 6, "Contoh Seberang", {}, stranger);
    expect(await namesOf(world, { q: "contoh" }, stranger)).toEqual(["Contoh Seberang"]);
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await list(world, { q: "contoh", limit: 2, cursor });
      seen.push(...page.items.map(({ fullName }) => fullName));
      cursor = page.cursor;
      if (cursor) expect(Buffer.from(cursor, "base64url").toString()).not.toMatch(/contoh|nomor/i);
      if (cursor) await expect(list(world, { q: "contoh", cursor }, stranger)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it("is found by the new name once it is changed, and no more by the old one", async () => {
    const world = await open({ clients: [] });
    const id = await register(world, 1, "Budi Lama");
    const body = clientChanges.parse({ version: 1, changes: { fullName: "Budi Anyar" } });
    await askAbout(world, routes.changeClient, changeClient, { params: { id }, query: {}, body });
    expect([await namesOf(world, { q: "anyar" }), await namesOf(world, { q: "lama" })]).toEqual([["Budi Anyar"], []]);
    // By the row of the word that stayed: what it carries of the others follows.
    expect([await namesOf(world, { q: "budi anyar" }), await namesOf(world, { q: "budi lama" })]).toEqual([["Budi Anyar"], []]);
  });
});

describe("a client whose name is typed with a slip", () => {
  it("is offered where nobody is found: a letter missing, too many, another, two that changed places", async () => {
    const world = await open({ clients: [] });
    await register(world, 1, "Ramadan Permana");
    await register(world, 2, "Kurniawan Sutrisno", {}, colleague);
    const near = async (q: string) => {
      const { items, near: offered } = await list(world, { q });
      return [q, offered, items.map(({ fullName }) => fullName)];
    };
    for (const q of ["ramdan", "ramtadan", "ramatan", "ramdaan", "permnaa ramadan", "ramadann prmana", "pernana"])
      expect(await near(q)).toEqual([q, true, ["Ramadan Permana"]]);
    await register(world, 3, "Misal Dua Purnama");
    await register(world, 4, "Andai Hartono");
    for (const q of ["Mishal Purnomo", "purnomo", "misl purnomo"])
      expect(await near(q)).toEqual([q, true, ["Misal Dua Purnama"]]);
    expect(await near("andi hartana")).toEqual(["andi hartana", true, ["Andai Hartono"]]);
    for (const q of ["kurnawan", "sutrino", "kurniawan surtisno"])
      expect(await near(q)).toEqual([q, true, ["Kurniawan Sutrisno"]]);
    // Who is found by the words as they stand is not offered others; and two slips in a word are another name.
    expect(await near("ramadan")).toEqual(["ramadan", undefined, ["Ramadan Permana"]]);
    for (const q of ["rmdan", "ramdan sutrisno", "bkd-11", "rad"]) expect(await near(q)).toEqual([q, undefined, []]);
    expect((await list(world, { q: "ramdan" }, stranger)).items).toEqual([]);
    expect((await list(world, { q: "ramdan", officer: colleague.id })).items).toEqual([]);
  });

  it("is offered by the new name once it is changed, and no more by the old one", async () => {
    const world = await open({ clients: [] });
    const id = await register(world, 1, "Budiman Lamanya");
    const body = clientChanges.parse({ version: 1, changes: { fullName: "Budiman Anyaran" } });
    await askAbout(world, routes.changeClient, changeClient, { params: { id }, query: {}, body });
    expect([await namesOf(world, { q: "anyran" }), await namesOf(world, { q: "lamnya" })]).toEqual([["Budiman Anyaran"], []]);
    expect([await namesOf(world, { q: "budman anyaran" }), await namesOf(world, { q: "budman lamanya" })]).toEqual([
      ["Budiman Anyaran"],
      [],
    ]);
  });
});

describe("the list of clients", () => {
  it("is that of an officer, of a status, of what is missing, by name, to its end", async () => {
    const world = await open({ clients: [] });
    await register(world, 1, "Citra", { phone: "0812-9999-0001" });
    await register(world, 2, "Agus");
    await register(world, 3, "Bambang", {}, colleague);
    expect(await namesOf(world, { sort: "name" })).toEqual(["Agus", "Bambang", "Citra"]);
    expect(await namesOf(world, { officer: colleague.id })).toEqual(["Bambang"]);
    expect(await namesOf(world, { missing: "phone", sort: "name" })).toEqual(["Agus", "Bambang"]);
    expect(await namesOf(world, { status: "CERTIFIED" })).toEqual([]);
    const first = await list(world, { sort: "name", limit: 2 });
    expect(await namesOf(world, { sort: "name", limit: 2, cursor: first.cursor })).toEqual(["Citra"]);
    const [agus] = first.items;
    expect(agus).toMatchObject({ officerName: officer.name, missing: expect.arrayContaining(["phone", "nik", "consent"]) });
  });
});
