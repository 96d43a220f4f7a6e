/** Who could not be reached is not silent: by phone, refused by the mail service, called, asked anew. */
import { describe, expect, it } from "vitest";
import type { output } from "zod";
import { routes } from "../../../../shared/api/routes.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import { readPlacement } from "../../../../shared/commands/placements/read-placement.ts";
import { exhaustedEmployers } from "../../../../shared/domain/placements/placement.ts";
import {
  answerLink,
  askAgain,
  bringToEmployer,
  day,
  employerSays,
  linkOf,
  officer,
  reached,
  read,
} from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { vacancyPuts } from "../../../builders/put-records.ts";
import { buildEmployer, buildVacancy } from "../../../builders/records.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const tooLong = `${"x".repeat(65)}@contoh.example`;
const refusedMail = { contact: { id: idNo("contact", 1), name: "Bu A", email: tooLong, phone: "+6281234567890" } };
const noMail = { contact: { id: idNo("contact", 1), name: "Bu A", phone: "+6281234567890" } };
const tasks = (world: World) =>
  world.mails().filter((mail) => mail.to === officer.email && mail.subject === "Tugas: tanyakan kepada pemberi kerja");
const asked = { staff: officer, body: {}, idempotency: undefined } as const;
const inbox = (world: World) =>
  world.request("readInbox", (deps) => readInbox(deps, { ...asked, params: {}, query: { limit: 50 } }), routes.readInbox);
type Changed = output<typeof routes.changeEmployer.body>["changes"];
/** What is changed is given as it is kept: an address that only the mail service refuses stands in no request. */
const change = (world: World, version: number, changes: Changed) =>
  askAbout(world, routes.changeEmployer, changeEmployer, {
    params: { id: idNo("employer", 1) },
    query: {},
    body: { version, changes },
  });
const contactOf = async (world: World, no: number) => (await world.deps.store.employers.employer(idNo("employer", no)))?.contact;

describe("an address that the mail service refuses for good", () => {
  it("is marked as dead, and the question is a task to call at once, in the inbox with what to say", async () => {
    const world = await open({ employers: [refusedMail] });
    const id = await bringToEmployer(world);
    expect(await contactOf(world, 1)).toMatchObject({ dead: { email: { why: "REJECTED" } } });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", needsCall: { why: "REJECTED" } });
    expect(tasks(world)).toHaveLength(1);
    expect(tasks(world)[0]?.text).toContain("Bu A, 0812-3456-7890");
    const { items } = await inbox(world);
    expect(items).toEqual([expect.objectContaining({ id, needsCall: expect.objectContaining({ why: "REJECTED" }) })]);
    const shown = await world.request(
      "readPlacement",
      (deps) => readPlacement(deps, { ...asked, params: { id }, query: {} }),
      routes.readPlacement,
    );
    expect(shown.contact).toMatchObject({ name: "Bu A", numbers: ["0812-3456-7890"] });
    expect(shown.needsCall?.text).toMatch(/Bu A.*Petugas 1 dari Titian Kerja.*Mekanik 1/s);
    expect(shown.needsCall?.text).not.toMatch(/bapas|Contoh Klien/i);
    // To ask once more by the same mail would look like success.
    await expect(askAgain(world, id)).rejects.toMatchObject({ details: [{ code: "contact.unreachable", path: "contactId" }] });
    expect([world.dead(), world.failures()]).toEqual([[], []]);
  });

  it("holds nobody to be silent: who was never reached is UNREACHED, and may be proposed again", async () => {
    const world = await open({ employers: [refusedMail] });
    const second = buildVacancy(3, { employerId: idNo("employer", 1), title: "Mekanik 3" });
    await world.deps.store.database.commit(vacancyPuts(second, buildEmployer(1)));
    const id = await bringToEmployer(world, [1, 3]);
    await world.advance(20 * day);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", stage: 2, needsCall: { why: "REJECTED" } });
    await world.advance(20 * day);
    const state = await read(world, id);
    expect(state).toMatchObject({ status: "AWAITING_REVIEW", reason: "EMPLOYERS_UNREACHED", employersAsked: 0 });
    expect(state.shortlist.map((entry) => entry.state)).toEqual(["UNREACHED", "UNREACHED"]);
    expect(exhaustedEmployers(state)).toEqual([]);
  });

  it.runIf(isWhole)("goes on with the next employer by itself", async () => {
    const world = await open({ employers: [refusedMail], vacancies: [{}, {}] });
    const id = await bringToEmployer(world, [1, 2]);
    await world.advance(20 * day);
    await world.advance(20 * day);
    const state = await read(world, id);
    expect(state.shortlist.map((entry) => entry.state)).toEqual(["UNREACHED", "ASKED"]);
    expect(state).toMatchObject({ status: "AWAITING_EMPLOYER", employersAsked: 1 });
    expect(state.needsCall).toBeUndefined();
    expect(linkOf(world, 2)).toBeDefined();
  });
});

