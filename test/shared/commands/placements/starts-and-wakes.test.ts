import { describe, expect, it } from "vitest";
import { verifyCertificate } from "../../../../shared/commands/certificates/verify-certificate.ts";
import { startPlacement } from "../../../../shared/commands/placements/start-placement.ts";
import { openVacancy } from "../../../../shared/commands/vacancies/open-vacancy.ts";
import { approve, colleague, day, keyFor, minute, officer, read, review, start, trainer } from "../../../builders/carry.ts";
import { once } from "../../../builders/faults.ts";
import { idNo } from "../../../builders/ids.ts";
import { certificatePuts } from "../../../builders/put-records.ts";
import { buildCertificate } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
/** From the end of a day until everybody has been written to in the morning. */
const untilMorning = 9 * 60 * minute;

/** Opens a vacancy of an employer as an officer would; it wakes who waits for one. */
function openNew(
  world: World,
  employerNo: number,
  changes: { skills?: string[]; seats?: number; minExperienceYears?: number; regencyCode?: string; wage?: number } = {},
) {
  const body = {
    employerId: idNo("employer", employerNo),
    title: "Asisten Mekanik",
    kbji: "7231.04",
    regencyCode: changes.regencyCode ?? "36.03",
    seats: changes.seats ?? 1,
    wage: { amount: changes.wage ?? 360_000_000, basis: "MONTHLY" as const },
    workDays: ["MONDAY" as const],
    reportDayFree: true,
    contractType: "PKWT" as const,
    requirements: {
      certificateRequired: false,
      schemes: [],
      minLevel: 0,
      skills: changes.skills ?? ["AUTOMOTIVE"],
      units: [],
      minExperienceYears: changes.minExperienceYears ?? 0,
    },
    recordCheck: "NOT_ASKED" as const,
    flags: [],
    validUntil: "2026-12-31",
  };
  const idempotency = keyFor(officer, "/vacancies", body);
  return world.request("openVacancy", (deps) => openVacancy(deps, { params: {}, query: {}, body, staff: officer, idempotency }));
}

const closed = { status: "CLOSED", seatsFree: 1 } as const;

describe("a start", () => {
  it.runIf(isWhole)("asked for twice at the same moment happens once", async () => {
    const world = await open();
    const results = await Promise.allSettled([start(world), start(world), start(world)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "START_BLOCKED", details: [{ code: "PLACEMENT_OPEN" }] });
    await world.settle();
    expect(await world.executions("placement")).toHaveLength(1);
  });

  it("sent again with its key gets the same answer, and with the key another request is refused", async () => {
    const world = await open({ clients: [{}, {}] });
    const body = (no: number) => ({ clientId: idNo("client", no), withoutCertificate: true });
    const send = (no: number) =>
      startPlacement(world.deps, {
        params: {},
        query: {},
        body: body(no),
        staff: officer,
        idempotency: keyFor(officer, "/placements", body(no), "key-of-a-start"),
      });
    const first = await send(1);
    await world.settle();
    expect(await send(1)).toEqual(first);
    await expect(send(2)).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    expect(await Promise.all([send(1), send(1), send(1)])).toEqual([first, first, first]);
  });

  it("of the same request three times at once gets one answer three times", async () => {
    const world = await open();
    const body = { clientId: idNo("client", 1), withoutCertificate: true };
    const idempotency = keyFor(officer, "/placements", body);
    const send = () => startPlacement(world.deps, { params: {}, query: {}, body, staff: officer, idempotency });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((response) => response.id)).size).toBe(1);
  });

  it("that is blocked says everything that stands in the way, and claims nothing", async () => {
    const world = await open({ clients: [{ statusDocument: undefined, birthDate: "2010-01-01", suspended: true }] });
    await expect(start(world)).rejects.toMatchObject({
      code: "START_BLOCKED",
      details: [{ code: "STATUS_DOCUMENT_MISSING" }, { code: "NOT_ADULT" }, { code: "SUSPENDED" }],
    });
    expect((await world.deps.store.clients.client(idNo("client", 1)))?.state.attempts).toBe(0);
  });

  it("with a certificate that is already verified goes straight to the ranking", async () => {
    const world = await open({ certified: [1] });
    const { id, status } = await start(world, 1, false);
    expect(status).toBe("RANKING");
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
  });
});

