/** Two words about one question: the one said last counts, and of two that were said at one moment the more cautious one. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { recordLostWork } from "../../../../shared/commands/follow-ups/record-lost-work.ts";
import { followUpIdOf } from "../../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  bringToEmployer,
  bringToWork,
  confirm,
  day,
  employerSays,
  hour,
  interview,
  linkOf,
  minute,
  notStarted,
  read,
  sayConsent,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const decline = { choice: "DECLINE", reason: "OTHER" } as const;
const [wednesday, thursday, friday] = ["2026-03-04T03:00:00.000Z", "2026-03-05T03:00:00.000Z", "2026-03-06T03:00:00.000Z"];
const ago = (world: World, by: number) => ({ how: "PHONE" as const, at: new Date(Date.parse(world.now()) - by).toISOString() });
const later = (world: World, by: number) => world.setClock(new Date(Date.parse(world.now()) + by).toISOString());
const phone = { how: "PHONE" } as const;

/** Chosen yesterday: both sides are asked whether work has begun. */
async function chosen(world: World): Promise<string> {
  const id = await bringToEmployer(world);
  await employerSays(world, id, accept);
  await world.settle();
  later(world, day);
  return id;
}

describe("of two words at one moment the no counts", () => {
  it.runIf(isWhole)("of an answer, whichever of them came by link", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), decline);
    await expect(employerSays(world, id, accept)).rejects.toMatchObject({
      code: "ALREADY_ANSWERED",
      details: [{ code: "ANSWER_BY_LINK", value: world.now() }],
    });
    const other = await open();
    const asked = await bringToEmployer(other);
    await answerLink(other, linkOf(other), accept);
    expect(await employerSays(other, asked, decline)).toMatchObject({ status: "AWAITING_REVIEW" });
  });

  it("of a start", async () => {
    const world = await open();
    const id = await chosen(world);
    await answerLink(world, linkOf(world), { started: false });
    const words = { writtenContract: true, employer: phone };
    await expect(confirm(world, id, false, words)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
    later(world, minute);
    expect(await confirm(world, id, false, words)).toMatchObject({ status: "PLACED" });
  });
});

describe("a start that the employer has denied", () => {
  it("is not confirmed by what it said before, and is by what it says since", async () => {
    const world = await open();
    const id = await chosen(world);
    await confirm(world, id, false, { writtenContract: true });
    await world.settle();
    const deniedAt = world.now();
    await answerLink(world, linkOf(world), { started: false });
    await world.advance(11 * minute);
    const more = (by: number) => ({ writtenContract: true, employer: ago(world, by) });
    await expect(confirm(world, id, false, more(hour))).rejects.toMatchObject({
      code: "ALREADY_ANSWERED",
      details: [{ code: "employer", path: "employer.at", value: deniedAt }],
    });
    expect(await confirm(world, id, false, more(minute))).toMatchObject({ status: "PLACED" });
  });

  it("or confirmed by link was said when it was given, and not when it took effect", async () => {
    const world = await open();
    const id = await chosen(world);
    await answerLink(world, linkOf(world), { started: true, startedOn: world.now().slice(0, 10) });
    await world.advance(11 * minute);
    expect(await notStarted(world, id, { receipt: ago(world, 6 * minute) })).toMatchObject({ status: "AWAITING_REVIEW" });
  });
});

describe("of an interview", () => {
  it("no hour was agreed before the invitation, also where none of its times suits the client", async () => {
    const world = await open({ clients: [{ reporting: { rhythm: "WEEKLY", day: "WEDNESDAY" } }] });
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "INTERVIEW", times: [wednesday] });
    await world.settle();
    expect((await read(world, id)).interview?.agreement).toBeUndefined();
    const agreed = { kind: "AGREED", at: thursday, receipt: ago(world, 30 * day) } as const;
    await expect(interview(world, id, agreed)).rejects.toMatchObject({ code: "WORD_BEFORE_QUESTION" });
    expect(await interview(world, id, { ...agreed, receipt: phone })).toMatchObject({ status: "INTERVIEW" });
  });

  it("the result counts that was said after the hour was agreed, though before that was recorded, and none from before", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), { choice: "INTERVIEW", times: [wednesday] });
    await world.advance(2 * hour);
    await interview(world, id, { kind: "AGREED", at: thursday, receipt: ago(world, 30 * minute) });
    await world.settle();
    const no = (by: number) => interview(world, id, { kind: "RESULT", result: "NO", receipt: ago(world, by) });
    await expect(no(40 * minute)).rejects.toMatchObject({ code: "WORD_BEFORE_QUESTION" });
    expect(await no(10 * minute)).toMatchObject({ status: "AWAITING_REVIEW" });
  });

  it("an hour that was agreed by phone after the employer asked by link for another one counts, and who asked is told", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), { choice: "INTERVIEW", times: [wednesday] });
    await world.advance(11 * minute);
    await answerLink(world, linkOf(world), { moveTo: thursday });
    later(world, 2 * minute);
    const agreed = { kind: "AGREED", at: friday, by: "EMPLOYER" } as const;
    await expect(interview(world, id, { ...agreed, receipt: ago(world, 3 * minute) })).rejects.toMatchObject({
      code: "ALREADY_ANSWERED",
    });
    await interview(world, id, { ...agreed, receipt: phone });
    await world.advance(11 * minute);
    expect((await read(world, id)).interview).toMatchObject({ agreedAt: friday });
    expect(world.mails().filter(({ subject }) => subject.startsWith("Jawaban Anda untuk kandidat"))).toHaveLength(1);
  });
});

describe("of the work", () => {
  it("whoever lets the employer be asked again is followed up with it again", async () => {
    const world = await open();
    const id = await bringToWork(world);
    const say = async (action: "WITHDRAWN" | "GIVEN") => {
      later(world, day);
      await sayConsent(world, 1, { purpose: "EMPLOYER_CONTACT", action, receipt: phone });
      await world.settle();
    };
    await say("WITHDRAWN");
    await say("GIVEN");
    await world.advance(30 * day);
    await world.advance(day);
    expect((await world.deps.store.processes.followUp(followUpIdOf(id)))?.state).toMatchObject({
      status: "AWAITING_NEWS",
      employerContactStopped: false,
    });
    // What the employer says by link since is not lost to what it said before.
    await answerLink(world, linkOf(world), { stillThere: true });
    const body = { lastDay: world.now().slice(0, 10), reason: "OTHER", endedBy: "EMPLOYER", from: "EMPLOYER" } as const;
    const lost = (by: number) =>
      askAbout(world, routes.recordLostWork, recordLostWork, {
        params: { id },
        query: {},
        body: { ...body, receipt: ago(world, by) },
      });
    await expect(lost(hour)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
    expect(await lost(0)).toMatchObject({ status: "ENDED" });
  });
});
