/** A planned agreement is signed, comes into force, wakes who waits, and runs out. */
import { describe, expect, it } from "vitest";
import { agreementChanges } from "../../../../shared/api/agreements.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeAgreement } from "../../../../shared/commands/agreements/change-agreement.ts";
import { readAgreement } from "../../../../shared/commands/agreements/read-agreement.ts";
import { bringToClient, clientSays, officer, read, start, supervisor } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { agreementPuts } from "../../../builders/put-records.ts";
import { buildAgreement } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const params = { id: idNo("agreement", 1) };
const planned = buildAgreement(1, { status: "PLANNED", signedOn: undefined, validFrom: "2026-03-01" });
const signed = { status: "SIGNED", signedOn: "2026-03-01" };

async function waiting(agreement = planned): Promise<{ world: World; id: string }> {
  const world = await open({ office: { agreementRequired: true } });
  await world.deps.store.database.commit(agreementPuts(agreement));
  const { id } = await start(world);
  await world.settle();
  expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
  return { world, id };
}
async function change(world: World, changes: Record<string, unknown>, version: number, staff = supervisor) {
  const body = agreementChanges.parse({ version, changes });
  const response = await askAbout(world, routes.changeAgreement, changeAgreement, { params, query: {}, body }, staff);
  await world.settle();
  return response;
}

describe("an agreement", () => {
  it("that is signed is in force at once and wakes who waits for a partner", async () => {
    const { world, id } = await waiting();
    expect(await change(world, signed, 1)).toMatchObject({ version: 2 });
    expect((await read(world, id)).status).toBe("AWAITING_APPROVAL");
    const seen = await askAbout(world, routes.readAgreement, readAgreement, { params, query: {}, body: {} });
    expect(routes.readAgreement.response.parse(seen)).toMatchObject({
      inForce: true,
      employerName: "CV Bengkel 1",
      agreement: { status: "SIGNED", version: 2 },
    });
  });

  it("that begins later wakes on the morning of its first day, unless it was moved or ended before", async () => {
    const { world, id } = await waiting({ ...planned, validFrom: "2026-03-05" });
    await change(world, signed, 1);
    expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
    await change(world, { validFrom: "2026-03-06" }, 2);
    await world.advanceTo("2026-03-05T02:00:30.000Z");
    expect((await read(world, id)).status).toBe("AWAITING_VACANCY");
    await world.advanceTo("2026-03-06T02:00:30.000Z");
    expect((await read(world, id)).status).toBe("AWAITING_APPROVAL");
    expect(world.failures()).toEqual([]);
  });

  it("is changed by a supervisor, on the version that was seen, and not back into a plan or beyond its end", async () => {
    const { world } = await waiting();
    await expect(change(world, signed, 1, officer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(change(world, { status: "SIGNED" }, 1)).rejects.toMatchObject({
      details: [{ code: "agreement.signedOn", path: "changes.signedOn" }],
    });
    await expect(change(world, { ...signed, signedOn: "2026-04-01" }, 1)).rejects.toMatchObject({
      details: [{ code: "date.future", path: "changes.signedOn" }],
    });
    await expect(change(world, { validTo: "2026-01-01" }, 1)).rejects.toMatchObject({ details: [{ code: "date.order" }] });
    await change(world, signed, 1);
    await expect(change(world, { title: "Lain" }, 1)).rejects.toMatchObject({ code: "CONFLICT", newer: { status: "SIGNED" } });
    await expect(change(world, { status: "PLANNED" }, 2)).rejects.toMatchObject({ details: [{ code: "agreement.isSigned" }] });
    for (const changes of [{ status: "TERMINATED" }, { employerId: idNo("employer", 2) }])
      expect(agreementChanges.safeParse({ version: 2, changes }).success).toBe(false);
  });

  it("that has run out recalls what nobody was asked about, and lets the rest go on", async () => {
    const world = await open({ office: { agreementRequired: true }, vacancies: [{}, {}], clients: [{}] });
    const first = buildAgreement(1, { status: "PLANNED", signedOn: undefined, validTo: "2026-03-03" });
    await world.deps.store.database.commit([...agreementPuts(first), ...agreementPuts(buildAgreement(2))]);
    await change(world, signed, 1);
    const id = await bringToClient(world, [2, 1]);
    await clientSays(world, id, [2, 1]);
    await world.settle();
    await world.advanceTo("2026-03-04T02:00:30.000Z");
    expect((await read(world, id)).shortlist.map(({ state }) => state)).toEqual(["ASKED", "RECALLED"]);
  });
});
