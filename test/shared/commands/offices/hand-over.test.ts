/** Work goes to another officer in one act: of one client, of all, of who leaves, and for the days on which somebody stands in. */

import { describe, expect, it } from "vitest";
import * as z from "zod";
import { routes } from "../../../../shared/api/routes.ts";
import { handOverClient } from "../../../../shared/commands/clients/hand-over-client.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { coverStaff } from "../../../../shared/commands/offices/cover-staff.ts";
import { handOverWork } from "../../../../shared/commands/offices/hand-over-work.ts";
import { readOfficeHistory } from "../../../../shared/commands/offices/read-office-history.ts";
import { registerStaff, staffRegistration } from "../../../../shared/commands/offices/register-staff.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import type { Cover, Staff } from "../../../../shared/domain/offices/staff.ts";
import { openStatuses, placementStatusRows } from "../../../../shared/domain/placements/statuses.ts";
import { statePut } from "../../../../shared/store/processes.ts";
import { staffPut } from "../../../../shared/store/staff.ts";
import { waitPut } from "../../../../shared/store/waits.ts";
import { auditOf } from "../../../builders/audit.ts";
import {
  answerLink,
  approve,
  bringToEmployer,
  bringToWork,
  colleague,
  day,
  keyFor,
  linkOf,
  minute,
  officer,
  read,
  start,
  stranger,
  supervisor,
  trainer,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildFollowUp, buildPlacement } from "../../../builders/processes.ts";
import { clientPuts } from "../../../builders/put-records.ts";
import { buildClient } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

function handOver(world: World, from: string, to: string, staff = supervisor) {
  const idempotency = keyFor(staff, "/staff/{id}/hand-over", [from, to]);
  const request = { params: { id: from }, query: {}, body: { to }, staff, idempotency };
  return world.request("handOver", (deps) => handOverWork(deps, request), routes.handOverWork);
}
function handOverOne(world: World, clientNo: number, to: string, staff = supervisor) {
  const idempotency = keyFor(staff, "/clients/{id}/hand-over", [clientNo, to]);
  const request = { params: { id: idNo("client", clientNo) }, query: {}, body: { to }, staff, idempotency };
  return world.request("handOverOne", (deps) => handOverClient(deps, request), routes.handOverClient);
}
function cover(world: World, of: Staff, covers: readonly Cover[], staff = supervisor, version = 0) {
  const idempotency = keyFor(staff, "/staff/{id}/covers", covers);
  const request = { params: { id: of.id }, query: {}, body: { version, covers: [...covers] }, staff, idempotency };
  return world.request("cover", (deps) => coverStaff(deps, request), routes.coverStaff);
}
const inboxOf = async (world: World, staff: Staff) =>
  (await readInbox(world.deps, { staff, params: {}, body: {}, query: { limit: 100 }, idempotency: undefined })).items;
const clientOf = async (world: World, no: number) => (await world.deps.store.clients.client(idNo("client", no)))?.state;
/** Lets the second pass over the office come, too. */
const finish = async (world: World): Promise<void> => {
  await world.settle();
  for (let minutes = 0; minutes < 3; minutes += 1) await world.advance(minute);
};

/** What the digests of the next morning say of hand-overs. */
async function handedOverIn(world: World, staff: Staff): Promise<readonly string[]> {
  await world.advanceTo("2026-03-03T00:30:00.000Z");
  await world.digests();
  const digest = world.mails().findLast(({ to, subject }) => to === staff.email && subject.startsWith("Hari ini:"));
  return digest?.text.split("Yang diserahkan kepada Anda:\n")[1]?.split("\n").slice(0, 2) ?? [];
}

