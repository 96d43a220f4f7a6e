/** Answers by link against expiry, undo and contention: what was acknowledged counts, what was taken back does not. */
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { expireWait } from "../../../../shared/commands/workflow/expire-wait.ts";
import { answerLink, bringToEmployer, employerSays, interview, linkOf, minute, read, undo } from "../../../builders/carry.ts";
import { type Call, once } from "../../../builders/faults.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const decline = { choice: "DECLINE", reason: "OTHER" } as const;

const commitOf =
  (invocation: string) =>
  (call: Call): boolean =>
    call.invocation === invocation && call.command === "TransactWriteItemsCommand";

const earlier = (instant: string, by: number): string => new Date(Date.parse(instant) - by).toISOString();

/** Lets a wait expire, and something else happen when that has been looked at and not yet written. */
async function expireWhile(world: World, id: string, waitNo: number, meanwhile: () => Promise<void>): Promise<void> {
  const plan = once(commitOf("expiry"), { meanwhile });
  world.faults.plan(plan);
  await world.faults.invoke("expiry", () => expireWait(world.deps, id, waitNo));
  world.faults.plan(undefined);
  expect(plan.happened()).toBe(true);
}

describe("silence", () => {
  it("that has looked already does not overtake an answer that was acknowledged in time", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const link = linkOf(world, 1);
    const { deadline = "", waitNo } = await read(world, id);
    world.setClock(deadline);
    await expireWhile(world, id, waitNo, async () => {
      world.setClock(earlier(deadline, 1));
      await answerLink(world, link, accept);
      world.setClock(deadline);
    });
    await world.advance(11 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", employersAsked: 1 });
  });

  it.runIf(isWhole)("that asks anew about a start keeps the confirmation that came with it", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    const link = linkOf(world);
    const { deadline = "", waitNo } = await read(world, id);
    world.setClock(earlier(deadline, -1000));
    await expireWhile(world, id, waitNo, async () => {
      await answerLink(world, link, { started: true, startedOn: "2026-03-03" });
    });
    await world.advance(11 * minute);
    const { status, confirmedBy } = await read(world, id);
    expect([status, Object.keys(confirmedBy)]).toEqual(["AWAITING_CONFIRMATION", ["employer"]]);
  });
});

describe("an answer that is taken back", () => {
  it("at the last moment before the deadline is not applied by the silence that saw it", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const link = linkOf(world, 1);
    const { deadline = "", waitNo } = await read(world, id);
    world.setClock(earlier(deadline, 2 * minute));
    await answerLink(world, link, decline);
    world.setClock(deadline);
    await expireWhile(world, id, waitNo, async () => {
      world.setClock(earlier(deadline, 1));
      await undo(world, link);
      world.setClock(deadline);
    });
    expect((await read(world, id)).shortlist.map((entry) => entry.state)).toEqual(["EMPLOYER_SILENT", "ASKED"]);
  });

  it("while it is being applied stays taken back", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const link = linkOf(world, 1);
    const { effectiveAt } = await answerLink(world, link, decline);
    await world.settle();
    const plan = once(commitOf("sweep"), {
      meanwhile: async () => {
        world.setClock(earlier(effectiveAt, 1));
        await undo(world, link);
        world.setClock(effectiveAt);
      },
    });
    world.faults.plan(plan);
    await world.advanceTo(effectiveAt);
    expect(plan.happened()).toBe(true);
    expect((await read(world, id)).shortlist[0]?.state).toBe("ASKED");
  });
});

describe("an answer that was taken", () => {
  it.runIf(isWhole)("is tried again for as long as others are in the way", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    await answerLink(world, linkOf(world, 1), accept);
    await world.settle();
    let left = 8;
    world.faults.plan((call) => {
      if (!commitOf("sweep")(call) || left === 0) return undefined;
      left -= 1;
      return {
        error: () =>
          new TransactionCanceledException({
            message: "-",
            $metadata: {},
            CancellationReasons: [{ Code: "TransactionConflict" }],
          }),
      };
    });
    await world.advance(10 * minute);
    expect(left).toBe(0);
    await world.advance(2 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it("about an interview is not thrown away by a time that the officer notes", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const times = ["2026-03-04T03:00:00.000Z"];
    await employerSays(world, id, { choice: "INTERVIEW", times });
    await world.settle();
    await answerLink(world, linkOf(world), { result: "OFFER" });
    const agreed = { kind: "AGREED", at: "2026-03-04T03:00:00.000Z" } as const;
    await expect(interview(world, id, agreed)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
    await world.advance(10 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });
});
