/** An office's own list of clients is brought in, again and again: who is new, the same, changed, and which cell is wrong. */
import { describe, expect, it } from "vitest";
import { clientsInput } from "../../../../shared/api/imports.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { importClients } from "../../../../shared/commands/clients/import-clients.ts";
import type { ClientColumn } from "../../../../shared/domain/clients/import/columns.ts";
import type { Cell } from "../../../../shared/domain/clients/import/read-cell.ts";
import { colleague, keyFor, officer, stranger } from "../../../builders/carry.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const cells = {
  "No. Register": "BKD-12/2026",
  Nama: "Misal Satu",
  NIK: "3603123112900001",
  "Tgl Lahir": "31/12/1990",
  JK: "L",
  Alamat: "Jalan Contoh 1",
  "Kab/Kota": "Kab. Tangerang",
  "No HP": 8_123_456_789,
  Pendidikan: "SMA",
};
type Cells = Record<string, Cell>;

let requests = 0;
async function bring(
  world: World,
  lines: readonly Cells[],
  given: {
    dryRun?: boolean;
    officerId?: string;
    columns?: Record<string, ClientColumn>;
    key?: string;
    staff?: typeof officer;
  } = {},
) {
  const { key = `list-${++requests}`, staff = officer, ...options } = given;
  const body = clientsInput.parse({
    batch: "daftar",
    lines: lines.map((line, at) => ({ key: String(at + 2), cells: line })),
    ...options,
  });
  const request = { params: {}, query: {}, body, staff, idempotency: keyFor(staff, "/imports/clients", body, key) };
  return world.request("importClients", (deps) => importClients(deps, request), routes.importClients);
}

const outcomes = async (...given: Parameters<typeof bring>) => (await bring(...given)).results.map(({ outcome }) => outcome);
const clientOf = async (world: World, id: string | undefined) => (await world.deps.store.clients.client(id ?? ""))?.state;

