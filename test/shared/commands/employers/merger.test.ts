/** Two records of one employer become one: everything that hung on the one is found on the other, and nothing of it stops. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { listEmployers } from "../../../../shared/commands/employers/list-employers.ts";
import { mergeEmployer } from "../../../../shared/commands/employers/merge-employer.ts";
import { readEmployer } from "../../../../shared/commands/employers/read-employer.ts";
import { registerEmployer } from "../../../../shared/commands/employers/register-employer.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { listPlacements } from "../../../../shared/commands/placements/list-placements.ts";
import { acrossNames, barsContactWith } from "../../../../shared/domain/clients/consent.ts";
import { namesOf } from "../../../../shared/domain/employers/merge.ts";
import { followUpIdOf } from "../../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  bringToClient,
  bringToEmployer,
  confirm,
  employerSays,
  linkOf,
  minute,
  officer,
  read,
  supervisor,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const [gone, survivor] = [idNo("employer", 1), idNo("employer", 2)];
const nib = "1234567890123";

const merge = (world: World, versions: { version: number; intoVersion: number }, id = gone, into = survivor, as = supervisor) =>
  askAbout(world, routes.mergeEmployer, mergeEmployer, { params: { id }, query: {}, body: { into, ...versions } }, as);
const mend = (world: World, no: number, version: number, changes: object) => {
  const body = routes.changeEmployer.body.parse({ version, changes });
  return askAbout(world, routes.changeEmployer, changeEmployer, { params: { id: idNo("employer", no) }, query: {}, body });
};
const register = (world: World, more: object) => {
  const contact = { name: "Bu Baru", email: "baru@contoh.test" };
  const named = { type: "COMPANY", size: "SMALL", legalName: "Toko Baru", regencyCode: "36.71", contact };
  const body = routes.registerEmployer.body.parse({ ...named, ...more });
  return askAbout(world, routes.registerEmployer, registerEmployer, { params: {}, query: {}, body });
};
const look = (world: World, id: string) =>
  askAbout(world, routes.readEmployer, readEmployer, { params: { id }, query: {}, body: {} });
const placementsOf = async (world: World, employer: string) => {
  const query = routes.listPlacements.query.parse({ employer });
  const page = await askAbout(world, routes.listPlacements, listPlacements, { params: {}, query, body: {} });
  return page.items.map(({ id }) => id).toSorted();
};

describe("two employers", () => {
  it.runIf(isWhole)(
    "become one, though the relay is killed on the way: vacancies, agreements, processes, links, opt-out and consents",
    async () => {
      const world = await open({
        clients: [{}, {}, {}, {}],
        vacancies: [{ seats: 5 }, {}, {}],
        employers: [{ karirhubRef: "kh-1", optOut: false }],
        agreements: [1],
      });
      await mend(world, 1, 1, { nib });
      const placed = await bringToEmployer(world, [1], 2);
      await employerSays(world, placed, { choice: "ACCEPT" });
      await confirm(world, placed);
      await world.settle();
      const ahead = await bringToClient(world, [3, 1], 3);
      await withdrawConsent(world, 4, 1);
      const asked = await bringToEmployer(world, [1], 1);
      // Questions to one contact are put together after a quarter of an hour.
      await world.advance(16 * minute);
      const link = linkOf(world, 1);

      let calls = 0;
      let kills = 0;
      world.faults.plan(({ invocation, command }) => {
        if (!/EMPLOYER_MERGED|sweep/.test(invocation) || command !== "TransactWriteItemsCommand") return undefined;
        calls += 1;
        if (calls % 3 > 0 || kills >= 6) return undefined;
        kills += 1;
        return { crash: kills % 2 > 0 ? "before" : "after" };
      });
      expect(await merge(world, { version: 2, intoVersion: 1 })).toEqual({ id: survivor, version: 2 });
      for (let minutes = 0; minutes < 30; minutes += 1) await world.advance(minute);
      world.faults.plan(undefined);
      expect(kills).toBe(6);
      expect(world.dead()).toEqual([]);

      expect(await world.deps.store.vacancies.vacancy(idNo("vacancy", 1))).toMatchObject({
        employerId: survivor,
        employerName: "CV Bengkel 2",
      });
      expect((await world.deps.store.agreements.agreement(idNo("agreement", 1)))?.employerId).toBe(survivor);
      const employersOf = async (id: string) => (await read(world, id)).shortlist.map(({ employerId }) => employerId);
      expect(await employersOf(ahead)).toEqual([idNo("employer", 3), survivor]);
      expect((await world.deps.store.processes.followUp(followUpIdOf(placed)))?.state.employerId).toBe(survivor);
      const all = [asked, placed, followUpIdOf(placed)].toSorted();
      for (const id of [survivor, gone]) expect(await placementsOf(world, id)).toEqual(all);

      // The record that is gone says what it became, and is in no list; whoever registers it again is led to the other.
      expect((await look(world, gone)).employer).toMatchObject({ mergedInto: survivor });
      const kept = await look(world, survivor);
      expect(kept.employer).toMatchObject({ nib, otherContacts: [expect.objectContaining({ name: "Pemilik 1" })] });
      expect(kept.vacancies.map(({ id }) => id)).toContain(idNo("vacancy", 1));
      const { items } = await askAbout(world, routes.listEmployers, listEmployers, {
        params: {},
        query: { limit: 50 },
        body: {},
      });
      expect(items.map(({ id }) => id)).not.toContain(gone);
      expect(await register(world, { karirhubRef: "kh-1" })).toEqual({ id: survivor, warnings: ["employer.known"] });
      expect(await register(world, { nib })).toMatchObject({ warnings: ["employer.twin"], twins: [survivor] });
      await expect(mend(world, 1, 3, { size: "LARGE" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });

      // A link that was mailed before answers still.
      const seen = await viewLink(world.deps, { params: {}, query: {}, body: link, idempotency: undefined });
      expect(seen).toMatchObject({ open: true });
      await answerLink(world, link, { choice: "ACCEPT" });
      await world.advance(11 * minute);
      expect((await read(world, asked)).status).toBe("AWAITING_CONFIRMATION");

      // What a client took back towards the one bars the other, also where it is the one that is named.
      const employer = await world.deps.store.employers.employer(survivor);
      const receipts = acrossNames(
        await world.deps.store.consents.ofClient(idNo("client", 4)),
        employer ? [namesOf(employer)] : [],
      );
      expect(barsContactWith(receipts, survivor)).toBe(true);
      await withdrawConsent(world, 3, 1);
      await world.settle();
      expect((await read(world, ahead)).shortlist.map(({ state }) => state)).toEqual(["APPROVED", "RECALLED"]);

      const history = async (id: string) => (await world.deps.store.history.of(id, { limit: 9 })).items;
      expect((await history(gone))[0]).toMatchObject({ event: "mergeEmployer", actor: `supervisor:${supervisor.id}` });
      expect((await history(survivor))[0]).toMatchObject({ event: "absorbEmployer", about: gone });
      expect((await history(asked)).map(({ event }) => event)).toContain("employerMerged");
    },
  );

  it("do not, and it is said why: other numbers, one record, an older version, one post proposed on both, an officer", async () => {
    const world = await open({
      clients: [{}, {}],
      vacancies: [{}, { title: "mekanik 1 " }],
      employers: [{}, { unverified: true }],
    });
    const refused = (code: string, ...details: readonly string[]) => ({
      code,
      details: details.map((detail) => expect.objectContaining({ code: detail })),
    });
    const first = { version: 1, intoVersion: 1 };
    await expect(merge(world, first)).rejects.toMatchObject(refused("MERGER_IMPOSSIBLE", "employer.into-unverified"));
    await expect(merge(world, first, gone, gone)).rejects.toMatchObject(refused("MERGER_IMPOSSIBLE", "employer.same"));
    await expect(merge(world, first, gone, survivor, officer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(merge(world, first, gone, idNo("employer", 77))).rejects.toMatchObject({ code: "NOT_FOUND" });
    // The other way round it may be, but for what follows.
    const back = (versions: { version: number; intoVersion: number }) => merge(world, versions, survivor, gone);
    await expect(back({ version: 1, intoVersion: 9 })).rejects.toMatchObject({
      code: "CONFLICT",
      newer: { id: gone, version: 1 },
    });
    await mend(world, 1, 1, { nib });
    await mend(world, 2, 1, { nib: "1234567890124" });
    await expect(back({ version: 2, intoVersion: 2 })).rejects.toMatchObject(
      refused("MERGER_IMPOSSIBLE", "employer.nib-differs"),
    );
    await mend(world, 2, 2, { nib: null });
    await bringToClient(world, [1], 1);
    await bringToClient(world, [2], 2);
    await expect(back({ version: 3, intoVersion: 2 })).rejects.toMatchObject(refused("MERGER_IMPOSSIBLE", "vacancy.twice"));
  });

  it.runIf(isWhole)("become one of three in turn: the first is found under the last, and twice is once", async () => {
    const world = await open({ vacancies: [{}, {}, {}], employers: [{ optOut: true }] });
    await merge(world, { version: 1, intoVersion: 1 });
    await expect(merge(world, { version: 2, intoVersion: 2 })).rejects.toMatchObject({ code: "MERGER_IMPOSSIBLE" });
    for (let minutes = 0; minutes < 3; minutes += 1) await world.advance(minute);
    const last = idNo("employer", 3);
    expect(await merge(world, { version: 2, intoVersion: 1 }, survivor, last)).toMatchObject({ id: last });
    for (let minutes = 0; minutes < 3; minutes += 1) await world.advance(minute);
    expect(await world.deps.store.employers.employer(last)).toMatchObject({ formerIds: [survivor, gone], optOut: true });
    const { vacancies } = await look(world, last);
    expect(vacancies.map(({ id }) => id).toSorted()).toEqual([1, 2, 3].map((no) => idNo("vacancy", no)));
    for (const no of [1, 2, 3])
      expect((await world.deps.store.vacancies.stored(idNo("vacancy", no)))?.state.offeredBy.optOut).toBe(true);
    expect(world.failures()).toEqual([]);
  });
});
