import { describe, expect, it } from "vitest";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import {
  answerLink,
  approve,
  bringToEmployer,
  clientSays,
  confirm,
  day,
  employerSays,
  linkOf,
  minute,
  read,
  start,
  undo,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" };

const view = (world: World, link: ReturnType<typeof linkOf>) =>
  viewLink(world.deps, { params: {}, query: {}, body: link, idempotency: undefined });

describe("an answer by link", () => {
  it.runIf(isWhole)("is taken once of fifty at the same moment", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const link = linkOf(world);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => answerLink(world, link, accept)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
    expect(new Set(reasons).difference(new Set(["LINK_USED", "CONFLICT"]))).toEqual(new Set());
    await world.advance(10 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it.runIf(isWhole)("sent again with its key gets the same answer; with that key another answer is refused", async () => {
    const world = await open();
    await bringToEmployer(world);
    const link = linkOf(world);
    const first = await answerLink(world, link, accept, "the-same-key");
    await world.advance(minute);
    expect(await answerLink(world, link, accept, "the-same-key")).toEqual(first);
    await expect(answerLink(world, link, { choice: "DECLINE", reason: "OTHER" }, "the-same-key")).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
    await expect(answerLink(world, link, accept)).rejects.toMatchObject({ code: "LINK_USED" });
  });

  it("is refused with a wrong secret, for an unknown link, and for what another page asks", async () => {
    const world = await open();
    await bringToEmployer(world);
    const link = linkOf(world);
    const other = `${link.secret.startsWith("A") ? "B" : "A"}${link.secret.slice(1)}`;
    await expect(answerLink(world, { ...link, secret: other }, accept)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(answerLink(world, { ...link, linkId: idNo("link", 7) }, accept)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(view(world, { ...link, secret: "" })).rejects.toMatchObject({ code: "LINK_INVALID" });
    const foreign = { started: true, startedOn: "2026-03-02" };
    await expect(answerLink(world, link, foreign)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(answerLink(world, link, { choice: "MAYBE" })).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  });

  it("is refused at the deadline, even before silence was noted, and the link has expired after it", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const link = linkOf(world);
    const { deadline = "" } = await read(world, id);
    world.setClock(deadline);
    await expect(answerLink(world, link, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await world.advance(minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_REVIEW", reason: "EMPLOYERS_EXHAUSTED" });
    await expect(answerLink(world, link, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    expect(await view(world, link)).toMatchObject({ open: false, closedBecause: "LINK_EXPIRED" });
  });

  it.runIf(isWhole)("of the first employer does not open the question to the second", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const first = linkOf(world, 1);
    await employerSays(world, id, { choice: "DECLINE", reason: "DISTANCE" });
    await world.settle();
    await expect(answerLink(world, first, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await answerLink(world, linkOf(world, 2), accept);
    await world.advance(10 * minute);
    const { shortlist } = await read(world, id);
    expect(shortlist.map((entry) => entry.state)).toEqual(["EMPLOYER_DECLINED", "CHOSEN"]);
  });

  it("is undone within ten minutes, and another one given by the same link counts", async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    const link = linkOf(world, 1);
    await answerLink(world, link, { choice: "DECLINE", reason: "OTHER" });
    expect(await view(world, link)).toMatchObject({ open: false, undoUntil: expect.any(String) });
    await world.advance(9 * minute);
    await undo(world, link);
    expect(await view(world, link)).toMatchObject({ open: true });
    await world.advance(2 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 1 });
    await answerLink(world, link, accept);
    await world.advance(10 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", employersAsked: 1 });
  });

  it("cannot be undone once the ten minutes are over, nor by another link", async () => {
    const world = await open();
    await bringToEmployer(world);
    const link = linkOf(world);
    await expect(undo(world, link)).rejects.toMatchObject({ code: "UNDO_TOO_LATE" });
    await answerLink(world, link, accept);
    world.setClock(new Date(Date.parse(world.now()) + 10 * minute).toISOString());
    await expect(undo(world, link)).rejects.toMatchObject({ code: "UNDO_TOO_LATE" });
  });

  it.runIf(isWhole)(
    "given a few minutes before the deadline counts, and can be undone until that and not a moment longer",
    async () => {
      const world = await open();
      const id = await bringToEmployer(world);
      const link = linkOf(world);
      const { deadline = "" } = await read(world, id);
      await world.advanceTo(new Date(Date.parse(deadline) - 3 * minute).toISOString());
      expect(await answerLink(world, link, accept)).toEqual({ effectiveAt: deadline, undoUntil: deadline });
      await undo(world, link);
      await answerLink(world, link, accept);
      world.setClock(deadline);
      await expect(undo(world, link)).rejects.toMatchObject({ code: "UNDO_TOO_LATE" });
      await world.advance(minute);
      expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
    },
  );

  it.runIf(isWhole)("undone at the very moment at which it takes effect: one of the two happens, never both", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const link = linkOf(world);
    await answerLink(world, link, accept);
    await world.settle();
    const almost = new Date(Date.parse(world.now()) + 10 * minute - 1).toISOString();
    world.setClock(almost);
    const [undone] = await Promise.allSettled([undo(world, link), world.advance(1)]);
    await world.quiesce();
    const { status } = await read(world, id);
    expect(status).toBe(undone.status === "fulfilled" ? "AWAITING_EMPLOYER" : "AWAITING_CONFIRMATION");
  });
});

describe("a start told by link", () => {
  async function toConfirmation(world: World): Promise<string> {
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), accept);
    await world.advance(10 * minute);
    return id;
  }

  it("that has not come yet is refused at once, and the link stays usable", async () => {
    const world = await open();
    const id = await toConfirmation(world);
    const link = linkOf(world);
    await expect(answerLink(world, link, { started: true, startedOn: "2026-03-09" })).rejects.toMatchObject({
      code: "CONFIRMATION_INVALID",
    });
    await answerLink(world, link, { started: true, startedOn: "2026-03-02" });
    await world.advance(10 * minute);
    await confirm(world, id, false);
    expect(await read(world, id)).toMatchObject({ status: "PLACED", startedOn: "2026-03-02" });
  });

  it.runIf(isWhole)("counts after the deadline too: somebody at work never lapses", async () => {
    const world = await open();
    const id = await toConfirmation(world);
    const link = linkOf(world);
    const { deadline = "" } = await read(world, id);
    await world.advanceTo(new Date(Date.parse(deadline) + day + 9 * 60 * minute).toISOString());
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", stage: 2 });
    // It was asked anew: the link of that mail counts, and the one before is revoked.
    await expect(answerLink(world, link, { started: true, startedOn: "2026-03-03" })).rejects.toMatchObject({
      code: "LINK_EXPIRED",
    });
    await answerLink(world, linkOf(world), { started: true, startedOn: "2026-03-03" });
    await world.advance(10 * minute);
    await confirm(world, id, false);
    expect(await read(world, id)).toMatchObject({ status: "PLACED" });
  });

  it.runIf(isWhole)("that cannot take effect any more frees its link", async () => {
    const world = await open();
    const id = await toConfirmation(world);
    const link = linkOf(world);
    await answerLink(world, link, { started: true, startedOn: "2026-03-02" });
    const wait = await world.deps.store.waits.wait(id, 4);
    // As an older release kept it: a start in the future, which the rule refuses when it comes to it.
    await world.deps.store.database.writeOne({
      label: "answer",
      table: "placements",
      kind: "update",
      key: { pk: `PL#${id}`, sk: "WAIT#0004" },
      update: "SET answer = :answer",
      values: { ":answer": { ...wait?.answer, choice: { started: true, startedOn: "2026-12-01" } } },
    });
    await world.advance(10 * minute);
    expect(await view(world, link)).toMatchObject({ open: true });
    expect((await world.deps.store.waits.wait(id, 4))?.answer).toBeUndefined();
  });
});

describe("a seat that is taken meanwhile", () => {
  /** Two clients before the same employer, who has one seat. */
  async function twoForOneSeat(): Promise<{ world: World; first: string; second: string; links: ReturnType<typeof linkOf>[] }> {
    const world = await open({ clients: [{}, {}], vacancies: [{}, {}] });
    const ids: string[] = [];
    const links: ReturnType<typeof linkOf>[] = [];
    for (const no of [1, 2]) {
      const { id } = await start(world, no);
      await world.settle();
      await approve(world, id, [1, 2]);
      await world.settle();
      await clientSays(world, id, [1, 2]);
      await world.settle();
      // Questions to one contact are put together after a quarter of an hour.
      if (ids.length > 0) await world.advance(16 * minute);
      ids.push(id);
      links.push(linkOf(world, 1));
    }
    const [first = "", second = ""] = ids;
    return { world, first, second, links };
  }

  it.runIf(isWhole)("is told when the answer is given", async () => {
    const { world, first, links } = await twoForOneSeat();
    await employerSays(world, first, accept0);
    await world.settle();
    await expect(answerLink(world, links[1] ?? linkOf(world), accept)).rejects.toMatchObject({ code: "SEAT_TAKEN" });
  });

  it("is told kindly when the answer takes effect, and the next employer is asked", async () => {
    const { world, first, second, links } = await twoForOneSeat();
    await answerLink(world, links[1] ?? linkOf(world), accept);
    await world.settle();
    await employerSays(world, first, accept0);
    await world.advance(10 * minute);
    expect(await read(world, second)).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 2 });
    expect((await read(world, second)).shortlist.map((entry) => entry.state)).toEqual(["SEAT_TAKEN", "ASKED"]);
    expect(world.mails().filter((mail) => mail.subject.startsWith("Lowongan sudah terisi"))).toHaveLength(1);
    expect((await world.deps.store.vacancies.vacancy(idNo("vacancy", 1)))?.seatsFree).toBe(0);
  });

  it.runIf(isWhole)("goes to one of two who accept at the same moment", async () => {
    const { world, first, second } = await twoForOneSeat();
    const results = await Promise.allSettled([employerSays(world, first, accept0), employerSays(world, second, accept0)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect((await world.deps.store.vacancies.vacancy(idNo("vacancy", 1)))?.seatsFree).toBe(0);
  });
});

const accept0 = { choice: "ACCEPT" } as const;