describe("what was handed over is told in the morning", () => {
  it("of one client by number, with whom it was, to who takes over and to nobody else", async () => {
    const world = await open();
    await handOverOne(world, 1, colleague.id);
    await world.settle();
    const client = idNo("client", 1);
    expect(await handedOverIn(world, colleague)).toEqual([
      expect.stringMatching(/^K-\w{5}, sebelumnya pada Petugas 1$/),
      `https://titian.test/konsol/klien/${client}`,
    ]);
    expect(await handedOverIn(world, officer)).toEqual([]);
  });

  it("of all in one line, and of what was given on meanwhile nothing", async () => {
    const world = await open({ clients: [{}, {}] });
    await handOverOne(world, 1, colleague.id);
    await world.settle();
    await handOverOne(world, 1, supervisor.id);
    await handOver(world, officer.id, supervisor.id);
    await finish(world);
    expect(await handedOverIn(world, colleague)).toEqual([]);
    const told = await handedOverIn(world, supervisor);
    expect(told[0]).toMatch(/^(K-\w{5}, sebelumnya pada Petugas 2|Semua klien dan pekerjaan Petugas 1)$/);
    const office = { params: {}, query: { limit: 25 }, body: {}, staff: officer, idempotency: undefined };
    expect((await readOfficeHistory(world.deps, office)).items).toMatchObject([
      { event: "handOverWork", words: { id: "Semua pekerjaan petugas diserahkan" }, by: { name: supervisor.name } },
    ]);
  });
});

