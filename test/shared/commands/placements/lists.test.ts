/** Lists that an officer works with: rows that say who and what, lists by who is waited for, and how much there is to do. */
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { routes } from "../../../../shared/api/routes.ts";
import { readMe } from "../../../../shared/commands/offices/read-me.ts";
import { countInbox } from "../../../../shared/commands/placements/count-inbox.ts";
import { listPlacements } from "../../../../shared/commands/placements/list-placements.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import { searchWordsOf } from "../../../../shared/domain/identifiers/search-words.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import type { Placement } from "../../../../shared/domain/placements/placement.ts";
import { attemptPut } from "../../../../shared/store/clients.ts";
import { statePut } from "../../../../shared/store/processes.ts";
import { staffPut } from "../../../../shared/store/staff.ts";
import {
  approve,
  bringToEmployer,
  clientSays,
  colleague,
  officer,
  start,
  stranger,
  supervisor,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildPlacement } from "../../../builders/processes.ts";
import { clientPuts } from "../../../builders/put-records.ts";
import { buildClient } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const asked = (staff: Staff) => ({ staff, params: {}, body: {}, idempotency: undefined });
type Query = Partial<z.output<typeof routes.listPlacements.query>>;

const inboxOf = (world: World, staff: Staff) =>
  world.request("inbox", (deps) => readInbox(deps, { ...asked(staff), query: { limit: 25 } }), routes.readInbox);
const countsOf = (world: World, staff: Staff) =>
  world.request("counts", (deps) => countInbox(deps, { ...asked(staff), query: {} }), routes.countInbox);
const listOf = (world: World, query: Query, staff = officer) =>
  world.request(
    "list",
    (deps) => listPlacements(deps, { ...asked(staff), query: { limit: 25, ...query } }),
    routes.listPlacements,
  );
const idsOf = async (world: World, query: Query) => (await listOf(world, query)).items.map(({ id }) => id);

/** One a minute, the first number first. */
const waiting = (no: number, changes: Partial<Placement> = {}): Placement =>
  buildPlacement("AWAITING_REVIEW", {
    id: idNo("placement", no),
    deadline: new Date(Date.parse("2026-03-09T17:00:00.000Z") + no * 60_000).toISOString(),
    ...changes,
  });
const put = (world: World, placements: readonly Placement[]) =>
  world.deps.store.database.commit(placements.map((placement) => statePut(undefined, placement, "head", world.now())));

describe("a row", () => {
  it("names client, officer, employer and post, says how many proposals there are, whom it waits for and since when", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    const common = { placementId: id, clientName: "Contoh Klien 1", officerName: "Petugas 1", openedAt: world.now(), waitNo: 1 };
    const { items, now } = await inboxOf(world, officer);
    expect(items).toMatchObject([{ ...common, proposals: 1, waitingFor: ["officer"], employerName: undefined }]);
    expect(now).toBe(world.now());
    await approve(world, id, [1]);
    await clientSays(world, id, [1]);
    await world.settle();
    expect((await inboxOf(world, officer)).items).toEqual([]);
    const employer = { employerId: idNo("employer", 1), employerName: expect.any(String), vacancyTitle: expect.any(String) };
    expect((await listOf(world, { waitingFor: "employer" })).items).toMatchObject([
      { ...common, ...employer, waitNo: 3, waitingFor: ["employer"], proposals: 1 },
    ]);
  });
});

