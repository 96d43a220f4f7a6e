/** How the next version of a record is written, on real tables. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Client } from "../../../shared/domain/clients/client.ts";
import { agreementAtRest } from "../../../shared/store/agreements.ts";
import { clientAtRest, clientClaim, clientRelease } from "../../../shared/store/clients.ts";
import type { Write } from "../../../shared/store/dynamodb.ts";
import { keys } from "../../../shared/store/keys.ts";
import { type Act, changedFields, recordWrites, type Stored } from "../../../shared/store/record.ts";
import { type OfferedVacancy, seatChange, vacancyAtRest } from "../../../shared/store/vacancies.ts";
import { auditOf } from "../../builders/audit.ts";
import { idNo } from "../../builders/ids.ts";
import { buildAgreement, buildClient, buildEmployer, buildVacancy, startOfTest } from "../../builders/records.ts";
import { useWorlds } from "../../builders/use-worlds.ts";
import type { World } from "../../builders/world.ts";

const open = useWorlds();
const act: Act = { at: startOfTest, actor: "officer:st", event: "test" };
const commit = (world: World, writes: readonly Write[]) => world.deps.store.database.commit(writes);

const item = z.record(z.string(), z.unknown());
const itemOf = async (world: World, table: "clients" | "employers", key: { pk: string; sk: string }) =>
  (await world.deps.store.database.get(table, key, item)) ?? {};
const client7 = keys.client(idNo("client", 7));

async function stored<R>(read: Promise<Stored<R> | undefined>): Promise<Stored<R>> {
  const found = await read;
  if (!found) throw new Error("it is not there");
  return found;
}

const nik = { ciphertext: "c", iv: "i", tag: "t", dataKey: "d", lookup: "v1.first", last4: "0001" };

/** A client of number 7 as recorded for the first time. */
async function record(changes: Partial<Client> = {}): Promise<{ world: World; before: Stored<Client> }> {
  const world = await open();
  const result = await commit(world, recordWrites(clientAtRest, undefined, buildClient(7, { nik, ...changes }), act));
  expect(result).toEqual({ kind: "committed" });
  return { world, before: await stored(world.deps.store.clients.client(idNo("client", 7))) };
}

const next = (world: World, before: Stored<Client>, changes: Partial<Client>, told: Act = act) =>
  commit(world, recordWrites(clientAtRest, before, { ...before.state, ...changes }, told));

describe("the next version of a record", () => {
  it("brings what has changed, takes away what is gone, and leaves the rest", async () => {
    const { world, before } = await record();
    const domicile = { regencyCode: "36.71", street: "Jalan Uji 7" };
    expect(await next(world, before, { domicile, phone: undefined, skills: [] })).toEqual({ kind: "committed" });
    const after = await itemOf(world, "clients", client7);
    expect(after).toMatchObject({ domicile, skills: [], fullName: "Contoh Klien 7", version: 2 });
    expect(Object.keys(after)).not.toContain("phone");
  });

  it("stands where the indexes look for it", async () => {
    const { world, before } = await record();
    await next(world, before, { fullName: "Zainal Uji" });
    const { items } = await world.deps.store.clients.ofOffice("bapas-uji", { limit: 10 });
    expect(items.map(({ fullName }) => fullName)).toEqual(["Contoh Klien 1", "Zainal Uji"]);
    expect(await itemOf(world, "clients", client7)).toMatchObject({
      officeSk: `CONSENTED#zainal uji#${idNo("client", 7)}`,
    });
  });

  it("stands in the audit, which names the fields where it is told them", async () => {
    const { world, before } = await record();
    const changes = { phone: "+6281299999999", education: "SMK" } as const;
    const fields = changedFields(before.state, { ...before.state, ...changes });
    expect(fields).toEqual(["phone", "education"]);
    await next(world, before, changes, { ...act, event: "changeClient", fields });
    const entries = await auditOf(world, idNo("client", 7));
    expect(entries.map((entry) => [entry.version, entry.event, entry.fields])).toEqual([
      [1, "test", undefined],
      [2, "changeClient", fields],
    ]);
    const after = await stored(world.deps.store.clients.client(idNo("client", 7)));
    expect(after.auditHead).toBe(entries[1]?.hash);
  });

  it("is refused on a version that is no longer the newest", async () => {
    const { world, before } = await record();
    await next(world, before, { phone: "+6281200000002" });
    expect(await next(world, before, { phone: "+6281200000003" })).toEqual({ kind: "refused", labels: ["client", "audit"] });
    expect(await itemOf(world, "clients", client7)).toMatchObject({ phone: "+6281200000002", version: 2 });
  });

  it("is not recorded for the first time twice", async () => {
    const { world } = await record();
    const again = await commit(world, recordWrites(clientAtRest, undefined, buildClient(7), act));
    expect(again).toEqual({ kind: "refused", labels: ["client", "audit"] });
  });

  it("is followed by the claim of a placement, which stands in its audit, and leaves its release alone", async () => {
    const { world, before } = await record();
    const claim = { placementId: idNo("placement", 1), officerId: before.state.officerId, at: startOfTest, actor: "officer:st" };
    await commit(world, clientClaim(before, claim));
    expect(await next(world, before, { phone: "+6281200000002" })).toEqual({ kind: "refused", labels: ["client", "audit"] });
    const started = await stored(world.deps.store.clients.client(idNo("client", 7)));
    expect(await next(world, started, { phone: "+6281200000002" })).toEqual({ kind: "committed" });
    expect((await auditOf(world, idNo("client", 7))).map(({ event, about }) => [event, about])).toContainEqual([
      "startPlacement",
      [claim.placementId],
    ]);
    const claimed = await stored(world.deps.store.clients.client(idNo("client", 7)));
    expect(claimed.state).toMatchObject({ openPlacement: idNo("placement", 1), attempts: 1, phone: "+6281200000002" });
    await commit(world, [clientRelease(idNo("client", 7), idNo("placement", 1))]);
    expect(await next(world, claimed, { phone: undefined })).toEqual({ kind: "committed" });
    expect(Object.keys(await itemOf(world, "clients", client7))).not.toContain("openPlacement");
  });

  it("takes the lock of a number along, and gives the old one back", async () => {
    const { world, before } = await record();
    const { clients } = world.deps.store;
    await next(world, before, { nik: { ...nik, lookup: "v1.second" } });
    expect([await clients.byNik("v1.first"), await clients.byNik("v1.second")]).toEqual([
      undefined,
      { clientId: idNo("client", 7) },
    ]);
    const other = recordWrites(clientAtRest, undefined, buildClient(8, { nik: { ...nik, lookup: "v1.second" } }), act);
    expect(await commit(world, other)).toEqual({ kind: "refused", labels: ["nik"] });
  });

  it("of an agreement is found where it ends now", async () => {
    const world = await open();
    await commit(world, recordWrites(agreementAtRest, undefined, buildAgreement(1), act));
    const before = await stored(world.deps.store.agreements.stored(idNo("agreement", 1)));
    await commit(world, recordWrites(agreementAtRest, before, { ...before.state, validTo: "2026-06-30" }, act));
    expect(await itemOf(world, "employers", keys.agreement(idNo("agreement", 1)))).toMatchObject({
      validTo: "2026-06-30",
      directorySk: `2026-06-30#${idNo("agreement", 1)}`,
    });
  });
});

