/** Who sees which work: nobody another office's, a supervisor all that was let pass and all that nobody carries. */
import { describe, expect, it } from "vitest";
import { listPlacements } from "../../../../shared/commands/placements/list-placements.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import { readPlacement } from "../../../../shared/commands/placements/read-placement.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import type { Placement } from "../../../../shared/domain/placements/placement.ts";
import { statePut } from "../../../../shared/store/processes.ts";
import { movedAwayPut, staffPut } from "../../../../shared/store/staff.ts";
import { bringToEmployer, confirm, day, employerSays, officer, start, supervisor } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildPlacement } from "../../../builders/processes.ts";
import { buildStaff } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const inboxOf = (world: World, staff: Staff, limit = 25, cursor?: string) =>
  readInbox(world.deps, { staff, params: {}, body: {}, query: { limit, cursor }, idempotency: undefined });

/** Puts so many placements into the tables, a hundred a transaction. */
async function put(world: World, placements: readonly Placement[]): Promise<void> {
  for (let from = 0; from < placements.length; from += 100)
    await world.deps.store.database.commit(
      placements.slice(from, from + 100).map((placement) => statePut(undefined, placement, "head", world.now())),
    );
}
const several = (count: number, first: number, of: (no: number) => Placement): Placement[] =>
  Array.from({ length: count }, (_, at) => of(first + at));
const waiting = (no: number, changes: Partial<Placement> = {}): Placement =>
  buildPlacement("AWAITING_REVIEW", {
    id: idNo("placement", no),
    deadline: new Date(Date.parse("2026-03-09T17:00:00.000Z") + no * 60_000).toISOString(),
    ...changes,
  });

describe("the inbox", () => {
  it("of an officer who moved to another office holds nothing of the old one", async () => {
    const world = await open();
    await start(world);
    await world.settle();
    expect((await inboxOf(world, officer)).items).toHaveLength(1);
    const moved = { ...officer, officeId: "bapas-lain" };
    await world.deps.store.database.commit([staffPut(moved)]);
    expect((await inboxOf(world, moved)).items).toEqual([]);
  });

  it("of an officer who moved is at its end at once: no cursor names what waits in the old office", async () => {
    const world = await open();
    await put(world, several(60, 100, waiting));
    const moved = { ...officer, officeId: "bapas-lain" };
    await world.deps.store.database.commit([staffPut(moved)]);
    expect(await inboxOf(world, moved, 1)).toMatchObject({ items: [], cursor: undefined });
    await put(world, [waiting(900, { officeId: "bapas-lain" }), waiting(901, { officeId: "bapas-lain" })]);
    const page = await inboxOf(world, moved, 1);
    expect(page.items.map(({ id }) => id)).toEqual([idNo("placement", 900)]);
    expect(Buffer.from(page.cursor ?? "", "base64url").toString("utf8")).toContain(idNo("placement", 900));
  });

  it("holds no start that the officer has confirmed, until the employer has let its time pass", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "ACCEPT" });
    await world.settle();
    expect((await inboxOf(world, officer)).items).toMatchObject([{ id, ask: { name: "CONFIRM_START" } }]);
    await confirm(world, id, false, { writtenContract: true });
    await world.settle();
    expect((await inboxOf(world, officer)).items).toEqual([]);
    const others = await listPlacements(world.deps, {
      staff: officer,
      params: {},
      body: {},
      query: { limit: 25, waitingFor: "others" },
      idempotency: undefined,
    });
    expect(others.items).toMatchObject([{ id, waitingFor: ["employer"], ask: undefined }]);
    const shown = () =>
      readPlacement(world.deps, { staff: officer, params: { id }, body: {}, query: {}, idempotency: undefined });
    expect((await shown()).waitingFor).toEqual(["employer"]);
    await world.advance(14 * day);
    expect((await shown()).waitingFor).toEqual(["employer", "officer"]);
    expect((await inboxOf(world, officer)).items).toMatchObject([
      { id, ask: { name: "CHASE_START" }, reach: [{ side: "EMPLOYER" }], waitingFor: ["employer", "officer"] },
    ]);
  });

  it("of a supervisor holds what was escalated, however much else waits", async () => {
    const world = await open();
    await put(world, several(350, 100, waiting));
    await put(world, [
      waiting(900, { stage: 2 }),
      waiting(901, { stage: 2 }),
      waiting(902, { stage: 2, officeId: "bapas-lain" }),
    ]);
    const { items } = await inboxOf(world, supervisor);
    expect(items.map((item) => item.id)).toEqual([idNo("placement", 900), idNo("placement", 901)]);
  });

  it("of a supervisor is turned page by page, by deadline, to its end", async () => {
    const world = await open();
    await put(
      world,
      several(7, 100, (no) => waiting(no, { stage: 2 })),
    );
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await inboxOf(world, supervisor, 3, cursor);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.cursor;
    }
    expect(seen).toEqual(several(7, 100, waiting).map((placement) => placement.id));
    for (const cursor of ["AAAA", Buffer.from("{}").toString("base64url")])
      await expect(inboxOf(world, supervisor, 3, cursor)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  });

  it.each([
    ["inactive", { ...officer, active: false }],
    ["of another office by now", { ...officer, officeId: "bapas-lain" }],
    ["a trainer by now", { ...officer, role: "trainer" as const }],
  ])("of a supervisor holds the work of an officer who is %s", async (_name, gone) => {
    const world = await open();
    await start(world);
    await world.settle();
    expect((await inboxOf(world, supervisor)).items).toEqual([]);
    const trace = gone.officeId === officer.officeId ? [] : [movedAwayPut(officer.officeId, gone.id)];
    await world.deps.store.database.commit([staffPut(gone), ...trace]);
    expect((await inboxOf(world, supervisor)).items).toMatchObject([{ status: "AWAITING_APPROVAL", stage: 1 }]);
  });
});

