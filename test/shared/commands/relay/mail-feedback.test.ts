/** What the mail service hears of a mail after it has taken it: sent back, full, unwanted, refused, late. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { readMessages } from "../../../../shared/commands/placements/read-messages.ts";
import { noteMailFeedback } from "../../../../shared/commands/relay/mail-feedback.ts";
import { answerLink, askAgain, bringToEmployer, day, employerSays, linkOf, officer, read } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const at = (local: string) => ({
  contact: { id: idNo("contact", 1), name: "Bu A", email: `${local}@bengkel.test`, phone: "+6281234567890" },
});
const contact = async (world: World) => (await world.deps.store.employers.employer(idNo("employer", 1)))?.contact;
const tasks = (world: World) =>
  world.mails().filter((mail) => mail.to === officer.email && mail.subject === "Tugas: tanyakan kepada pemberi kerja");

describe("a first question", () => {
  it.each([
    ["bounce", "BOUNCED"],
    ["complaint+sales", "COMPLAINED"],
    ["reject", "REJECTED"],
  ])("whose mail meets %s is a task to call, told once, and no mail goes to that address again", async (local, why) => {
    const world = await open({ employers: [at(local)] });
    const id = await bringToEmployer(world);
    expect(await contact(world)).toMatchObject({ dead: { email: { why } } });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_EMPLOYER", needsCall: { why } });
    expect(tasks(world)).toHaveLength(1);
    expect(tasks(world)[0]?.text).toContain("Bu A, 0812-3456-7890");
    expect(world.noted()).toEqual(["EMPLOYER", "EMPLOYER"]);
    await world.advance(9 * day);
    expect(world.mails().filter((mail) => mail.to === `${local}@bengkel.test`)).toHaveLength(1);
    expect([world.dead(), world.failures()]).toEqual([[], []]);
  });

  it.runIf(isWhole)("whose mail meets a full box is put by phone, and the box is tried again by the next mail", async () => {
    const world = await open({ employers: [at("full")] });
    const id = await bringToEmployer(world);
    expect(await read(world, id)).toMatchObject({ needsCall: { why: "BOUNCED" } });
    expect((await contact(world))?.dead).toBeUndefined();
    await askAgain(world, id);
    await world.advance(16 * 60_000);
    expect(world.mails().filter((mail) => mail.to === "full@bengkel.test")).toHaveLength(2);
  });

  it("whose mail is late keeps its time, and the contact says so", async () => {
    const world = await open({ employers: [at("delay")] });
    const id = await bringToEmployer(world);
    expect(await contact(world)).toMatchObject({ late: { email: { at: world.now() } } });
    expect((await read(world, id)).needsCall).toBeUndefined();
    await answerLink(world, linkOf(world, 1, "delay@bengkel.test"), { choice: "ACCEPT" });
  });

  it.runIf(isWhole)("that was answered before its mail came back stays answered", async () => {
    const world = await open({ employers: [at("delay")] });
    const id = await bringToEmployer(world);
    const reference = world.mails().find(({ to }) => to === "delay@bengkel.test")?.reference;
    await answerLink(world, linkOf(world, 1, "delay@bengkel.test"), { choice: "ACCEPT" });
    const mail = { destination: ["delay@bengkel.test"], tags: { reference: [reference] } };
    const bounce = { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "Delay@bengkel.test" }] };
    await noteMailFeedback(world.deps, { id: "e-1", detail: { eventType: "Bounce", mail, bounce } });
    await world.advance(11 * 60_000);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
    expect(await contact(world)).toMatchObject({ dead: { email: { why: "BOUNCED" } } });
  });
});

it.runIf(isWhole)("a later question whose mail comes back is put by phone, and the officer is told once", async () => {
  const world = await open({ employers: [at("bounce")] });
  const id = await bringToEmployer(world);
  await employerSays(world, id, { choice: "ACCEPT" });
  await world.settle();
  // The address is dead by now: nothing was sent there, and the officer asks about the start as well.
  expect((await read(world, id)).status).toBe("AWAITING_CONFIRMATION");
  expect(tasks(world)).toHaveLength(2);
});

it("a start whose mail comes back is asked about by phone", async () => {
  const world = await open({ employers: [at("full")] });
  const id = await bringToEmployer(world);
  await employerSays(world, id, { choice: "ACCEPT" });
  await world.settle();
  expect((await contact(world))?.dead).toBeUndefined();
  expect(world.mails().filter((mail) => mail.to === "full@bengkel.test")).toHaveLength(2);
  expect(tasks(world)).toHaveLength(2);
});

it("stands with the mail as it was sent, which an officer reads without its link and its code", async () => {
  const world = await open({ employers: [at("bounce")] });
  const id = await bringToEmployer(world);
  const request = { staff: officer, params: { id }, body: {}, idempotency: undefined } as const;
  const read = (query: { limit: number; cursor?: string }) =>
    world.request("readMessages", (deps) => readMessages(deps, { ...request, query }), routes.readMessages);
  const { items } = await read({ limit: 50 });
  expect(items.map(({ to, name, message, heard }) => [to, name, message, heard?.what])).toEqual(
    [
      ["officer", "Petugas 1", "askByPhone", undefined],
      ["employer", "Bu A", "candidateProposed", "BOUNCED"],
      ["officer", "Petugas 1", "proposalsReady", undefined],
    ].slice(0, items.length),
  );
  const sent = world.mails().find(({ to }) => to === "bounce@bengkel.test");
  const shown = items.find(({ to }) => to === "employer");
  expect(shown?.text).toContain("[…]");
  expect(shown?.text).not.toMatch(/#li_|ketik kode [0-9A-Z]/);
  expect(shown?.mailSubject).toBe(sent?.subject);
  const first = await read({ limit: 1 });
  expect((await read({ limit: 1, cursor: first.cursor ?? "" })).items[0]?.id).toBe(items[1]?.id);
});

it("a mail to the office is for the operators, and an event of no mail of ours changes nothing", async () => {
  const world = await open({ employers: [at("bengkel")] });
  await bringToEmployer(world);
  const note = (reference: string | undefined) =>
    noteMailFeedback(world.deps, {
      id: "e-2",
      detail: {
        eventType: "Complaint",
        mail: { destination: ["a@b.test"], tags: reference === undefined ? {} : { reference: [reference] } },
        complaint: { complainedRecipients: [{ emailAddress: "a@b.test" }] },
      },
    });
  const toOfficer = world.mails().find(({ to }) => to === officer.email)?.reference;
  expect(await note(toOfficer)).toMatchObject({ what: "STAFF" });
  expect(await note(undefined)).toMatchObject({ what: "STAFF", row: undefined });
  expect(await note("OB_ob_01ARZ3NDEKTSV4RRFFQ69G5FAV")).toMatchObject({ what: "STAFF" });
  await expect(noteMailFeedback(world.deps, { id: "e-3", detail: { eventType: "Open" } })).rejects.toThrow();
  expect((await contact(world))?.dead).toBeUndefined();
});