describe("a certificate", () => {
  it("verified while a placement waits for it carries the placement on; twice changes nothing", async () => {
    const world = await open();
    await world.deps.store.database.commit(certificatePuts(buildCertificate(1, { recordedBy: trainer.id })));
    const { id } = await start(world, 1, false);
    await world.settle();
    const verify = (staff: typeof officer) =>
      verifyCertificate(world.deps, {
        params: { id: idNo("certificate", 1) },
        query: {},
        body: { seen: true },
        staff,
        idempotency: keyFor(staff, "verify", id),
      });
    await world.request("verify", () => verify(colleague));
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
    await expect(verify(officer)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
  });
});

describe("a new vacancy", () => {
  it("wakes who waits for one", async () => {
    const world = await open({ vacancies: [closed] });
    const { id } = await start(world);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_VACANCY" });
    await openNew(world, 1);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", shortlistNo: 2 });
  });

  it("that is nothing for a client leaves the client's deadline as it is", async () => {
    const world = await open({ vacancies: [closed] });
    const { id } = await start(world);
    await world.settle();
    const before = await read(world, id);
    await world.advance(3 * day);
    await openNew(world, 1, { minExperienceYears: 20 });
    await world.settle();
    expect(await read(world, id)).toEqual(before);
  });

  it.runIf(isWhole)("reaches the one it fits, however many wait before whom it does not", async () => {
    const others = Array.from({ length: 5 }, () => ({ experienceYears: 0 }));
    const world = await open({ clients: [...others, { experienceYears: 9 }], vacancies: [closed] });
    const ids: string[] = [];
    for (const no of [1, 2, 3, 4, 5, 6]) {
      ids.push((await start(world, no)).id);
      await world.settle();
      await world.advance(1000);
    }
    await openNew(world, 1, { minExperienceYears: 5 });
    await world.settle();
    const statuses = await Promise.all(ids.map(async (id) => (await read(world, id)).status));
    expect(statuses).toEqual([...others.map(() => "AWAITING_VACANCY"), "AWAITING_APPROVAL"]);
  });

  it.runIf(isWhole)("with one seat wakes the three who waited longest", async () => {
    const world = await open({ clients: [{}, {}, {}, {}], vacancies: [closed] });
    const ids: string[] = [];
    for (const no of [1, 2, 3, 4]) {
      ids.push((await start(world, no)).id);
      await world.settle();
      await world.advance(1000);
    }
    await openNew(world, 1);
    await world.settle();
    const statuses = await Promise.all(ids.map(async (id) => (await read(world, id)).status));
    expect(statuses).toEqual(["AWAITING_APPROVAL", "AWAITING_APPROVAL", "AWAITING_APPROVAL", "AWAITING_VACANCY"]);
  });

  it.runIf(isWhole).each([
    ["36.04", "OWN_REGENCY", "AWAITING_VACANCY"],
    ["36.04", "PROVINCE", "AWAITING_APPROVAL"],
    ["32.01", "PROVINCE", "AWAITING_VACANCY"],
    ["32.01", "NEIGHBOURING_PROVINCES", "AWAITING_APPROVAL"],
    ["73.71", "NEIGHBOURING_PROVINCES", "AWAITING_VACANCY"],
    ["73.71", "ANYWHERE", "AWAITING_APPROVAL"],
  ] as const)("in %s leaves one who goes as far as %s in %s", async (regencyCode, willingness, status) => {
    const world = await open({ clients: [{ willingness }], vacancies: [closed] });
    const { id } = await start(world);
    await world.settle();
    await openNew(world, 1, { regencyCode });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status });
  });

  it.runIf(isWhole)("wakes who waited longest first, however far each of them would go", async () => {
    const ways = ["ANYWHERE", "OWN_REGENCY", "NEIGHBOURING_PROVINCES", "PROVINCE", "OWN_REGENCY"] as const;
    const world = await open({ clients: ways.map((willingness) => ({ willingness })), vacancies: [closed] });
    const ids: string[] = [];
    for (const [at] of ways.entries()) {
      ids.push((await start(world, at + 1)).id);
      await world.settle();
      await world.advance(1000);
    }
    await openNew(world, 1);
    await world.settle();
    const statuses = await Promise.all(ids.map(async (id) => (await read(world, id)).status));
    expect(statuses).toEqual([
      "AWAITING_APPROVAL",
      "AWAITING_APPROVAL",
      "AWAITING_APPROVAL",
      "AWAITING_VACANCY",
      "AWAITING_VACANCY",
    ]);
  });

  it.runIf(isWhole)("reaches the one it fits behind more than a page of others who wait in several places", async () => {
    const others = Array.from({ length: 40 }, (_one, at) => ({
      experienceYears: 0,
      willingness: (["PROVINCE", "ANYWHERE"] as const)[at % 2],
    }));
    const world = await open({ clients: [...others, { experienceYears: 9, willingness: "ANYWHERE" }], vacancies: [closed] });
    for (let no = 1; no <= 40; no += 1) await start(world, no);
    await world.settle();
    await world.advance(1000);
    const { id } = await start(world, 41);
    await world.settle();
    await openNew(world, 1, { minExperienceYears: 5 });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
  });

  it("with a wage that nobody can mean wakes nobody", async () => {
    const world = await open({ vacancies: [closed] });
    const { id } = await start(world);
    await world.settle();
    await openNew(world, 1, { wage: 88_800 });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_VACANCY", shortlistNo: 1 });
  });

  it("that opens between the ranking's look and its commit is not missed", async () => {
    const world = await open({ vacancies: [closed] });
    const plan = once((call) => call.invocation === "task rankPlacement pl" && call.command === "TransactWriteItemsCommand", {
      meanwhile: async () => {
        await openNew(world, 1);
        const pk = world.waitingRecords()[0] ?? "";
        expect(pk).not.toBe("");
        await world.sweep();
      },
    });
    world.faults.plan(plan);
    const { id } = await start(world);
    await world.settle();
    expect(plan.happened()).toBe(true);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
  });

  it("that the index does not show yet at the first look is seen at the second", async () => {
    const world = await open();
    const isOpenIndex = (input: object) => "IndexName" in input && input.IndexName === "open";
    const plan = once((call) => call.invocation === "task rankPlacement pl" && isOpenIndex(call.input), { stale: true });
    world.faults.plan(plan);
    const { id } = await start(world);
    await world.settle();
    expect(plan.happened()).toBe(true);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
  });

  it("never opens for a client who then goes on: silence brings the officer, who looks further", async () => {
    const world = await open({ clients: [{ willingness: "OWN_REGENCY" }], vacancies: [{ regencyCode: "36.04" }] });
    const { id } = await start(world);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_VACANCY" });
    await review(world, id, { decision: "WIDEN", to: "PROVINCE" });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", widened: "PROVINCE" });
  });
});

describe("an office whose staff leave everything to silence", () => {
  it.runIf(isWhole)("comes to the end by itself: the supervisor, the review, the closing", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    const passed: string[] = [];
    for (let waits = 0; waits < 6; waits += 1) {
      const { status, stage, deadline } = await read(world, id);
      passed.push(`${status} ${stage}`);
      if (!deadline) break;
      await world.advanceTo(new Date(Date.parse(deadline) + untilMorning).toISOString());
      await world.digests();
    }
    expect(passed).toEqual(["AWAITING_APPROVAL 1", "AWAITING_APPROVAL 2", "AWAITING_REVIEW 1", "AWAITING_REVIEW 2", "CLOSED 1"]);
    expect(await read(world, id)).toMatchObject({ reason: "NO_DECISION" });
    const told = world.mails().filter((mail) => mail.to === "kepala@titian.test");
    expect(told.map(({ subject }) => subject)).toEqual(["Hari ini: 1 menunggu Anda", "Hari ini: 1 menunggu Anda"]);
    await expect(approve(world, id, [1])).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    expect(await start(world)).toMatchObject({ status: "RANKING" });
  });
});
