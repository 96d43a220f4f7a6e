import { describe, expect, it } from "vitest";
import { followUpIdOf, pseudonymOf } from "../../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  approve,
  bringToClient,
  bringToEmployer,
  clientSays,
  close,
  confirm,
  employerSays,
  interview,
  linkOf,
  minute,
  news,
  read,
  reject,
  start,
  stranger,
  terminate,
  withdraw,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { vacancyPuts } from "../../../builders/put-records.ts";
import { buildEmployer, buildVacancy } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const seats = async (world: World, no: number) => (await world.deps.store.vacancies.vacancy(idNo("vacancy", no)))?.seatsFree;
const openPlacement = async (world: World) => (await world.deps.store.clients.client(idNo("client", 1)))?.state.openPlacement;
const holds = async (world: World, no: number) =>
  (await world.deps.store.holds.ofVacancy(idNo("vacancy", no), { limit: 10 })).items.length;

describe("a withdrawn consent", () => {
  it("to the employer that is being asked recalls the proposal, kills the link and asks the next", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const link = linkOf(world, 1);
    await withdrawConsent(world, 1, 1);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 2 });
    await expect(answerLink(world, link, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    expect(
      world
        .mails()
        .filter((mail) => mail.to === "pemilik1@bengkel.test")
        .at(-1)?.subject,
    ).toBe(`Usulan kandidat ditarik: ${pseudonymOf(id)}`);
    expect(await holds(world, 1)).toBe(0);
  });

  it("to an employer with two vacancies on the list does not ask it about the second", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const second = buildVacancy(3, { employerId: idNo("employer", 1), title: "Mekanik 3" });
    await world.deps.store.database.commit(vacancyPuts(second, buildEmployer(1)));
    const id = await bringToEmployer(world, [1, 3, 2]);
    await withdrawConsent(world, 1, 1);
    await world.settle();
    expect((await read(world, id)).shortlist.map((entry) => entry.state)).toEqual(["RECALLED", "RECALLED", "ASKED"]);
    expect(world.mails().filter((mail) => mail.text.includes("Mekanik 3"))).toEqual([]);
  });

  it.runIf(isWhole)("to the chosen employer gives the seat back", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    expect(await seats(world, 1)).toBe(0);
    await withdrawConsent(world, 1, 1);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_REVIEW", reason: "RECALLED" });
    expect(await seats(world, 1)).toBe(1);
  });

  it("names an employer that there is: any other is unknown, and leaves no receipt", async () => {
    const world = await open();
    const error = { code: "NOT_FOUND", details: [{ code: "employer" }] };
    await expect(withdrawConsent(world, 1, 77)).rejects.toMatchObject(error);
    expect(await world.deps.store.consents.ofClient(idNo("client", 1))).toHaveLength(1);
  });

  it("to all ends the placement and sets the client free", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    await withdrawConsent(world, 1);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "CLOSED", reason: "WITHDRAWN" });
    expect(await openPlacement(world)).toBeUndefined();
    expect((await world.executions("placement"))[0]).toMatchObject({ status: "SUCCEEDED" });
    expect([await holds(world, 1), await holds(world, 2)]).toEqual([0, 0]);
    await expect(start(world)).rejects.toMatchObject({
      code: "START_BLOCKED",
      details: [{ code: "PROFILING_CONSENT_WITHDRAWN" }],
    });
  });

  it.runIf(isWhole)("after the start only keeps the employer from being asked", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    await confirm(world, id);
    await world.settle();
    await withdrawConsent(world, 1, 1);
    await world.settle();
    expect((await world.deps.store.processes.followUp(followUpIdOf(id)))?.state.employerContactStopped).toBe(true);
    const before = world.mails().length;
    await world.advanceTo("2026-04-01T02:01:00.000Z");
    expect(world.mails()).toHaveLength(before);
    await news(world, id, "30", { from: "CLIENT", stillThere: true, paidAsAgreed: true, safe: true });
    await world.settle();
    expect((await world.deps.store.processes.followUp(followUpIdOf(id)))?.state).toMatchObject({
      status: "AWAITING_DAY",
      day: 90,
    });
  });
});

