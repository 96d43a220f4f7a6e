/** What one member of staff alone has recorded, from the employer to the start, counts apart until somebody else vouches for it. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import { readPlacement } from "../../../../shared/commands/placements/read-placement.ts";
import { verifyPlacement } from "../../../../shared/commands/placements/verify-placement.ts";
import type { Employer } from "../../../../shared/domain/employers/employer.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { severalVoices } from "../../../../shared/domain/process/voice.ts";
import { blockWords } from "../../../../shared/messages/act-words.ts";
import { countWeek } from "../../../../shared/reports/office-week/figures.ts";
import {
  answerLink,
  approve,
  bringToEmployer,
  clientSays,
  colleague,
  confirm,
  day,
  employerSays,
  linkOf,
  officer,
  read,
  start,
  supervisor,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const own = { employers: [{ registeredBy: officer.id, unverified: true }] } as const;

/** One person registers, starts, approves, and says what everybody said. */
async function alone(employer: Partial<Employer> = own.employers[0]): Promise<{ world: World; id: string }> {
  const world = await open({ employers: [employer] });
  const id = await bringToEmployer(world);
  await employerSays(world, id, accept);
  await world.settle();
  await confirm(world, id);
  await world.settle();
  return { world, id };
}
const inboxOf = async (world: World, staff: Staff) =>
  (await askAbout(world, routes.readInbox, readInbox, { params: {}, query: { limit: 25 }, body: {} }, staff)).items;
const actsOf = async (world: World, id: string, staff: Staff) =>
  (await askAbout(world, routes.readPlacement, readPlacement, { params: { id }, query: {}, body: {} }, staff)).acts;
const verify = (world: World, id: string, staff: Staff) =>
  askAbout(world, routes.verifyPlacement, verifyPlacement, { params: { id }, query: {}, body: {} }, staff);
const figuresOf = async (world: World, id: string) => {
  const { placed, placedUnverified } = countWeek([await read(world, id)], [], "2026-03-02", "2026-03-09");
  return [placed, placedUnverified];
};

describe("a placement that one person alone recorded", () => {
  it("is marked, stands in the supervisor's inbox, counts apart, and is vouched for by a second person alone", async () => {
    const { world, id } = await alone();
    expect(await read(world, id)).toMatchObject({ status: "PLACED", unverified: true, voice: officer.id });
    expect(await inboxOf(world, supervisor)).toMatchObject([
      { id, status: "PLACED", unverified: true, acts: ["verifyPlacement"] },
    ]);
    expect(await actsOf(world, id, supervisor)).toContainEqual({ act: "verifyPlacement" });
    expect(await actsOf(world, id, { ...officer, role: "supervisor" })).toContainEqual({
      act: "verifyPlacement",
      blocked: "SECOND_PERSON_REQUIRED",
      words: blockWords.SECOND_PERSON_REQUIRED,
    });
    // Of the follow-up, whose day has not come, too.
    expect((await actsOf(world, id, officer)).map(({ act, blocked }) => [act, blocked])).toEqual([
      ["recordFollowUp", "AFTER_DAY"],
      ["recordLostWork", undefined],
    ]);
    expect(await figuresOf(world, id)).toEqual([0, 1]);
    await expect(verify(world, id, { ...officer, role: "supervisor" })).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
    await verify(world, id, supervisor);
    expect((await read(world, id)).unverified).toBeUndefined();
    expect(await inboxOf(world, supervisor)).toEqual([]);
    expect(await figuresOf(world, id)).toEqual([1, 0]);
    const { version } = await read(world, id);
    await verify(world, id, supervisor);
    expect((await read(world, id)).version).toBe(version);
  });

  it.runIf(isWhole)("is vouched for by the employer who answers a follow-up by link", async () => {
    const { world, id } = await alone();
    await world.advance(31 * day);
    await answerLink(world, linkOf(world), { stillThere: true });
    await world.advance(day);
    const { unverified, milestones } = await read(world, id);
    expect([unverified, milestones.verifiedAt]).toEqual([undefined, expect.any(String)]);
  });
});

describe("nothing is marked", () => {
  async function expectUnmarked(world: World, id: string): Promise<void> {
    const { status, unverified, voice } = await read(world, id);
    expect([status, unverified, voice]).toEqual(["PLACED", undefined, severalVoices]);
  }

  it.each([
    ["a colleague registered", { registeredBy: colleague.id, unverified: true }],
    ["a second person verified", { registeredBy: officer.id }],
  ] as const)("whose employer %s", async (_name, employer) => {
    const { world, id } = await alone(employer);
    expect((await read(world, id)).unverified).toBeUndefined();
    expect(await inboxOf(world, supervisor)).toEqual([]);
  });

  it("of which a colleague has approved the proposal, or the employer has said yes by link", async () => {
    const first = await open(own);
    const { id } = await start(first);
    await first.settle();
    await approve(first, id, [1], colleague);
    await first.settle();
    await clientSays(first, id, [1]);
    await first.settle();
    await employerSays(first, id, accept);
    await first.settle();
    await confirm(first, id);
    await expectUnmarked(first, id);

    const second = await open(own);
    const other = await bringToEmployer(second);
    await answerLink(second, linkOf(second), accept);
    await second.advance(day / 24);
    await confirm(second, other);
    await expectUnmarked(second, other);
  });
});
