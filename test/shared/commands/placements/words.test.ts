/** Words count by when they were said: the newest one, none older than its question, and none for a question that is over. */
import { describe, expect, it } from "vitest";
import { followUpIdOf } from "../../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  approve,
  bringToClient,
  bringToEmployer,
  clientSays,
  confirm,
  day,
  employerSays,
  linkOf,
  minute,
  notStarted,
  read,
  sayConsent,
  start,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const before = (world: World, by: number): string => new Date(Date.parse(world.now()) - by).toISOString();
const saidBefore = (world: World, by: number) => ({ how: "PAPER" as const, at: before(world, by) });
const statesOf = async (world: World, id: string) => (await read(world, id)).shortlist.map(({ state }) => state);

describe("a consent", () => {
  it("that was said before a withdrawal is kept, told as superseded, and opens nothing", async () => {
    const world = await open();
    await sayConsent(world, 1, { purpose: "PROFILING", action: "WITHDRAWN", receipt: { how: "PAPER" } });
    const late = { purpose: "PROFILING", action: "GIVEN", receipt: saidBefore(world, 10 * day) } as const;
    expect(await sayConsent(world, 1, late)).toMatchObject({ supersededBy: { action: "WITHDRAWN", at: world.now() } });
    const receipts = await world.deps.store.consents.ofClient(idNo("client", 1));
    expect(receipts.filter(({ at }) => at === late.receipt.at)).toHaveLength(1);
    await expect(start(world)).rejects.toMatchObject({
      code: "START_BLOCKED",
      details: expect.arrayContaining([expect.objectContaining({ code: "PROFILING_CONSENT_WITHDRAWN" })]),
    });
  });

  it("that is withdrawn at the moment at which it was given is withdrawn", async () => {
    const world = await open();
    await sayConsent(world, 1, { purpose: "PROFILING", action: "WITHDRAWN", receipt: { how: "PAPER" } });
    const said = { purpose: "PROFILING", action: "GIVEN", receipt: { how: "PAPER" } } as const;
    expect(await sayConsent(world, 1, said)).toHaveProperty("supersededBy");
    await expect(start(world)).rejects.toMatchObject({ code: "START_BLOCKED" });
  });

  it("whose older withdrawal is found late still holds, and what is under way goes on", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const late = { purpose: "PROFILING", action: "WITHDRAWN", receipt: saidBefore(world, 60 * day) } as const;
    expect(await sayConsent(world, 1, late)).toMatchObject({ supersededBy: { action: "GIVEN" } });
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER" });
  });
});

describe("a refused consent", () => {
  const refuses = { action: "REFUSED", receipt: { how: "IN_PERSON" } } as const;

  it("is kept with its receipt, told as what stands in the way, and not counted as missing until it is given", async () => {
    const world = await open();
    world.setClock(new Date(Date.parse(world.now()) + day).toISOString());
    await sayConsent(world, 1, { purpose: "PROFILING", ...refuses });
    const client = async () => (await world.deps.store.clients.client(idNo("client", 1)))?.state;
    expect((await client())?.refusedMatchingAt).toBe(world.now());
    await expect(start(world)).rejects.toMatchObject({
      code: "START_BLOCKED",
      details: [expect.objectContaining({ code: "PROFILING_CONSENT_REFUSED" })],
    });
    const [entry] = (await world.deps.store.history.of(idNo("client", 1), { limit: 1 })).items;
    expect(entry).toMatchObject({ event: "consentRefused", fields: ["consent.PROFILING"], how: "IN_PERSON" });
    world.setClock(new Date(Date.parse(world.now()) + day).toISOString());
    await sayConsent(world, 1, { purpose: "PROFILING", action: "GIVEN", receipt: { how: "PHONE" } });
    expect((await client())?.refusedMatchingAt).toBeUndefined();
    await start(world);
  });

  it("to being asked about later has no say in whether an employer is told of the client today", async () => {
    const world = await open();
    await sayConsent(world, 1, { purpose: "EMPLOYER_CONTACT", ...refuses });
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "ACCEPT" });
    await world.settle();
    await confirm(world, id);
    await world.settle();
    expect((await world.deps.store.processes.followUp(followUpIdOf(id)))?.state.employerContactStopped).toBe(true);
  });
});