describe("what the employer's side takes back", () => {
  it.runIf(isWhole)("a closed vacancy recalls who is before it, wherever they stand, and spares who was chosen", async () => {
    const world = await open({ clients: [{}, {}, {}], vacancies: [{ seats: 3 }, {}] });
    const asked = await bringToEmployer(world, [1, 2], 1);
    const shown = await bringToClient(world, [1], 2);
    const chosen = await bringToEmployer(world, [1], 3);
    await employerSays(world, chosen, accept);
    await world.settle();
    await close(world, 1);
    await world.settle();
    expect(await read(world, asked)).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 2 });
    expect(await read(world, shown)).toMatchObject({ status: "AWAITING_REVIEW", reason: "RECALLED" });
    expect(await read(world, chosen)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
    await confirm(world, chosen);
    expect(await read(world, chosen)).toMatchObject({ status: "PLACED" });
  });

  it.runIf(isWhole)("a terminated agreement recalls the office's live proposals to that employer", async () => {
    const world = await open({ clients: [{}, {}], vacancies: [{ seats: 2 }, {}], agreements: [1] });
    const first = await bringToEmployer(world, [1, 2], 1);
    const second = await bringToClient(world, [2], 2);
    await terminate(world, 1);
    await world.settle();
    expect((await read(world, first)).shortlist.map((entry) => entry.state)).toEqual(["RECALLED", "ASKED"]);
    expect(await read(world, second)).toMatchObject({ status: "AWAITING_CLIENT" });
  });

  it("a second vacancy of an employer that declined is passed over", async () => {
    const world = await open({ vacancies: [{}, {}] });
    await world.deps.store.database.commit(vacancyPuts(buildVacancy(3, { employerId: idNo("employer", 1) }), buildEmployer(1)));
    const id = await bringToEmployer(world, [1, 3, 2]);
    await employerSays(world, id, { choice: "DECLINE", reason: "SKILLS_DO_NOT_FIT" });
    await world.settle();
    expect((await read(world, id)).shortlist.map((entry) => entry.state)).toEqual(["EMPLOYER_DECLINED", "NOT_ASKED", "ASKED"]);
    expect(await holds(world, 3)).toBe(0);
  });
});

describe("the client withdraws", () => {
  const stages = {
    AWAITING_CERTIFICATE: async (world) => (await start(world, 1, false)).id,
    AWAITING_APPROVAL: async (world) => (await start(world)).id,
    AWAITING_CLIENT: (world) => bringToClient(world, [1, 2]),
    AWAITING_EMPLOYER: (world) => bringToEmployer(world, [1, 2]),
    INTERVIEW: async (world) => {
      const id = await bringToEmployer(world, [1, 2]);
      await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-04T03:00:00.000Z"] });
      return id;
    },
    AWAITING_CONFIRMATION: async (world) => {
      const id = await bringToEmployer(world, [1, 2]);
      await employerSays(world, id, accept);
      return id;
    },
    AWAITING_REVIEW: async (world) => {
      const { id } = await start(world);
      await world.settle();
      await reject(world, id);
      return id;
    },
  } as const satisfies Record<string, (world: World) => Promise<string>>;

  it.runIf(isWhole).each(Object.entries(stages))(
    "in %s: closed, free, no seat, no hold, no wait, the execution at its end",
    async (status, bring) => {
      const world = await open({ vacancies: [{}, {}] });
      const id = await bring(world);
      await world.settle();
      expect(await read(world, id)).toMatchObject({ status });
      await withdraw(world, id);
      await world.settle();
      expect(await read(world, id)).toMatchObject({ status: "CLOSED", reason: "WITHDRAWN", waitOpen: false });
      expect(await openPlacement(world)).toBeUndefined();
      expect([await seats(world, 1), await seats(world, 2), await holds(world, 1), await holds(world, 2)]).toEqual([1, 1, 0, 0]);
      expect((await world.executions("placement")).map((execution) => execution.status)).toEqual(["SUCCEEDED"]);
      await expect(withdraw(world, id)).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    },
  );

  it("in AWAITING_VACANCY and while the ranking is under way", async () => {
    const world = await open({ vacancies: [] });
    const { id } = await start(world);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_VACANCY" });
    await withdraw(world, id);
    await world.settle();
    expect((await world.executions("placement"))[0]).toMatchObject({ status: "SUCCEEDED" });
    const again = await start(world);
    await withdraw(world, again.id);
    await world.settle();
    expect((await world.executions("placement")).map((execution) => execution.status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(await read(world, again.id)).toMatchObject({ status: "CLOSED", attempt: 2 });
  });

  it("while an answer by link waits for its ten minutes: the answer changes nothing any more", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), accept);
    await withdraw(world, id);
    await world.advance(11 * minute);
    expect(await read(world, id)).toMatchObject({ status: "CLOSED" });
    expect(await seats(world, 1)).toBe(1);
  });
});

describe("another office", () => {
  it("finds nothing: not the client, not the placement, not the vacancy's proposals", async () => {
    const world = await open();
    const id = await bringToClient(world);
    await expect(start(world, 1, true, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(approve(world, id, [1], stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(clientSays(world, idNo("placement", 77), [1])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(interview(world, id, { kind: "AGREED", at: "2026-03-04T03:00:00.000Z" })).rejects.toMatchObject({
      code: "STATUS_CONFLICT",
    });
  });
});
