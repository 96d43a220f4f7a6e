/** Lost work is an event of its own, on its own day; and the employer that ended it is marked in the next attempt. */
import { describe, expect, it } from "vitest";
import { readPlacement } from "../../../../shared/commands/placements/read-placement.ts";
import { followUpIdOf } from "../../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  approve,
  bringToEmployer,
  confirm,
  day,
  employerSays,
  linkOf,
  loseWork,
  minute,
  news,
  officer,
  start,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const ended = { reason: "DISMISSED", endedBy: "EMPLOYER", from: "CLIENT" } as const;
const followUpOf = async (world: World, id: string) => (await world.deps.store.processes.followUp(followUpIdOf(id)))?.state;
const detail = (world: World, id: string) =>
  readPlacement(world.deps, { params: { id }, query: {}, body: {}, staff: officer, idempotency: undefined });

/** Work began on the second of March. */
async function placed(world: World): Promise<string> {
  const id = await bringToEmployer(world, [1]);
  await employerSays(world, id, { choice: "ACCEPT" });
  await world.settle();
  await confirm(world, id);
  await world.settle();
  return id;
}

describe("lost work", () => {
  it("is recorded on the day on which it was lost, with its reason and who ended it, and frees the client", async () => {
    const world = await open();
    const id = await placed(world);
    await world.advance(10 * day);
    await loseWork(world, id, { ...ended, lastDay: "2026-03-09" });
    await world.settle();
    expect(await followUpOf(world, id)).toMatchObject({
      status: "ENDED",
      reason: "DISMISSED",
      lostWork: { lastDay: "2026-03-09", endedBy: "EMPLOYER", from: "CLIENT", receipt: { how: "IN_PERSON" } },
    });
    expect((await world.executions("followUp")).map((execution) => execution.status)).toEqual(["SUCCEEDED"]);
    await start(world);
    await expect(loseWork(world, id, { ...ended, lastDay: "2026-03-10" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  });

  it.runIf(isWhole).each([
    ["2026-03-01", "lostWork.early"],
    ["2026-03-13", "date.future"],
  ])("with the last day %s is refused: %s", async (lastDay, code) => {
    const world = await open();
    const id = await placed(world);
    await world.advance(10 * day);
    await expect(loseWork(world, id, { ...ended, lastDay })).rejects.toMatchObject({
      code: "REQUEST_INVALID",
      details: [{ code, path: "lastDay" }],
    });
  });

  it.runIf(isWhole)(
    "as the employer tells it by its link is kept in full, and the officer looks before anything ends",
    async () => {
      const world = await open();
      const id = await placed(world);
      await world.advance(30 * day);
      const link = linkOf(world);
      await expect(answerLink(world, link, { stillThere: false, lastDay: "2026-05-01" })).rejects.toMatchObject({
        details: [{ code: "date.future" }],
      });
      await answerLink(world, link, { stillThere: false, lastDay: "2026-03-27", endedBy: "CLIENT" });
      await world.advance(11 * minute);
      expect((await detail(world, id)).followUp).toMatchObject({
        status: "AWAITING_VISIT",
        said: { employer: { stillThere: false, lastDay: "2026-03-27", endedBy: "CLIENT" } },
      });
    },
  );

  it.runIf(isWhole)("leaves the words of both sides to be read in full, also of days that are over", async () => {
    const world = await open();
    const id = await placed(world);
    await world.advance(30 * day);
    await answerLink(world, linkOf(world), { stillThere: true });
    await world.advance(11 * minute);
    await news(world, id, "30", { from: "CLIENT", stillThere: true, paidAsAgreed: false, safe: true });
    expect((await detail(world, id)).followUp?.days).toMatchObject([
      {
        day: 30,
        said: { employer: { stillThere: true }, client: { paidAsAgreed: false, safe: true, receipt: { how: "IN_PERSON" } } },
      },
    ]);
    await news(world, id, "90", {
      from: "CLIENT",
      stillThere: false,
      reason: "RESIGNED",
      endedBy: "CLIENT",
      lastDay: "2026-03-30",
    });
    expect((await detail(world, id)).followUp).toMatchObject({
      said: { client: { stillThere: false } },
      lostWork: { lastDay: "2026-03-30", endedBy: "CLIENT", reason: "RESIGNED" },
    });
  });
});

describe("a new attempt", () => {
  it("shows the employer that ended the work, marked; to pass it over is no other order, to choose it is", async () => {
    const world = await open({ vacancies: [{ seats: 3 }, { seats: 3 }] });
    const id = await placed(world);
    await loseWork(world, id, { ...ended, lastDay: "2026-03-02" });
    await world.settle();
    const again = await start(world);
    await world.settle();
    const { proposals } = await detail(world, again.id);
    expect(Object.fromEntries(proposals.map((one) => [one.vacancyId, one.endedWorkOn]))).toEqual({
      [idNo("vacancy", 1)]: "2026-03-02",
      [idNo("vacancy", 2)]: undefined,
    });
    await approve(world, again.id, [2]);
  });

  it("shows no mark where the client ended it", async () => {
    const world = await open({ vacancies: [{ seats: 3 }] });
    const id = await placed(world);
    await loseWork(world, id, { reason: "RESIGNED", endedBy: "CLIENT", from: "CLIENT", lastDay: "2026-03-02" });
    await world.settle();
    const again = await start(world);
    await world.settle();
    expect((await detail(world, again.id)).proposals.map((one) => one.endedWorkOn)).toEqual([undefined]);
  });
});