describe("a deadline", () => {
  const say = async (deadline: string) => {
    const world = await open();
    await put(world, [waiting(1, { deadline })]);
    const request = { staff: officer, body: {}, idempotency: undefined };
    const detail = await readPlacement(world.deps, { ...request, params: { id: idNo("placement", 1) }, query: {} });
    const list = await listPlacements(world.deps, { ...request, params: {}, query: { limit: 5 } });
    const inbox = await inboxOf(world, officer);
    return [detail, list.items[0], inbox.items[0]].map((item) => item?.deadlineProvisional);
  };

  it("in a year whose holidays are not decreed is said to be provisional; the last day of one that is, is not", async () => {
    expect(await say("2027-01-06T17:00:00.000Z")).toEqual([true, true, true]);
    expect(await say("2026-12-31T17:00:00.000Z")).toEqual([undefined, undefined, undefined]);
  });
});

describe("a task for an officer who is inactive", () => {
  it("is heard of by the office's active supervisors", async () => {
    const world = await open();
    const away = buildStaff(5, { role: "supervisor", email: "cuti@titian.test", active: false });
    const id = await bringToEmployer(world);
    await world.deps.store.database.commit([staffPut({ ...officer, active: false }), staffPut(away)]);
    await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-06T03:00:00.000Z"] });
    await world.settle();
    const tasks = world.mails().filter((mail) => mail.subject === "Wawancara: beri tahu klien");
    expect(tasks.map((task) => task.to)).toEqual([supervisor.email]);
  });

  it("goes to the officer alone where there is one", async () => {
    const world = await open();
    await employerSays(world, await bringToEmployer(world), { choice: "INTERVIEW", times: ["2026-03-06T03:00:00.000Z"] });
    await world.settle();
    const tasks = world.mails().filter((mail) => mail.subject === "Wawancara: beri tahu klien");
    expect(tasks.map((task) => task.to)).toEqual([officer.email]);
  });
});