describe("the client's answer", () => {
  it("is not older than the list that was read out", async () => {
    const world = await open();
    const id = await bringToClient(world);
    await expect(clientSays(world, id, [1], [], { receipt: saidBefore(world, 30 * day) })).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
    });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CLIENT" });
    expect(world.mails().filter(({ to }) => to.startsWith("pemilik"))).toEqual([]);
  });

  it("does not share what was taken back after it was given, though the withdrawal has not reached the placement yet", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToClient(world, [1, 2]);
    world.setClock(new Date(Date.parse(world.now()) + 60 * minute).toISOString());
    const said = saidBefore(world, 30 * minute);
    await withdrawConsent(world, 1, 1);
    await expect(clientSays(world, id, [1, 2], [], { receipt: said })).rejects.toMatchObject({
      code: "CONSENT_WITHDRAWN",
      details: [{ code: "VACANCY", value: idNo("vacancy", 1) }],
    });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CLIENT" });
  });

  it("that was given in time, before the question was put once more, counts", async () => {
    const world = await open();
    const id = await bringToClient(world);
    const asked = world.now();
    const { deadline = "" } = await read(world, id);
    await world.advanceTo(deadline);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CLIENT", stage: 2 });
    const at = new Date(Date.parse(asked) + day).toISOString();
    expect(await clientSays(world, id, [1], [], { receipt: { how: "PHONE", at } })).toMatchObject({
      status: "AWAITING_EMPLOYER",
    });
  });
});

describe("an employer's answer", () => {
  it("is not older than its question", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await expect(employerSays(world, id, accept, { receipt: saidBefore(world, 30 * day) })).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
    });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER" });
  });

  it("by phone gives way to a later one by link that can still be undone, and is told so", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    world.setClock(new Date(Date.parse(world.now()) + 60 * minute).toISOString());
    const said = saidBefore(world, 30 * minute);
    const givenAt = world.now();
    await answerLink(world, linkOf(world), accept);
    await expect(employerSays(world, id, { choice: "DECLINE", reason: "OTHER" }, { receipt: said })).rejects.toMatchObject({
      code: "ALREADY_ANSWERED",
      details: [{ code: "ANSWER_BY_LINK", value: givenAt }],
    });
    await world.advance(11 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it.runIf(isWhole)("by phone after one by link counts, and whoever answered by link hears of it", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), { choice: "DECLINE", reason: "OTHER" });
    world.setClock(new Date(Date.parse(world.now()) + minute).toISOString());
    expect(await employerSays(world, id, accept)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
    await world.settle();
    expect(world.mails().filter(({ subject }) => subject.startsWith("Jawaban Anda untuk kandidat"))).toHaveLength(1);
  });

  it("that the post is filled leaves the employer's other post on the list", async () => {
    const world = await open({ vacancies: [{}, { employerId: idNo("employer", 1) }] });
    const id = await bringToEmployer(world, [1, 2]);
    await employerSays(world, id, { choice: "DECLINE", reason: "POSITION_FILLED" });
    expect(await statesOf(world, id)).toEqual(["EMPLOYER_DECLINED", "ASKED"]);
  });

  it.runIf(isWhole)("in time counts when it is recorded after the end, as long as nobody else is asked", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const { deadline = "" } = await read(world, id);
    const said = new Date(Date.parse(deadline) - day).toISOString();
    await world.advanceTo(deadline);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_REVIEW" });
    const more = { vacancyId: idNo("vacancy", 1), receipt: { how: "PHONE", at: said } } as const;
    expect(await employerSays(world, id, accept, more)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
    await world.settle();
    expect(await statesOf(world, id)).toEqual(["CHOSEN"]);
    expect(await confirm(world, id)).toMatchObject({ status: "PLACED" });
  });

  it.runIf(isWhole)("in time leaves the choice to the officer where another employer is asked by now", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const { deadline = "" } = await read(world, id);
    await world.advanceTo(new Date(Date.parse(deadline) + 9 * 60 * minute).toISOString());
    expect(await statesOf(world, id)).toEqual(["EMPLOYER_SILENT", "ASKED"]);
    const yes = { vacancyId: idNo("vacancy", 1) };
    await expect(employerSays(world, id, accept, yes)).rejects.toMatchObject({
      code: "ANOTHER_IS_ASKED",
      details: [{ code: "ASKED", value: idNo("vacancy", 2) }],
    });
    await employerSays(world, id, accept, { ...yes, insteadOf: idNo("vacancy", 2) });
    await world.settle();
    expect(await statesOf(world, id)).toEqual(["CHOSEN", "RECALLED"]);
    expect(world.mails().filter(({ to, subject }) => to === "pemilik2@bengkel.test" && /ditarik/.test(subject))).toHaveLength(1);
  });

  it("that the employer took back later by its no does not count, and one after the no does", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    world.setClock(new Date(Date.parse(world.now()) + 60 * minute).toISOString());
    const saidNoAt = world.now();
    await employerSays(world, id, { choice: "DECLINE", reason: "OTHER" });
    world.setClock(new Date(Date.parse(world.now()) + 60 * minute).toISOString());
    const about = { vacancyId: idNo("vacancy", 1) };
    for (const at of [new Date(Date.parse(saidNoAt) - 30 * minute).toISOString(), saidNoAt])
      await expect(employerSays(world, id, accept, { ...about, receipt: { how: "PHONE", at } })).rejects.toMatchObject({
        code: "ALREADY_ANSWERED",
        details: [{ code: "SAID_NO", value: saidNoAt }],
      });
    expect(await statesOf(world, id)).toEqual(["EMPLOYER_DECLINED"]);
    expect(await employerSays(world, id, accept, about)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it("that was given more than ten working days ago is no longer taken", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const said = new Date(Date.parse(world.now()) + minute).toISOString();
    const { deadline = "" } = await read(world, id);
    await world.advanceTo(new Date(Date.parse(deadline) + 8 * day).toISOString());
    const more = { vacancyId: idNo("vacancy", 1), receipt: { how: "PHONE", at: said } } as const;
    await expect(employerSays(world, id, accept, more)).rejects.toMatchObject({ code: "WORD_TOO_OLD" });
  });
});

