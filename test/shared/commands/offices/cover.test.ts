/** Whoever is away or has left leaves nothing behind: questions, work and starts belong to who is there. */
import { expect, it } from "vitest";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import type { Cover, Staff } from "../../../../shared/domain/offices/staff.ts";
import { staffPut } from "../../../../shared/store/staff.ts";
import {
  bringToEmployer,
  colleague,
  day,
  employerSays,
  linkOf,
  officer,
  read,
  start,
  supervisor,
  withdraw,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

const put = (world: World, ...staff: readonly Staff[]) => world.deps.store.database.commit(staff.map(staffPut));
const covered = (member: Staff, ...covers: readonly Cover[]): Staff => ({ ...member, covers: [...covers] });
const askerOf = async (world: World) =>
  (await viewLink(world.deps, { params: {}, query: {}, body: linkOf(world), idempotency: undefined })).asker;
const inboxOf = async (world: World, staff: Staff, limit = 25, cursor?: string) => {
  const page = await readInbox(world.deps, { staff, params: {}, body: {}, query: { limit, cursor }, idempotency: undefined });
  return { ids: page.items.map(({ id }) => id), cursor: page.cursor };
};
const away = { by: colleague.id, from: "2026-03-02", to: "2026-03-06" };

it("the page of an employer names who is in charge now: the officer, who stands in, or a supervisor, never who has left", async () => {
  const world = await open();
  await bringToEmployer(world);
  expect(await askerOf(world)).toBe("Petugas 1 (Titian Kerja)");
  await put(world, covered(officer, away));
  expect(await askerOf(world)).toBe("Petugas 2 (Titian Kerja)");
  await put(world, covered(officer, { ...away, from: "2026-03-03" }));
  expect(await askerOf(world)).toBe("Petugas 1 (Titian Kerja)");
  await put(world, { ...officer, active: false });
  expect(await askerOf(world)).toBe("Petugas 4 (Titian Kerja)");
});

it("a colleague's start is the colleague's, and the client too where the client's officer has left", async () => {
  const world = await open({ clients: [{}, { phone: "+6281200000002" }] });
  const first = await start(world, 1, true, colleague);
  expect((await read(world, first.id)).officerId).toBe(colleague.id);
  const officerOf = async (no: number) => (await world.deps.store.clients.client(idNo("client", no)))?.state.officerId;
  expect(await officerOf(1)).toBe(officer.id);
  await put(world, { ...officer, active: false });
  const second = await start(world, 2, true, colleague);
  await world.settle();
  expect((await read(world, second.id)).officerId).toBe(colleague.id);
  expect(await officerOf(2)).toBe(colleague.id);
  expect((await inboxOf(world, colleague)).ids).toEqual([first.id, second.id]);
});

it("while a cover lasts its work and its mails reach who stands in, by deadline and page by page, and nobody afterwards", async () => {
  const clients = [1, 2, 3, 4].map((no) => ({ phone: `+628120000000${no}` }));
  const world = await open({ clients, vacancies: [{}, {}, {}, {}] });
  await put(world, covered(officer, away));
  const ids: string[] = [];
  for (const no of [1, 2, 3]) {
    ids.push((await start(world, no, true, no === 2 ? colleague : officer)).id);
    await world.settle();
  }
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await inboxOf(world, colleague, 2, cursor);
    seen.push(...page.ids);
    cursor = page.cursor;
  }
  expect(seen).toEqual(ids);
  expect((await inboxOf(world, officer)).ids).toEqual([ids[0], ids[2]]);
  expect((await inboxOf(world, supervisor)).ids).toEqual([]);
  const asked = await bringToEmployer(world, [4], 4);
  await employerSays(world, asked, { choice: "INTERVIEW", times: ["2026-03-06T03:00:00.000Z"] });
  await world.settle();
  const told = world.mails().filter((mail) => mail.subject === "Wawancara: beri tahu klien");
  expect(told.map((mail) => mail.to)).toEqual([colleague.email]);
  await withdraw(world, asked);
  await world.advance(5 * day);
  expect((await inboxOf(world, colleague)).ids).toEqual([ids[1]]);
});

it("whoever stands in and is away too is stood in for in turn; where all are away, the supervisors see to it", async () => {
  const world = await open();
  const { id } = await start(world);
  await world.settle();
  await put(world, covered(officer, away), covered(colleague, { ...away, by: supervisor.id }));
  expect((await inboxOf(world, colleague)).ids).toEqual([]);
  await put(world, covered(officer, away), covered(colleague, { ...away, by: officer.id }));
  expect((await inboxOf(world, supervisor)).ids).toEqual([id]);
  await put(world, covered(officer, away), { ...colleague, active: false });
  expect((await inboxOf(world, supervisor)).ids).toEqual([id]);
});
