/** What was typed once can be mended, and what is under way follows. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { clientChanges, contactMadeInput } from "../../../../shared/api/clients.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeClient } from "../../../../shared/commands/clients/change-client.ts";
import { readClient } from "../../../../shared/commands/clients/read-client.ts";
import { recordContact } from "../../../../shared/commands/clients/record-contact.ts";
import {
  bringToClient,
  bringToEmployer,
  clientSays,
  employerSays,
  officer,
  read,
  start,
  stranger,
  trainer,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const id = idNo("client", 1);
const params = { id };
const clientOf = async (world: World, no = 1) => (await world.deps.store.clients.client(idNo("client", no)))?.state;

async function change(world: World, changes: Record<string, unknown>, version?: number, staff = officer, no = 1) {
  const seen = version ?? (await clientOf(world, no))?.version;
  const body = clientChanges.parse({ version: seen, changes });
  return askAbout(world, routes.changeClient, changeClient, { params: { id: idNo("client", no) }, query: {}, body }, staff);
}
const look = (world: World, staff = officer) =>
  askAbout(world, routes.readClient, readClient, { params, query: {}, body: {} }, staff);

describe("a client is changed", () => {
  it("field by field: what is not named stays, null takes away, and the audit names fields and no values", async () => {
    const world = await open();
    expect(await change(world, { phone: "0812-9999-0001", skills: ["WELDING"] })).toMatchObject({ id, version: 2 });
    expect(await clientOf(world)).toMatchObject({ phone: "+6281299990001", skills: ["WELDING"], experienceYears: 2 });
    await change(world, { phone: null, suspended: true });
    const now = await clientOf(world);
    expect([now?.phone, now?.suspended, now?.drivingLicences]).toEqual([undefined, true, []]);
    const { items: entries } = await world.deps.store.database.query(
      "audit",
      { condition: "pk = :pk", values: { ":pk": id } },
      z.looseObject({ event: z.string(), fields: z.array(z.string()) }),
    );
    expect(entries.map(({ fields }) => [...fields].sort())).toEqual([
      ["phone", "skills"],
      ["phone", "suspended"],
    ]);
    expect(JSON.stringify(entries)).not.toContain("9999");
  });

  it("on the version that was seen: an older one is refused with the newer record", async () => {
    const world = await open();
    await change(world, { experienceYears: 7 }, 1);
    await expect(change(world, { experienceYears: 9 }, 1)).rejects.toMatchObject({
      code: "CONFLICT",
      details: [{ code: "version.newer", value: "2" }],
      newer: { version: 2, experienceYears: 7 },
    });
    expect((await clientOf(world))?.experienceYears).toBe(7);
    expect(await change(world, { experienceYears: 7 }, 2)).toEqual({ id, version: 2 });
  });

  it("by a NIK that is learnt later: sealed, looked up, and held by nobody else", async () => {
    const world = await open({ clients: [{}, { phone: "+6281200000002" }] });
    const nik = "3603011205940001";
    await change(world, { nik });
    const now = await clientOf(world);
    expect([now?.nik?.last4, JSON.stringify(now).includes(nik)]).toEqual(["0001", false]);
    const sealed = now?.nik;
    expect(await change(world, { nik })).toMatchObject({ version: 2 });
    expect((await clientOf(world))?.nik).toEqual(sealed);
    await expect(change(world, { nik }, undefined, officer, 2)).rejects.toMatchObject({
      code: "NIK_TAKEN",
      details: [{ code: "client.known", value: id }],
    });
    await change(world, { nik: "3603011205940002" });
    await change(world, { nik }, undefined, officer, 2);
    expect((await clientOf(world, 2))?.nik?.last4).toBe("0001");
  });

  it("by nobody out of reach, and never beyond what may be changed", async () => {
    const world = await open();
    await expect(change(world, { phone: null }, 1, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(change(world, { phone: null }, 1, trainer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(change(world, { birthDate: "2030-01-01" })).rejects.toMatchObject({
      details: [{ code: "date.future", path: "changes.birthDate" }],
    });
    for (const changes of [{}, { officeId: "bapas-lain" }, { attempts: 0 }, { fullName: null }, { version: 9 }])
      expect(clientChanges.safeParse({ version: 1, changes }).success).toBe(false);
  });
});

describe("what is under way follows", () => {
  it("a bar recalls what it bars, before it is asked and while it is asked, and lets the rest stand", async () => {
    const world = await open({ vacancies: [{}, { kbji: "9329.01" }] });
    const before = await bringToClient(world, [1, 2]);
    await change(world, { barredOccupations: ["7231"] });
    await world.settle();
    expect((await read(world, before)).shortlist.map(({ state }) => state)).toEqual(["RECALLED", "APPROVED"]);
    await clientSays(world, before, [2]);
    await world.settle();
    expect((await read(world, before)).status).toBe("AWAITING_EMPLOYER");
    await change(world, { barredOccupations: ["93"] });
    await world.settle();
    expect(await read(world, before)).toMatchObject({ status: "AWAITING_REVIEW", reason: "RECALLED" });
    expect(world.mails().some(({ to, subject }) => to === "pemilik2@bengkel.test" && subject.includes("ditarik"))).toBe(true);
  });

  it("a domicile out of reach recalls; a job that is promised stands", async () => {
    const world = await open({ clients: [{ willingness: "OWN_REGENCY" }, {}], vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1]);
    await change(world, { domicile: { regencyCode: "31.71" } });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_REVIEW", regencyCode: "31.71", provinceCode: "31" });
    const chosen = await bringToEmployer(world, [2], 2);
    await employerSays(world, chosen, { choice: "ACCEPT" });
    await change(world, { domicile: { regencyCode: "31.71" }, willingness: "OWN_REGENCY" }, undefined, officer, 2);
    await world.settle();
    expect((await read(world, chosen)).status).toBe("AWAITING_CONFIRMATION");
  });

  it("who waits for a vacancy is ranked again where a bar is lifted or the way is longer", async () => {
    const world = await open({ clients: [{ barredOccupations: ["7231"] }] });
    const { id } = await start(world);
    await world.settle();
    expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
    await change(world, { phone: null });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_VACANCY", waitNo: 1 });
    await change(world, { barredOccupations: [] });
    await world.settle();
    expect((await read(world, id)).status).toBe("AWAITING_APPROVAL");
    expect(world.failures()).toEqual([]);
  });
});

describe("a contact with a client", () => {
  it("is recorded in codes, and read with the client, the newest first", async () => {
    const world = await open();
    const say = (body: Record<string, unknown>, staff = officer) =>
      askAbout(world, routes.recordContact, recordContact, { params, query: {}, body: contactMadeInput.parse(body) }, staff);
    await say({ how: "PHONE", who: "CLIENT", outcome: "NO_ANSWER", at: "2026-03-01T03:00:00.000Z" });
    await say({ how: "WHATSAPP", who: "FAMILY", outcome: "CALL_BACK", at: "2026-03-01T04:00:00.000Z" });
    await say({ how: "WHATSAPP", who: "CLIENT", outcome: "OPENED" });
    const seen = routes.readClient.response.parse(await look(world));
    expect(seen.contacts.map(({ how, who, outcome, recordedBy }) => [how, who, outcome, recordedBy])).toEqual([
      ["WHATSAPP", "CLIENT", "OPENED", officer.id],
      ["WHATSAPP", "FAMILY", "CALL_BACK", officer.id],
      ["PHONE", "CLIENT", "NO_ANSWER", officer.id],
    ]);
    await expect(say({ how: "PHONE", who: "CLIENT", outcome: "REACHED", at: "2026-04-01T03:00:00.000Z" })).rejects.toMatchObject({
      details: [{ code: "receipt.future", path: "at" }],
    });
    await expect(say({ how: "PHONE", who: "CLIENT", outcome: "REACHED" }, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(contactMadeInput.safeParse({ how: "PHONE", who: "CLIENT", outcome: "REACHED", note: "apa saja" }).success).toBe(false);
  });
});

describe("a client is read", () => {
  it("with phone, consents in words, certificates, attempts and what stands in the way of a start", async () => {
    const world = await open({ certified: [1] });
    const placement = await bringToEmployer(world);
    const seen = await look(world);
    expect(seen.client).toMatchObject({ phone: "+6281200000001", version: 2, openPlacement: placement });
    expect(seen.consents.map(({ purpose, employerName, action }) => [purpose, employerName, action])).toEqual([
      ["EMPLOYER_SHARING", "CV Bengkel 1", "GIVEN"],
      ["PROFILING", undefined, "GIVEN"],
    ]);
    expect(seen.consents.every(({ words }) => words.id.length > 10)).toBe(true);
    expect(seen.certificates).toHaveLength(1);
    expect(seen.blockers).toEqual([{ code: "PLACEMENT_OPEN", words: expect.objectContaining({ en: expect.any(String) }) }]);
    expect(seen.attempts).toMatchObject([{ id: placement, attempt: 1, status: "AWAITING_EMPLOYER" }]);
    const shown = JSON.stringify(routes.readClient.response.parse(seen));
    for (const secret of ["ciphertext", "UJI-1", "PAROLE", "bapas-uji"]) expect(shown).not.toContain(secret);
  });

  it("by nobody of another office and by no trainer", async () => {
    const world = await open();
    await expect(look(world, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(look(world, trainer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});