describe("the next version of a vacancy", () => {
  const at7 = keys.vacancy(idNo("vacancy", 7));

  async function offer(
    changes: Parameters<typeof buildVacancy>[1] = {},
  ): Promise<{ world: World; before: Stored<OfferedVacancy> }> {
    const world = await open({ vacancies: [] });
    const vacancy = { ...buildVacancy(7, changes), offeredBy: buildEmployer(7) };
    await commit(world, recordWrites(vacancyAtRest, undefined, vacancy, act));
    return { world, before: await stored(world.deps.store.vacancies.stored(idNo("vacancy", 7))) };
  }
  const change = (world: World, before: Stored<OfferedVacancy>, changes: Partial<OfferedVacancy>) =>
    commit(world, recordWrites(vacancyAtRest, before, { ...before.state, ...changes }, act));
  const inMatching = async (world: World) => (await world.deps.store.vacancies.openIn("36")).items;

  it("is what matching reads from then on, of the vacancy and of its employer", async () => {
    const { world, before } = await offer();
    expect(before.state.offeredBy).toEqual({ size: "SMALL", optOut: false });
    const wage = { amount: 500_000_000, basis: "MONTHLY" } as const;
    await change(world, before, { wage, regencyCode: "36.71", offeredBy: { size: "LARGE", optOut: true } });
    expect(await inMatching(world)).toMatchObject([
      { vacancy: { wage, regencyCode: "36.71" }, employer: { size: "LARGE", optOut: true } },
    ]);
  });

  it("leaves a seat alone that was taken meanwhile, and the lists without it", async () => {
    const { world, before } = await offer();
    await commit(world, [seatChange(before.state, -1)]);
    expect(await change(world, before, { title: "Mekanik Kepala" })).toEqual({ kind: "committed" });
    const after = await itemOf(world, "employers", at7);
    expect(after).toMatchObject({ title: "Mekanik Kepala", seatsFree: 0 });
    expect(Object.keys(after)).not.toContain("openPk");
  });

  it("is not closed on free seats that are no longer as they were read: it would stay in the lists", async () => {
    const { world, before } = await offer();
    await commit(world, [seatChange(before.state, -1)]);
    const full = await stored(world.deps.store.vacancies.stored(idNo("vacancy", 7)));
    await commit(world, [seatChange(full.state, 1)]);
    expect(await change(world, full, { status: "CLOSED" })).toEqual({ kind: "refused", labels: ["vacancy"] });
    expect(await inMatching(world)).toHaveLength(1);
    const free = await stored(world.deps.store.vacancies.stored(idNo("vacancy", 7)));
    expect(await change(world, free, { status: "CLOSED" })).toEqual({ kind: "committed" });
    expect(await inMatching(world)).toEqual([]);
    const { items } = await world.deps.store.vacancies.openInProvince("36", { limit: 10 });
    expect(items).toEqual([]);
  });

  it("with more seats holds on those that were free", async () => {
    const { world, before } = await offer();
    await commit(world, [seatChange(before.state, -1)]);
    expect(await change(world, before, { seats: 2, seatsFree: 2 })).toEqual({ kind: "refused", labels: ["vacancy"] });
    const full = await stored(world.deps.store.vacancies.stored(idNo("vacancy", 7)));
    expect(await change(world, full, { seats: 2, seatsFree: 1 })).toEqual({ kind: "committed" });
    expect(await inMatching(world)).toMatchObject([{ vacancy: { seatsFree: 1 } }]);
  });
});

describe("what differs between two versions", () => {
  it("is compared to the last value, however it is written", () => {
    const before = { a: 1, list: [1, 2], deep: { x: "x", y: undefined }, gone: "g", version: 1 };
    const after = { list: [2, 1], deep: { x: "x" }, a: 1, came: "c", gone: undefined, version: 2 };
    expect(changedFields(before, after)).toEqual(["list", "gone", "came"]);
    expect(changedFields({ a: [] }, { a: {} })).toEqual(["a"]);
    expect(changedFields({ a: null }, {})).toEqual(["a"]);
  });
});