describe("placements", () => {
  it("are found by officer, whom they wait for, client and employer", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await put(world, [waiting(900), waiting(901, { officerId: colleague.id }), waiting(902, { officeId: "bapas-lain" })]);
    const [theirs, mine] = [idNo("placement", 901), idNo("placement", 900)];
    expect(await idsOf(world, { officer: officer.id })).toEqual([id, mine]);
    expect(await idsOf(world, { officer: officer.id, waitingFor: "others" })).toEqual([id]);
    expect(await idsOf(world, { officer: officer.id, waitingFor: "officer" })).toEqual([mine]);
    expect(await idsOf(world, { waitingFor: "officer" })).toEqual([mine, theirs]);
    expect(await idsOf(world, { waitingFor: "employer" })).toEqual([id]);
    expect(await idsOf(world, { client: idNo("client", 1), waitingFor: "employer" })).toEqual([id]);
    expect(await idsOf(world, { client: idNo("client", 1), status: "CLOSED" })).toEqual([]);
    expect(await idsOf(world, { employer: idNo("employer", 1) })).toEqual([id]);
    expect(await idsOf(world, { employer: idNo("employer", 1), officer: colleague.id })).toEqual([]);
    expect(await idsOf(world, { sort: "-deadline" })).toEqual([theirs, mine, id]);
  });

  it("that are settled are found with their officer by the status they ended in, and in no list of what is under way", async () => {
    const world = await open();
    const ended = { waitOpen: false, deadline: undefined } as const;
    await put(world, [
      buildPlacement("CLOSED", {
        ...ended,
        id: idNo("placement", 1),
        milestones: { startedAt: world.now(), endedAt: world.now() },
      }),
      buildPlacement("PLACED", {
        ...ended,
        id: idNo("placement", 2),
        milestones: { startedAt: world.now(), placedAt: world.now() },
      }),
    ]);
    expect(await idsOf(world, { officer: officer.id, status: "CLOSED" })).toEqual([idNo("placement", 1)]);
    expect(await idsOf(world, { officer: officer.id, status: "PLACED" })).toEqual([idNo("placement", 2)]);
    expect(await idsOf(world, { officer: officer.id })).toEqual([]);
    expect(await idsOf(world, { sort: "deadline" })).toEqual([]);
  });

  it("are found by the words of their client's name, and read in the order of the names, a client after the other", async () => {
    const world = await open();
    const { deps } = world;
    const ids: string[] = [];
    for (const [at, fullName] of ["Misal Zulkifli", "Misal Ahmad", "Misal Budi"].entries()) {
      const searchWords = searchWordsOf({ fullName });
      const client = buildClient(300 + at, { fullName, searchWords, attempts: 1 });
      const placement = waiting(300 + at, { clientId: client.id });
      await deps.store.database.commit([
        ...clientPuts(client),
        statePut(undefined, placement, "head", world.now()),
        attemptPut(client.id, 1, placement.id),
      ]);
      ids.push(placement.id);
    }
    const [zulkifli, ahmad, budi] = ids;
    expect(await idsOf(world, { q: "misal zulkipli" })).toEqual([zulkifli]);
    expect(await idsOf(world, { q: "misal ahmad", status: "PLACED" })).toEqual([]);
    const first = await listOf(world, { sort: "name", officer: officer.id, limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([ahmad, budi]);
    const second = await listOf(world, { sort: "name", officer: officer.id, limit: 2, cursor: first.cursor });
    expect(second.items.map(({ id }) => id)).toEqual([zulkifli]);
    expect((await listOf(world, { sort: "name" }, stranger)).items).toEqual([]);
  });

  it.each(["deadline", "-deadline"] as const)("are turned page by page by %s, each once, to their end", async (sort) => {
    const world = await open();
    const all = Array.from({ length: 7 }, (_, at) => waiting(100 + at, at % 2 ? { status: "AWAITING_VACANCY" } : {}));
    await put(world, all);
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await listOf(world, { officer: officer.id, limit: 3, cursor, sort });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    }
    const ids = all.map(({ id }) => id);
    expect(seen).toEqual(sort === "deadline" ? ids : ids.toReversed());
  });
});

describe("the inbox", () => {
  const call = { status: "AWAITING_EMPLOYER", needsCall: { since: "2026-03-02T02:00:00.000Z", why: "NO_MAIL" } } as const;

  it("of a supervisor holds the calls of an officer who is away without a cover, and what they carry themselves", async () => {
    const world = await open();
    await put(world, [waiting(1, call), waiting(2, { officerId: supervisor.id }), waiting(3, { officerId: colleague.id })]);
    expect((await inboxOf(world, supervisor)).items.map(({ id }) => id)).toEqual([idNo("placement", 2)]);
    await world.deps.store.database.commit([
      staffPut({ ...officer, covers: [{ by: officer.id, from: "2026-03-01", to: "2026-03-31" }] }),
    ]);
    expect((await inboxOf(world, supervisor)).items.map(({ id }) => id)).toEqual([idNo("placement", 1), idNo("placement", 2)]);
    // A call alone is the officer's, in whatever status.
    expect(await idsOf(world, { waitingFor: "officer" })).toEqual([1, 2, 3].map((no) => idNo("placement", no)));
  });

  it("is counted: what is late, due today, later, for a call, escalated, and what waits for others", async () => {
    const world = await open();
    await put(world, [
      waiting(1, { deadline: "2026-03-01T17:00:00.000Z" }),
      waiting(2, { deadline: "2026-03-02T17:00:00.000Z" }),
      waiting(3, { stage: 2 }),
      waiting(4, call),
      waiting(5, { status: "AWAITING_EMPLOYER" }),
      waiting(6, { officeId: "bapas-lain" }),
    ]);
    expect(await countsOf(world, officer)).toEqual({
      now: world.now(),
      most: 100,
      late: 1,
      today: 1,
      later: 2,
      calls: 1,
      escalated: 1,
      employers: 0,
      others: 1,
      certificates: 0,
    });
    expect(await countsOf(world, supervisor)).toMatchObject({ late: 0, later: 1, escalated: 1, others: 0, transfers: 0 });
  });
});

describe("whoever asks who they are", () => {
  it("reads what they may do, the office with its settings, and whom they stand in for", async () => {
    const world = await open();

    const covers = [{ by: colleague.id, from: "2026-03-01", to: "2026-03-31" }];
    await world.deps.store.database.commit([staffPut({ ...officer, covers })]);
    const meOf = (staff: Staff) => world.request("me", (deps) => readMe(deps, { ...asked(staff), query: {} }), routes.readMe);
    const mine = await meOf({ ...officer, covers });
    expect(mine).toMatchObject({ now: world.now(), office: { agreementRequired: false, deadlines: { approval: 5 } } });
    expect(mine.covers).toEqual([{ ...covers[0], name: "Petugas 2" }]);
    expect(mine.actions).toContain("approveShortlist");
    expect(mine.actions).not.toContain("handOver");
    expect((await meOf(colleague)).standsInFor).toEqual([{ id: officer.id, name: "Petugas 1" }]);
  });
});