describe("one client", () => {
  it("goes with all that is under way: links live on, the page names the new officer, and the audit says who ordered it", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const before = await read(world, id);
    expect(await handOverOne(world, 1, colleague.id)).toMatchObject({ id: idNo("client", 1) });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ officerId: colleague.id, waitNo: before.waitNo, deadline: before.deadline });
    expect((await clientOf(world, 1))?.officerId).toBe(colleague.id);
    const link = linkOf(world);
    const seen = await viewLink(world.deps, { params: {}, query: {}, body: link, idempotency: undefined });
    expect([seen.open, seen.asker]).toEqual([true, "Petugas 2 (Titian Kerja)"]);
    await answerLink(world, link, { choice: "ACCEPT" });
    await world.advance(11 * minute);
    expect((await inboxOf(world, colleague)).map((item) => item.status)).toEqual(["AWAITING_CONFIRMATION"]);
    const [orderedBy] = (await auditOf(world, id)).filter(({ event }) => event === "handOver").map(({ actor }) => actor);
    expect(orderedBy).toBe(`supervisor:${supervisor.id}`);
    const client = await world.deps.store.database.query(
      "audit",
      { condition: "pk = :pk", values: { ":pk": idNo("client", 1) } },
      z.looseObject({ event: z.string() }),
    );
    expect(client.items.at(-1)).toMatchObject({ event: "handOver", fields: ["officerId"] });
  });

  it.runIf(isWhole)("goes with a follow-up, and what has ended stays with whom it had", async () => {
    const world = await open();
    const id = await bringToWork(world);
    await handOverOne(world, 1, colleague.id);
    await world.settle();
    const followUp = (await world.deps.store.processes.followUp(`fu_${id.slice(3)}`))?.state;
    expect([followUp?.officerId, (await read(world, id)).officerId]).toEqual([colleague.id, officer.id]);
  });

  it("does not go to who cannot carry it, nor at an officer's word, nor from another office", async () => {
    const world = await open();
    for (const to of [trainer.id, stranger.id, idNo("staff", 77)])
      await expect(handOverOne(world, 1, to)).rejects.toMatchObject({
        code: "REQUEST_INVALID",
        details: [{ code: "staff.cannot-carry", path: "to" }],
      });
    await expect(handOverOne(world, 1, colleague.id, officer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const foreign = { ...stranger, role: "supervisor" as const };
    await expect(handOverOne(world, 1, stranger.id, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(handOver(world, officer.id, stranger.id, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(handOver(world, officer.id, officer.id)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  });
});

describe("all of an officer", () => {
  it.runIf(isWhole)(
    "goes in one act, whatever it stands at, page by page, though the relay crashes on the way",
    async () => {
      const world = await open();
      const count = 130;
      const numbers = Array.from({ length: count }, (_, at) => 100 + at);
      const statuses = [...openStatuses, "CLOSED"] as const;
      const placements = numbers.map((no) => {
        const status = statuses[no % statuses.length] ?? "RANKING";
        const officerId = no % 10 === 0 ? colleague.id : officer.id;
        return buildPlacement(status, { id: idNo("placement", no), clientId: idNo("client", no), officerId });
      });
      const followUp = buildFollowUp({ id: idNo("followUp", 900), clientId: idNo("client", 100) });
      for (let from = 0; from < count; from += 25) {
        const writes = placements
          .slice(from, from + 25)
          .flatMap((placement, at) => [
            statePut(undefined, placement, "head", world.now()),
            ...(placement.waitOpen ? [waitPut(placement, world.now())] : []),
            ...clientPuts(buildClient(from + at + 100, { id: placement.clientId, officerId: placement.officerId })),
          ]);
        await world.deps.store.database.commit(writes);
      }
      await world.deps.store.database.commit([statePut(undefined, followUp, "head", world.now())]);
      await handOver(world, officer.id, supervisor.id);
      world.useStream(false);
      await finish(world);
      for (let minutes = 0; minutes < 12; minutes += 1) await world.advance(minute);
      const owners = await Promise.all(
        placements.map(async ({ id, status, officerId }) => {
          const wanted = status === "CLOSED" || officerId === colleague.id ? officerId : supervisor.id;
          return [id, wanted === (await read(world, id)).officerId];
        }),
      );
      expect(owners.filter(([, right]) => !right)).toEqual([]);
      for (const no of numbers) expect((await clientOf(world, no))?.officerId).toBe(no % 10 === 0 ? colleague.id : supervisor.id);
      expect((await world.deps.store.processes.followUp(followUp.id))?.state.officerId).toBe(supervisor.id);
      expect(world.dead()).toEqual([]);
    },
    120_000,
  );

  it.runIf(isWhole)("that is handed back stays where it went back to, with what came to the officer in between", async () => {
    const world = await open({ clients: [{}, { phone: "+6281200000002" }], vacancies: [{}, {}] });
    const { id } = await start(world);
    await world.settle();
    await handOver(world, officer.id, colleague.id);
    await world.settle();
    expect((await read(world, id)).officerId).toBe(colleague.id);
    await world.advance(5000);
    // One by one, and then all the rest: before the office is gone through again for the first order.
    await handOverOne(world, 1, officer.id);
    await world.settle();
    await world.advance(5000);
    await handOver(world, colleague.id, officer.id);
    await finish(world);
    expect((await read(world, id)).officerId).toBe(officer.id);
    for (const no of [1, 2]) expect((await clientOf(world, no))?.officerId).toBe(officer.id);
    const moves = (await auditOf(world, id)).filter(({ event }) => event === "handOver");
    expect(moves).toHaveLength(2);
    const ofClient = await world.deps.store.database.query(
      "audit",
      { condition: "pk = :pk", values: { ":pk": idNo("client", 2) } },
      z.looseObject({ event: z.string() }),
    );
    expect(ofClient.items.filter(({ event }) => event === "handOver")).toHaveLength(2);
  });

  it.runIf(isWhole)("restarts the clock of an approval, at its first stage, and of nothing else", async () => {
    const world = await open({ clients: [{}, { phone: "+6281200000002" }], vacancies: [{}, {}] });
    const { id } = await start(world);
    const asked = await bringToEmployer(world, [2], 2);
    await world.settle();
    const old = await read(world, id);
    await world.advanceTo(old.deadline ?? "");
    expect((await read(world, id)).stage).toBe(2);
    const employersDeadline = (await read(world, asked)).deadline;
    await handOver(world, officer.id, colleague.id);
    await finish(world);
    const now = await read(world, id);
    expect(now).toMatchObject({ status: "AWAITING_APPROVAL", stage: 1, officerId: colleague.id });
    expect(now.deadline).toBe("2026-03-17T17:00:00.000Z");
    expect((await read(world, asked)).deadline).toBe(employersDeadline);
    await world.advance(3 * day);
    await approve(world, id, [1], colleague);
    await world.settle();
    expect((await read(world, id)).status).toBe("AWAITING_CLIENT");
    const [execution] = (await world.executions("placement")).filter(({ name }) => name.startsWith(id.replace("_", "-")));
    expect(execution?.status).toBe("RUNNING");
    expect(placementStatusRows.AWAITING_APPROVAL.kind).toBe("WAITS");
  });
});

describe("who leaves", () => {
  const registration = (people: readonly Record<string, unknown>[], office = "bapas-uji") =>
    staffRegistration.parse({
      office: { id: office, name: "Bapas Uji", provinceCode: "36", regencyCode: "36.03", zone: "WIB" },
      staff: people,
    });
  const login = ({ issuer, subject, role, name, email }: Staff) => ({ issuer, subject, role, name, email });

  it.runIf(isWhole).each([
    ["a supervisor, where nobody is named", undefined, supervisor],
    ["the colleague who is named", colleague.id, colleague],
  ])("leaves all open work to %s", async (_name, handOverTo, receiver) => {
    const world = await open();
    const id = await bringToEmployer(world);
    await registerStaff(world.deps, registration([{ ...login(officer), active: false, handOverTo }]));
    await finish(world);
    await world.sweep();
    await finish(world);
    expect([(await read(world, id)).officerId, (await clientOf(world, 1))?.officerId]).toEqual([receiver.id, receiver.id]);
  });

  it.runIf(isWhole)(
    "to another office, too; not to somebody who leaves with them, and who stands in for whom stays as it was",
    async () => {
      const world = await open();
      const covers = [{ by: officer.id, from: "2026-03-02", to: "2026-03-06" }];
      await world.deps.store.database.commit([staffPut({ ...colleague, covers })]);
      const id = await bringToEmployer(world);
      await registerStaff(world.deps, registration([login(officer)], "bapas-lain"));
      await world.sweep();
      await finish(world);
      expect((await read(world, id)).officerId).toBe(supervisor.id);
      await registerStaff(world.deps, registration([{ ...login(supervisor), active: false }, login(colleague)]));
      await world.sweep();
      await finish(world);
      expect((await read(world, id)).officerId).toBe(colleague.id);
      expect((await world.deps.store.staff.byLogin(colleague.issuer, colleague.subject))?.covers).toEqual(covers);
      const wrong = registration([{ ...login(colleague), active: false, handOverTo: trainer.id }]);
      await expect(registerStaff(world.deps, wrong)).rejects.toMatchObject({
        details: [{ code: "staff.cannot-carry", path: "staff.0.handOverTo" }],
      });
    },
  );
});

describe("somebody who stands in", () => {
  it("has the whole time of an approval from the first day, once; who takes the cover back first, changes nothing", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    const old = (await read(world, id)).deadline ?? "";
    const from = "2026-03-04";
    await cover(world, officer, [{ by: colleague.id, from, to: "2026-03-20" }], officer);
    await world.settle();
    expect((await read(world, id)).deadline).toBe(old);
    await world.advanceTo("2026-03-03T17:00:30.000Z");
    const later = await read(world, id);
    expect([later.deadline, later.officerId]).toEqual(["2026-03-11T17:00:00.000Z", officer.id]);
    expect((await inboxOf(world, colleague)).map((item) => item.id)).toEqual([id]);
    await world.advance(day);
    expect((await read(world, id)).deadline).toBe(later.deadline);
    const other = [{ by: colleague.id, from: "2026-03-06", to: "2026-03-07" }];
    await expect(cover(world, officer, other)).rejects.toMatchObject({ code: "CONFLICT", newer: { version: 1 } });
    expect(await cover(world, officer, other, supervisor, 1)).toMatchObject({ version: 2 });
    await cover(world, officer, [], supervisor, 2);
    await world.advance(3 * day);
    expect((await read(world, id)).deadline).toBe(later.deadline);
    expect((await inboxOf(world, colleague)).map((item) => item.id)).toEqual([]);
  });

  it("is of the office and there; the days are in order and not over", async () => {
    const world = await open();
    const days = { from: "2026-03-04", to: "2026-03-06" };
    for (const by of [trainer.id, stranger.id, officer.id])
      await expect(cover(world, officer, [{ by, ...days }])).rejects.toMatchObject({
        details: [{ code: "staff.cannot-carry", path: "covers.0.by" }],
      });
    for (const wrong of [
      { from: "2026-03-06", to: "2026-03-04" },
      { from: "2026-02-20", to: "2026-02-24" },
    ])
      await expect(cover(world, officer, [{ by: colleague.id, ...wrong }])).rejects.toMatchObject({
        details: [{ code: "cover.days", path: "covers.0.to" }],
      });
    await expect(cover(world, stranger, [])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
