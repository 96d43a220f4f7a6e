/** Words by when they were said, at every step behind the first answers: interviews, starts, withdrawals, news of the work. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { recordLostWork } from "../../../../shared/commands/follow-ups/record-lost-work.ts";
import { noteEmployerReached } from "../../../../shared/commands/placements/reach-employer.ts";
import { withdrawPlacement } from "../../../../shared/commands/placements/withdraw-placement.ts";
import { recordNews } from "../../../../shared/domain/follow-ups/rules.ts";
import {
  answerLink,
  askAgain,
  bringToClient,
  bringToEmployer,
  bringToWork,
  clientSays,
  confirm,
  day,
  employerSays,
  hour,
  interview,
  linkOf,
  minute,
  notStarted,
  read,
  review,
  sayConsent,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildContext, buildFollowUp } from "../../../builders/processes.ts";
import { startOfTest } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const wednesday = "2026-03-04T03:00:00.000Z";
const thursday = "2026-03-05T03:00:00.000Z";
const friday = "2026-03-06T03:00:00.000Z";
const ago = (world: World, by: number) => ({ how: "PHONE" as const, at: new Date(Date.parse(world.now()) - by).toISOString() });
const later = (world: World, by: number) => world.setClock(new Date(Date.parse(world.now()) + by).toISOString());

describe("an employer's answer", () => {
  it.runIf(isWhole)(
    "that was given before the question was sent anew counts, and so does one from before the mail came back",
    async () => {
      const world = await open();
      const id = await bringToEmployer(world);
      later(world, hour);
      const said = ago(world, 30 * minute);
      await askAgain(world, id);
      await world.settle();
      expect(await employerSays(world, id, accept, { receipt: said })).toMatchObject({ status: "AWAITING_CONFIRMATION" });

      const other = await open({
        employers: [{ contact: { id: idNo("contact", 1), name: "Bu A", email: "bounce@bengkel.test" } }],
      });
      const asked = await bringToEmployer(other);
      expect((await read(other, asked)).needsCall).toBeDefined();
      later(other, minute);
      const reached = { receipt: ago(other, 30 * day) };
      const note = askAbout(other, routes.noteEmployerReached, noteEmployerReached, {
        params: { id: asked },
        query: {},
        body: reached,
      });
      await expect(note).rejects.toMatchObject({ code: "WORD_BEFORE_QUESTION" });
    },
  );
});

describe("the answer of a client who was silent", () => {
  /** The question is put twice, and then goes to the officer. */
  async function silent(world: World): Promise<{ readonly id: string; readonly askedAt: string }> {
    const id = await bringToClient(world);
    const askedAt = world.now();
    while ((await read(world, id)).status === "AWAITING_CLIENT") await world.advance(day);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_REVIEW", reason: "CLIENT_SILENT" });
    return { id, askedAt };
  }

  it.runIf(isWhole)(
    "counts while the officer is to decide, whether it was said in time or after, and the employer is asked",
    async () => {
      const world = await open();
      const { id, askedAt } = await silent(world);
      const inTime = { how: "IN_PERSON", at: new Date(Date.parse(askedAt) + hour).toISOString() } as const;
      expect(await clientSays(world, id, [1], [], { receipt: inTime })).toMatchObject({ status: "AWAITING_EMPLOYER" });
      // Over a weekend and holidays, on which nothing is sent.
      await world.advance(7 * day);
      expect(linkOf(world)).toBeDefined();

      const other = await open();
      const late = await silent(other);
      expect(await clientSays(other, late.id, [], [1])).toMatchObject({
        status: "AWAITING_REVIEW",
        reason: "CLIENT_DECLINED_ALL",
      });
      await expect(clientSays(other, late.id, [1])).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    },
  );

  it("is none from before the question, and none once the officer has decided", async () => {
    const world = await open();
    const { id, askedAt } = await silent(world);
    const early = { how: "PHONE", at: new Date(Date.parse(askedAt) - hour).toISOString() } as const;
    await expect(clientSays(world, id, [1], [], { receipt: early })).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
      details: [{ code: "QUESTION_OPENED", path: "receipt.at", value: askedAt }],
    });
    await review(world, id, { decision: "RANK_AGAIN" });
    await world.settle();
    await expect(clientSays(world, id, [1])).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  });
});

