/** Somebody is asked as long as a question is open: whatever becomes of the contact, the mail, the record of the employer. */
import { describe, expect, it } from "vitest";
import type { output } from "zod";
import { routes } from "../../../../shared/api/routes.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { mergeEmployer } from "../../../../shared/commands/employers/merge-employer.ts";
import { noteMailFeedback } from "../../../../shared/commands/relay/mail-feedback.ts";
import {
  answerLink,
  askAgain,
  bringToEmployer,
  bringToWork,
  day,
  employerSays,
  linkOf,
  minute,
  officer,
  reached,
  read,
  supervisor,
  undo,
  withdraw,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const successor = { name: "Ibu Baru", email: "baru@bengkel.test" };
const ways = { id: idNo("contact", 1), name: "Bu A", phone: "+6281234567890" };
const full = { contact: { ...ways, email: "full@bengkel.test" } };
const to = (world: World, address: string) => world.mails().filter((mail) => mail.to === address);
type Changed = output<typeof routes.changeEmployer.body>["changes"];
const change = async (world: World, no: number, changes: Changed) => {
  const id = idNo("employer", no);
  const version = (await world.deps.store.employers.employer(id))?.version ?? 0;
  await askAbout(world, routes.changeEmployer, changeEmployer, { params: { id }, query: {}, body: { version, changes } });
  await world.settle();
};
const othersOf = async (world: World, no: number) =>
  (await world.deps.store.employers.employer(idNo("employer", no)))?.otherContacts ?? [];

describe("a contact that is replaced", () => {
  it("while its answer can be undone hands the question on once it is undone", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), { choice: "DECLINE", reason: "OTHER" });
    await change(world, 1, { contact: successor });
    expect(to(world, successor.email)).toEqual([]);
    await undo(world, linkOf(world));
    await world.advance(16 * minute);
    await answerLink(world, linkOf(world, 1, successor.email), accept);
    await world.advance(11 * minute);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it.runIf(isWhole)("hands on the question how the work goes", async () => {
    const world = await open();
    await bringToWork(world);
    await world.advance(30 * day);
    await world.advance(day);
    const first = linkOf(world);
    await change(world, 1, { contact: successor });
    await world.advance(day);
    await expect(answerLink(world, first, { stillThere: true })).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await answerLink(world, linkOf(world, 1, successor.email), { stillThere: true });
  });

  it("and was asked in another one's stead hands the question back to that one", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await change(world, 1, { otherContacts: [successor] });
    await askAgain(world, id, (await othersOf(world, 1))[0]?.id);
    await world.settle();
    await change(world, 1, { otherContacts: null });
    await world.advance(16 * minute);
    await expect(answerLink(world, linkOf(world, 1, successor.email), accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await answerLink(world, linkOf(world), accept);
  });
});

it.runIf(isWhole)(
  "whoever has the question keeps it when the record becomes another one, until they are asked there no more",
  async () => {
    const world = await open({ vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1]);
    const first = linkOf(world);
    const body = { into: idNo("employer", 2), version: 1, intoVersion: 1 };
    const params = { id: idNo("employer", 1) };
    await askAbout(world, routes.mergeEmployer, mergeEmployer, { params, query: {}, body }, supervisor);
    await world.settle();
    await world.advance(minute);
    expect((await read(world, id)).shortlist).toMatchObject([{ employerId: idNo("employer", 2), contactId: idNo("contact", 1) }]);
    await answerLink(world, first, accept);
    await undo(world, first);
    await change(world, 2, { otherContacts: null });
    await world.advance(16 * minute);
    await expect(answerLink(world, first, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await answerLink(world, linkOf(world, 2), accept);
  },
);

describe("a mail that comes back", () => {
  it.runIf(isWhole)("is about every question that went with it", async () => {
    const clients = [1, 2, 3].map((no) => ({ phone: `+628120000000${no}` }));
    const world = await open({ clients, vacancies: [{ seats: 5 }], employers: [full] });
    const asked: string[] = [];
    for (const no of [1, 2, 3]) asked.push(await bringToEmployer(world, [1], no));
    await world.advance(16 * minute);
    expect(to(world, "full@bengkel.test")).toHaveLength(2);
    for (const id of asked) expect(await read(world, id)).toMatchObject({ needsCall: { why: "BOUNCED" } });
  });

  it.runIf(isWhole)("twice, or after the employer was reached by phone or asked anew, changes nothing", async () => {
    const world = await open({ employers: [full] });
    const id = await bringToEmployer(world);
    const [mail] = to(world, "full@bengkel.test");
    await reached(world, id);
    const comesBack = async (no: number) => {
      const about = { destination: [mail?.to], tags: { reference: [mail?.reference] } };
      const bounce = { bounceType: "Transient", bouncedRecipients: [{ emailAddress: mail?.to }] };
      await noteMailFeedback(world.deps, { id: `e-${no}`, detail: { eventType: "Bounce", mail: about, bounce } });
      expect((await read(world, id)).needsCall).toBeUndefined();
    };
    await comesBack(1);
    await change(world, 1, { contact: successor });
    await world.advance(16 * minute);
    expect(to(world, successor.email)).toHaveLength(1);
    await comesBack(2);
  });
});

describe("what an employer without a mail would be told", () => {
  it.runIf(isWhole)(
    "is told by phone: that an interview is called off, and nothing of a question that never reached it",
    async () => {
      const world = await open({ employers: [{ contact: ways }] });
      const id = await bringToEmployer(world);
      await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-04T03:00:00.000Z"] });
      await world.settle();
      await withdraw(world, id);
      await world.advance(day);
      const told = to(world, officer.email).filter(({ subject }) => subject === "Tugas: beri tahu pemberi kerja");
      expect(told.map(({ text }) => /Rabu, 4 Maret 2026.*tidak jadi.*Bu A, 0812-3456-7890/s.test(text))).toEqual([true]);

      const other = await open({ employers: [{ contact: ways }] });
      await withdraw(other, await bringToEmployer(other));
      await other.advance(day);
      expect(to(other, officer.email).filter(({ subject }) => subject === "Tugas: beri tahu pemberi kerja")).toEqual([]);
    },
  );
});