describe("an employer that is asked by phone", () => {
  it("has its whole time once the officer notes that it was reached, and is silent only after that", async () => {
    const world = await open({ employers: [noMail] });
    const id = await bringToEmployer(world);
    const before = await read(world, id);
    expect(before).toMatchObject({ needsCall: { why: "NO_MAIL" } });
    await world.advance(2 * day);
    expect(await reached(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", waitNo: before.waitNo + 1 });
    await world.settle();
    const after = await read(world, id);
    expect(after.needsCall).toBeUndefined();
    expect((after.deadline ?? "") > (before.deadline ?? "")).toBe(true);
    expect((await inbox(world)).items).toEqual([]);
    await expect(reached(world, id)).rejects.toMatchObject({ code: "STATUS_CONFLICT", details: [{ code: "NO_CALL_NEEDED" }] });
    await world.advance(20 * day);
    expect((await read(world, id)).shortlist.map((entry) => entry.state)).toEqual(["EMPLOYER_SILENT"]);
  });

  it("may answer in the same call", async () => {
    const world = await open({ employers: [noMail] });
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    const state = await read(world, id);
    expect([state.status, state.needsCall]).toEqual(["AWAITING_CONFIRMATION", undefined]);
  });
});

describe("a question that is sent anew", () => {
  it("comes with another link, and the one before dies", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const first = linkOf(world);
    await world.advance(day);
    await askAgain(world, id);
    await world.settle();
    const second = linkOf(world);
    expect(second.linkId).not.toBe(first.linkId);
    await expect(answerLink(world, first, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await answerLink(world, second, accept);
    // An answer that waits for its ten minutes is not thrown away.
    await expect(askAgain(world, id)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
  });

  it.runIf(isWhole)("about an interview and about a start keeps its time", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "INTERVIEW", times: ["2026-03-04T03:00:00.000Z"] });
    await world.settle();
    const { deadline } = await read(world, id);
    const mails = world.mails().length;
    expect(await askAgain(world, id)).toMatchObject({ status: "INTERVIEW", deadline });
    await world.settle();
    expect(world.mails()).toHaveLength(mails + 1);
    await answerLink(world, linkOf(world), { result: "OFFER" });
    await world.advance(11 * 60_000);
    expect(await askAgain(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  });

  it.runIf(isWhole)(
    "goes to another contact there, who is asked from then on; an answer by that link counts, the one before is dead",
    async () => {
      const world = await open();
      const id = await bringToEmployer(world);
      const first = linkOf(world);
      const withOthers = async (version: number, otherContacts: NonNullable<Changed["otherContacts"]>) => {
        await change(world, version, { otherContacts });
        return (await world.deps.store.employers.employer(idNo("employer", 1)))?.otherContacts ?? [];
      };
      const tina = { name: "Ibu Tina", email: "tina@bengkel.test" };
      const [kept, silent] = await withOthers(1, [tina, { name: "Pak Diam", phone: "0813 2222 3333" }]);
      await expect(askAgain(world, id, silent?.id)).rejects.toMatchObject({ details: [{ code: "contact.unreachable" }] });
      await expect(askAgain(world, id, idNo("contact", 77))).rejects.toMatchObject({
        details: [{ code: "contact.unreachable" }],
      });
      await askAgain(world, id, kept?.id);
      await world.settle();
      const second = linkOf(world, 1, tina.email);
      await expect(answerLink(world, first, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
      // Who is the same person keeps the id.
      expect((await withOthers(2, [{ ...tina, phone: "0813 4444 5555" }])).map((one) => one.id)).toEqual([kept?.id]);
      await answerLink(world, second, {
        choice: "INTERVIEW",
        times: [new Date(Date.parse(world.now()) + 2 * day).toISOString()],
      });
      await world.advance(11 * 60_000);
      const invited = world.mails().filter(({ subject }) => subject.startsWith("Wawancara: kandidat"));
      expect(invited.map(({ to }) => to)).toEqual([tina.email]);
      await withOthers(3, []);
      await expect(answerLink(world, linkOf(world, 1, tina.email), { result: "OFFER" })).rejects.toMatchObject({
        code: "LINK_EXPIRED",
      });
    },
  );

  it.runIf(isWhole)(
    "goes to whoever is asked now, where the contact is replaced, and is answered by that link alone",
    async () => {
      const world = await open({ employers: [refusedMail] });
      const id = await bringToEmployer(world);
      await change(world, 2, { contact: { name: "Ibu Baru", email: "pemilik1@bengkel.test" } });
      await world.settle();
      const state = await read(world, id);
      expect([state.status, state.needsCall]).toEqual(["AWAITING_EMPLOYER", undefined]);
      expect((await inbox(world)).items).toEqual([]);
      const mails = world.mails().filter((mail) => mail.to === "pemilik1@bengkel.test");
      expect(mails).toHaveLength(1);
      await answerLink(world, linkOf(world), accept);
      await world.advance(11 * 60_000);
      expect((await read(world, id)).status).toBe("AWAITING_CONFIRMATION");
    },
  );

  it("about a start goes to the officer to be put by phone, where the new contact's address is refused, told once", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    await change(world, 1, { contact: { name: "Ibu Baru", email: tooLong, phone: "+6281322223333" } });
    await world.settle();
    expect((await read(world, id)).status).toBe("AWAITING_CONFIRMATION");
    expect(await contactOf(world, 1)).toMatchObject({ dead: { email: { why: "REJECTED" } } });
    expect(tasks(world).map(({ text }) => /Ibu Baru, 0813-2222-3333/.test(text))).toEqual([true]);
    expect([world.dead(), world.failures()]).toEqual([[], []]);
  });
});