describe("an import of clients", () => {
  it("registers who is new, with what the cells say", async () => {
    const world = await open();
    const { results, columns } = await bring(world, [{ ...cells, Perkara: "tidak dibaca" }]);
    expect(results).toMatchObject([{ key: "2", outcome: "NEW", errors: [] }]);
    expect(columns).toMatchObject({ "No. Register": "registerNumber", "Kab/Kota": "regency" });
    expect(columns).not.toHaveProperty("Perkara");
    expect(await clientOf(world, results[0]?.clientId)).toMatchObject({
      registerNumber: "BKD-12/2026",
      fullName: "Misal Satu",
      birthDate: "1990-12-31",
      sex: "MALE",
      phone: "+628123456789",
      education: "SMA",
      domicile: { regencyCode: "36.03", street: "Jalan Contoh 1" },
      nik: { last4: "0001" },
      officeId: officer.officeId,
      officerId: officer.id,
    });
  });

  it("leaves new clients with whom the list or its line names, and refuses who cannot carry them", async () => {
    const world = await open();
    const theirs = { ...cells, "No. Register": "BKD-13/2026", NIK: "", PK: officer.name };
    const given = { officerId: colleague.id };
    const { results } = await bring(world, [cells, theirs], given);
    expect(results).toMatchObject([{ officerId: colleague.id }, { officerId: officer.id }]);
    const kept = await Promise.all(results.map(({ clientId }) => clientOf(world, clientId)));
    expect(kept.map((client) => client?.officerId)).toEqual([colleague.id, officer.id]);
    await expect(bring(world, [cells], { officerId: stranger.id })).rejects.toMatchObject({
      details: [{ code: "staff.cannot-carry", path: "officerId" }],
    });
  });

  it("tells all that is wrong with a line at once", async () => {
    const world = await open();
    const { results } = await bring(world, [{ ...cells, "Tgl Lahir": "31/02/1990", JK: "", "No HP": "12", Nama: "" }]);
    expect(results[0]?.outcome).toBe("WRONG");
    expect(results[0]?.errors.map(({ column }) => column).toSorted()).toEqual(["No HP", "Tgl Lahir", "fullName", "sex"]);
  });

  it("is the same when it comes again, whatever its key, and changes what differs by name", async () => {
    const world = await open();
    const first = await bring(world, [cells], { key: "the-same-key" });
    expect(await bring(world, [cells], { key: "the-same-key" })).toEqual(first);
    expect(await outcomes(world, [cells])).toEqual(["SAME"]);
    const { results } = await bring(world, [{ ...cells, "No HP": "0813 9999 0000", Alamat: "Jalan Lain 2", Pendidikan: "" }]);
    expect(results).toMatchObject([{ outcome: "CHANGED", fields: expect.arrayContaining(["phone", "domicile.street"]) }]);
    expect(results[0]?.fields).toHaveLength(2);
    expect(await clientOf(world, first.results[0]?.clientId)).toMatchObject({
      phone: "+6281399990000",
      education: "SMA",
      domicile: { street: "Jalan Lain 2", regencyCode: "36.03" },
      version: 2,
    });
    const bare = { "No. Register": "bkd - 12 / 2026" };
    expect(await outcomes(world, [bare])).toEqual(["SAME"]);
  });

  it("tells each wrong cell at once, with a reason in two languages, and holds no other line up", async () => {
    const world = await open();
    const wrong = { ...cells, "No. Register": "X1", NIK: "3.17E+15", "Tgl Lahir": "31/12/90", "Kab/Kota": "Tangerang" };
    const { results } = await bring(world, [wrong, cells]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["WRONG", "NEW"]);
    expect(results[0]?.errors.map(({ column, code }) => [column, code])).toEqual([
      ["NIK", "cell.rounded"],
      ["Tgl Lahir", "cell.date-short-year"],
      ["Kab/Kota", "cell.regency-unclear"],
    ]);
    for (const { text } of results[0]?.errors ?? []) expect(text.id).not.toBe(text.en);
    expect(JSON.stringify(results)).not.toContain("3603123112900001");
  });

  it("names what a new client lacks, and a number that no phone has", async () => {
    const world = await open();
    const { results } = await bring(world, [{ "No. Register": "A1", Nama: "Misal", "No HP": 123 }]);
    expect(results[0]?.errors.map(({ column, code }) => [column, code])).toEqual(
      expect.arrayContaining([
        ["sex", "cell.missing"],
        ["birthDate", "cell.missing"],
        ["No HP", "phone.format"],
      ]),
    );
    const nobody = await bring(world, [{ Nama: "Misal" }]);
    expect(nobody.results[0]?.errors).toMatchObject([{ code: "line.key-missing" }]);
  });

  it("refuses what cannot be shown", async () => {
    const world = await open();
    const { results } = await bring(world, [{ ...cells, Nama: "Mis\uFFFDl", Alamat: "Jalan \uFFFD" }]);
    expect(results[0]?.errors.map(({ column }) => column)).toEqual(expect.arrayContaining(["Nama", "Alamat"]));
  });

  it("changes nothing in a trial, and says the same as the import then does", async () => {
    const world = await open();
    expect(await outcomes(world, [cells, cells], { dryRun: true })).toEqual(["NEW", "WRONG"]);
    const page = await world.deps.store.clients.ofOffice(officer.officeId, { limit: 50 });
    expect(page.items.map(({ fullName }) => fullName)).not.toContain("Misal Satu");
    expect(await outcomes(world, [cells, cells])).toEqual(["NEW", "WRONG"]);
    expect(await outcomes(world, [{ ...cells, Nama: "Misal Baru" }], { dryRun: true })).toEqual(["CHANGED"]);
    expect(await outcomes(world, [cells])).toEqual(["SAME"]);
  });

  it("remembers what the office says of its columns", async () => {
    const world = await open();
    const { "No. Register": number, ...others } = cells;
    const own = { ...others, "Kode Klien": number };
    expect(await outcomes(world, [own], { columns: { "Kode Klien": "registerNumber" } })).toEqual(["NEW"]);
    expect((await bring(world, [own])).columns).toHaveProperty("Kode Klien", "registerNumber");
    expect((await world.deps.store.offices.office(officer.officeId))?.importColumns).toEqual({ "kode klien": "registerNumber" });
  });

  it("leaves a client with the officer whom the line names", async () => {
    const world = await open();
    const { results } = await bring(world, [
      { ...cells, PK: colleague.name.toUpperCase() },
      { ...cells, "No. Register": "B2", NIK: "", PK: "Bukan Siapa-siapa" },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["NEW", "WRONG"]);
    expect(results[1]?.errors).toMatchObject([{ column: "PK", code: "cell.officer" }]);
    expect((await clientOf(world, results[0]?.clientId))?.officerId).toBe(colleague.id);
  });

  it("moves nobody's client to the officer whom a later list names, and says so", async () => {
    const world = await open();
    const columns = { "Tanggal Berakhir Bimbingan": "15/06/2027" };
    const theirs = { ...cells, PK: colleague.name, ...columns };
    const [first] = (await bring(world, [theirs])).results;
    expect(await clientOf(world, first?.clientId)).toMatchObject({ supervisionEndsOn: "2027-06-15" });
    const [same] = (await bring(world, [{ ...theirs, PK: officer.name }])).results;
    expect(same).toMatchObject({ outcome: "SAME", warnings: [{ code: "line.officer-differs" }] });
    const [changed] = (await bring(world, [{ ...theirs, PK: officer.name, Pendidikan: "SMP" }])).results;
    expect(changed).toMatchObject({ outcome: "CHANGED", warnings: [{ code: "line.officer-differs" }] });
    expect((await clientOf(world, first?.clientId))?.officerId).toBe(colleague.id);
    expect((await bring(world, [theirs])).results).toMatchObject([{ outcome: "CHANGED", warnings: [] }]);
  });

  it("replaces no NIK, and tells of another office's only that the client may be asked for", async () => {
    const world = await open();
    await bring(world, [cells]);
    const other = { ...cells, NIK: "3603123112900002" };
    expect((await bring(world, [other])).results[0]?.errors).toMatchObject([{ column: "NIK", code: "cell.nik-differs" }]);
    const theirs = await bring(world, [cells], { staff: stranger });
    expect(theirs.results[0]?.errors).toMatchObject([{ column: "NIK", code: "client.elsewhere" }]);
  });
});