describe("what is agreed of an interview", () => {
  async function invited(world: World): Promise<string> {
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), { choice: "INTERVIEW", times: [wednesday] });
    await world.advance(11 * minute);
    return id;
  }

  it("is the hour that was agreed last, whatever is recorded last, and none from before the invitation", async () => {
    const world = await open();
    const id = await invited(world);
    await expect(interview(world, id, { kind: "AGREED", at: thursday, receipt: ago(world, 5 * day) })).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
    });
    later(world, hour);
    await interview(world, id, { kind: "AGREED", at: friday, receipt: ago(world, 10 * minute) });
    await expect(interview(world, id, { kind: "AGREED", at: thursday, receipt: ago(world, 20 * minute) })).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
    });
    expect((await read(world, id)).interview).toMatchObject({ agreedAt: friday, movedBy: [] });
  });

  it.runIf(isWhole)("is not undone by a client who is said to have spoken of it before it was", async () => {
    const world = await open();
    const id = await invited(world);
    await world.advanceTo("2026-03-04T05:00:00.000Z");
    await interview(world, id, { kind: "RESULT", result: "CLIENT_ABSENT", receipt: { how: "PHONE" } });
    const early = { how: "PHONE", at: "2026-03-03T03:00:00.000Z" } as const;
    await expect(interview(world, id, { kind: "CLIENT_HEARD", excused: false, receipt: early })).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
    });
    // Who was prevented may have said so on the day before.
    expect(await interview(world, id, { kind: "CLIENT_HEARD", excused: true, at: friday, receipt: early })).toMatchObject({
      status: "INTERVIEW",
    });
  });

  it("does not throw away what the employer has just said by link, and names it", async () => {
    const world = await open();
    const id = await invited(world);
    const givenAt = world.now();
    await answerLink(world, linkOf(world), { moveTo: thursday });
    later(world, minute);
    await expect(interview(world, id, { kind: "AGREED", at: friday })).rejects.toMatchObject({
      code: "ALREADY_ANSWERED",
      details: [{ code: "ANSWER_BY_LINK", value: givenAt }],
    });
  });
});

describe("a client's withdrawal from a placement", () => {
  const withdrawAt = (world: World, id: string, receipt: { how: "PHONE"; at: string }) =>
    askAbout(world, routes.withdrawPlacement, withdrawPlacement, { params: { id }, query: {}, body: { receipt } });

  it("is not older than the placement, nor than the yes that the client has said since", async () => {
    const world = await open();
    const id = await bringToClient(world);
    await expect(withdrawAt(world, id, ago(world, 30 * day))).rejects.toMatchObject({ code: "WORD_BEFORE_QUESTION" });
    const other = await open();
    const asked = await bringToEmployer(other);
    const yes = (await other.deps.store.consents.ofClient(idNo("client", 1))).find(
      ({ purpose }) => purpose === "EMPLOYER_SHARING",
    );
    later(other, hour);
    await sayConsent(other, 1, {
      purpose: "EMPLOYER_SHARING",
      action: "GIVEN",
      employerId: idNo("employer", 1),
      receipt: ago(other, 10 * minute),
    });
    await expect(withdrawAt(other, asked, ago(other, 20 * minute))).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
    expect(yes).toBeDefined();
    expect(await withdrawAt(other, asked, ago(other, 5 * minute))).toMatchObject({ status: "CLOSED" });
  });
});

describe("that work has not begun", () => {
  it("gives way to the client's word that it has, where that was said later", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    later(world, 5 * hour);
    await confirm(world, id, true, { writtenContract: true, client: ago(world, minute) });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
    await expect(notStarted(world, id, { receipt: ago(world, 2 * hour) })).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
    later(world, minute);
    expect(await notStarted(world, id)).toMatchObject({ status: "AWAITING_REVIEW" });
  });
});

describe("news of the work", () => {
  const context = buildContext();
  const at = (minutes: number): string => new Date(Date.parse(startOfTest) + minutes * minute).toISOString();
  const asked = buildFollowUp({ status: "AWAITING_VISIT", waitNo: 3, asked: { employer: { at: at(10), stillThere: false } } });
  const say = (from: "CLIENT" | "EMPLOYER", minutes: number, stillThere: boolean, state = asked) =>
    recordNews(state, { day: 30, from, news: { at: at(minutes), stillThere } }, context);

  it("of one side takes the place of what that side said before, never of what it said since", () => {
    expect(say("EMPLOYER", 20, true)).toMatchObject({ kind: "decided", state: { asked: { employer: { stillThere: true } } } });
    expect(say("EMPLOYER", 5, true)).toMatchObject({ kind: "refused", error: { code: "ALREADY_ANSWERED" } });
    const there = buildFollowUp({ status: "AWAITING_NEWS", waitNo: 2, asked: { client: { at: at(10), stillThere: true } } });
    expect(say("CLIENT", 5, false, there)).toMatchObject({ kind: "refused", error: { code: "ALREADY_ANSWERED" } });
    for (const minutes of [10, 15]) expect(say("CLIENT", minutes, false, there)).toMatchObject({ state: { status: "ENDED" } });
  });

  it("that it has ended is none from before it began", async () => {
    const world = await open();
    const id = await bringToWork(world);
    const { startedOn = "" } = await read(world, id);
    later(world, day);
    const lost = { lastDay: startedOn, reason: "OTHER", endedBy: "EMPLOYER", from: "CLIENT" } as const;
    const told = (by: number) =>
      askAbout(world, routes.recordLostWork, recordLostWork, {
        params: { id },
        query: {},
        body: { ...lost, receipt: ago(world, by) },
      });
    await expect(told(30 * day)).rejects.toMatchObject({
      code: "WORD_BEFORE_QUESTION",
      details: [{ code: "WORD_BEFORE_START" }],
    });
    expect(await told(minute)).toMatchObject({ status: "ENDED" });
  });
});