describe("the word that work has begun", () => {
  it("is not older than the first day of work", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    const more = { writtenContract: true, contractType: "PKWT", evidence: "CONTRACT" } as const;
    const employer = { how: "PHONE", at: before(world, 60 * day) } as const;
    await expect(confirm(world, id, false, { ...more, employer })).rejects.toMatchObject({
      code: "CONFIRMATION_INVALID",
      details: [{ code: "WORD_BEFORE_START", path: "employer.at" }],
    });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", confirmedBy: {} });
  });

  it("or that it has not gives way to what the employer has said since by link", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    world.setClock(new Date(Date.parse(world.now()) + day).toISOString());
    await answerLink(world, linkOf(world), { started: true, startedOn: world.now().slice(0, 10) });
    world.setClock(new Date(Date.parse(world.now()) + minute).toISOString());
    await expect(notStarted(world, id, { receipt: saidBefore(world, 60 * minute) })).rejects.toMatchObject({
      code: "ALREADY_ANSWERED",
    });
  });
});

describe("an act that was meant for an earlier question", () => {
  it("is refused with where it stands now, and changes nothing", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const { waitNo, version } = await read(world, id);
    const stale = { waitNo: waitNo - 1 };
    await expect(employerSays(world, id, accept, stale)).rejects.toMatchObject({
      code: "STATUS_CONFLICT",
      details: [
        { code: "AWAITING_EMPLOYER", path: "status" },
        { code: "WAIT_NO", path: "waitNo", value: String(waitNo) },
      ],
    });
    expect((await read(world, id)).version).toBe(version);
    expect(await employerSays(world, id, accept, { waitNo })).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it("is refused for every act: after another ranking the shortlist of the one before is not approved", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    const { waitNo } = await read(world, id);
    await expect(approve(world, id, [1], undefined, { waitNo: waitNo + 1 })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    expect(await approve(world, id, [1], undefined, { waitNo })).toMatchObject({ status: "AWAITING_CLIENT" });
  });
});
