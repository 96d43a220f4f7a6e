/** An interview as an event of its own: everybody hears of its hour, of its moves, and that it does not take place. */
import { describe, expect, it } from "vitest";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { readInbox } from "../../../../shared/commands/placements/read-inbox.ts";
import { pseudonymOf } from "../../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  bringToEmployer,
  close,
  employerSays,
  hour,
  interview,
  linkOf,
  minute,
  officer as officerOfTest,
  read,
  withdraw,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

// The office's zone is WIB: Wednesday and Thursday, ten in the morning.
const wednesday = "2026-03-04T03:00:00.000Z";
const thursday = "2026-03-05T03:00:00.000Z";
const officer = "petugas1@titian.test";
const owner = "pemilik1@bengkel.test";
const receipt = { how: "PHONE" } as const;

const mailsTo = (world: World, to: string, subject: string) =>
  world.mails().filter((mail) => mail.to === to && mail.subject.startsWith(subject));
const field = (calendar: string | undefined, name: string) => new RegExp(`^${name}:(.*)\\r$`, "m").exec(calendar ?? "")?.[1];
const view = (world: World, employerNo = 1) =>
  viewLink(world.deps, { body: linkOf(world, employerNo), params: {}, query: {}, idempotency: undefined });

/** A placement whose first employer has invited by link, with the effect of its answer. */
async function invited(
  world: World,
  times: readonly string[] = [wednesday],
  more: Record<string, unknown> = {},
): Promise<string> {
  const id = await bringToEmployer(world);
  await answerLink(world, linkOf(world), { choice: "INTERVIEW", times, ...more });
  await world.advance(11 * minute);
  expect(await read(world, id)).toMatchObject({ status: "INTERVIEW" });
  return id;
}

describe("what is asked of the officer", () => {
  it.runIf(isWhole)("is first to tell the client, and once the hour is over what came of it, with whom to call", async () => {
    const world = await open();
    const id = await invited(world);
    const rowOf = async () => {
      const asker = { staff: officerOfTest, params: {}, body: {}, query: { limit: 5 }, idempotency: undefined };
      return (await readInbox(world.deps, asker)).items.find((row) => row.id === id);
    };
    expect((await rowOf())?.ask?.name).toBe("EXPECT_INTERVIEW");
    await world.advanceTo("2026-03-05T00:30:00.000Z");
    await world.digests();
    const row = await rowOf();
    expect(row?.ask).toMatchObject({
      name: "ASK_RESULT",
      words: { id: expect.stringContaining("Rabu, 4 Maret 2026 pukul 10.00") },
    });
    expect(row?.reach?.map(({ side, name }) => [side, name])).toEqual([
      ["EMPLOYER", "Pemilik 1"],
      ["CLIENT", "Contoh Klien 1"],
    ]);
    const [digest] = mailsTo(world, officer, "Hari ini:");
    expect(digest?.text).toMatch(/tanyakan dan catat hasil wawancara Rabu, 4 Maret 2026 pukul 10\.00 WIB: Pemilik 1/);
    expect(digest?.text).toContain(`https://titian.test/konsol/penempatan/${id}`);
  });
});

describe("the hour of an interview", () => {
  it("is the first proposed one that suits the client, and all sides get it", async () => {
    const world = await open();
    const id = await invited(world, [thursday, wednesday], { place: "Jl. Contoh 1", askFor: "Bu Rina" });
    expect((await read(world, id)).interview).toMatchObject({
      proposed: [wednesday, thursday],
      agreedAt: wednesday,
      agreement: { by: "DEFAULT" },
      place: "Jl. Contoh 1",
      askFor: "Bu Rina",
    });
    const [toOwner] = mailsTo(world, owner, "Wawancara: kandidat");
    for (const part of [toOwner?.text, toOwner?.html]) expect(part).toContain("Rabu, 4 Maret 2026 pukul 10.00 WIB");
    expect(field(toOwner?.calendar, "METHOD")).toBe("REQUEST");
    expect(field(toOwner?.calendar, "DTSTART")).toBe("20260304T030000Z");
    const [toOfficer] = mailsTo(world, officer, "Wawancara: beri tahu klien");
    expect(toOfficer?.text).toMatch(/Wawancara kerja: Rabu, 4 Maret 2026 pukul 10\.00 WIB.*Jl\. Contoh 1.*Bu Rina/);
    // Nobody has agreed to it yet: neither side is told of it as fixed.
    expect(toOfficer?.text).toContain("Klien belum menyepakati waktu ini");
    expect(toOwner?.text).toContain("Bila kandidat berhalangan pada waktu itu, kami segera mengabari Anda.");
    expect(toOfficer?.text.split("Teks untuk klien:")[1]).not.toMatch(/bapas|klien/i);
    expect(await view(world)).toMatchObject({
      interview: { at: wednesday, place: "Jl. Contoh 1", askFor: "Bu Rina", mayMove: true },
    });
  });

  it.runIf(isWhole)(
    "passes over a day on which the client reports; where only such are proposed, the officer enters one",
    async () => {
      const reporting = { clients: [{ reportDay: "WEDNESDAY" as const }] };
      const world = await open(reporting);
      const id = await invited(world, [wednesday, thursday]);
      expect((await read(world, id)).interview?.agreedAt).toBe(thursday);
      const other = await open(reporting);
      const none = await invited(other, [wednesday]);
      expect((await read(other, none)).interview?.agreedAt).toBeUndefined();
      expect(mailsTo(other, officer, "Pemberi kerja mengusulkan wawancara")[0]?.text).toContain(
        "Rabu, 4 Maret 2026 pukul 10.00 WIB",
      );
      expect(mailsTo(other, owner, "Wawancara: kandidat")[0]?.calendar).toBeUndefined();
      await interview(other, none, { kind: "AGREED", at: thursday, receipt });
      expect((await read(other, none)).interview).toMatchObject({
        agreedAt: thursday,
        agreement: { by: "OFFICER", how: "PHONE" },
      });
    },
  );

  it.each([
    ["at night", "2026-03-03T19:00:00.000Z"],
    ["after the office's day", "2026-03-04T11:01:00.000Z"],
    ["more than 14 days ahead", "2026-03-17T03:00:00.000Z"],
    ["in the past", "2026-03-02T01:00:00.000Z"],
  ])("is refused by link %s", async (_, at) => {
    const world = await open();
    await bringToEmployer(world);
    await expect(answerLink(world, linkOf(world), { choice: "INTERVIEW", times: [at] })).rejects.toMatchObject({
      code: "REQUEST_INVALID",
      details: [{ code: "interview.time", path: "times" }],
    });
    await answerLink(world, linkOf(world), {
      choice: "INTERVIEW",
      times: ["2026-03-04T00:00:00.000Z", "2026-03-16T11:00:00.000Z"],
    });
  });

  it.runIf(isWhole)("is called to mind on the working day before, on both sides", async () => {
    const world = await open();
    await invited(world);
    await world.advanceTo("2026-03-03T01:59:00.000Z");
    expect(mailsTo(world, owner, "Pengingat wawancara")).toHaveLength(0);
    await world.advanceTo("2026-03-03T02:30:00.000Z");
    expect(mailsTo(world, owner, "Pengingat wawancara")[0]?.text).toContain("Rabu, 4 Maret 2026 pukul 10.00 WIB");
    expect(mailsTo(world, officer, "Ingatkan klien: wawancara")).toHaveLength(1);
  });
});

describe("a move of an interview", () => {
  it.runIf(isWhole)("by the employer's link is made once, in the same calendar entry, and told to the officer", async () => {
    const world = await open();
    const id = await invited(world);
    await answerLink(world, linkOf(world), { moveTo: thursday });
    await world.advance(11 * minute);
    expect((await read(world, id)).interview).toMatchObject({ agreedAt: thursday, movedBy: ["EMPLOYER"], sequence: 1 });
    const [first] = mailsTo(world, owner, "Wawancara: kandidat");
    const [moved] = mailsTo(world, owner, "Waktu wawancara: kandidat");
    expect(field(moved?.calendar, "UID")).toBe(field(first?.calendar, "UID"));
    expect([field(first?.calendar, "SEQUENCE"), field(moved?.calendar, "SEQUENCE")]).toEqual(["0", "1"]);
    expect(field(moved?.calendar, "DTSTART")).toBe("20260305T030000Z");
    expect(mailsTo(world, officer, "Wawancara: beri tahu klien").at(-1)?.text).toContain("Kamis, 5 Maret 2026");
    expect(await view(world)).toMatchObject({ interview: { at: thursday, mayMove: false } });
    await expect(answerLink(world, linkOf(world), { moveTo: wednesday })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    // The reminder of the old hour is not sent.
    await world.advanceTo("2026-03-03T02:30:00.000Z");
    expect(mailsTo(world, owner, "Pengingat wawancara")).toHaveLength(0);
  });

  it.runIf(isWhole)(
    "by the officer is made once for the client; the choice among the proposed times and a new place move nothing",
    async () => {
      const world = await open();
      const id = await invited(world, [wednesday, thursday]);
      await interview(world, id, { kind: "AGREED", at: thursday });
      await interview(world, id, { kind: "AGREED", at: thursday, place: "Cabang Cikupa" });
      expect((await read(world, id)).interview).toMatchObject({ movedBy: [], sequence: 2, place: "Cabang Cikupa" });
      const friday = "2026-03-06T03:00:00.000Z";
      await interview(world, id, { kind: "AGREED", at: friday });
      expect((await read(world, id)).interview).toMatchObject({ agreedAt: friday, movedBy: ["CLIENT"], place: "Cabang Cikupa" });
      await expect(interview(world, id, { kind: "AGREED", at: wednesday })).rejects.toMatchObject({
        code: "STATUS_CONFLICT",
        details: [{ code: "INTERVIEW_MOVED" }],
      });
      await interview(world, id, { kind: "AGREED", at: wednesday, by: "EMPLOYER", receipt });
      expect((await read(world, id)).interview).toMatchObject({ movedBy: ["CLIENT", "EMPLOYER"], sequence: 4 });
    },
  );
});

describe("who did not come", () => {
  const atHour = (world: World) => world.advanceTo(new Date(Date.parse(wednesday) + hour).toISOString());

  it.runIf(isWhole)("is noted after the hour only, by link as by the officer", async () => {
    const world = await open();
    const id = await invited(world);
    for (const result of ["CLIENT_ABSENT", "EMPLOYER_ABSENT"] as const) {
      const ahead = { code: "REQUEST_INVALID", details: [{ code: "interview.ahead", path: "result" }] };
      await expect(answerLink(world, linkOf(world), { result })).rejects.toMatchObject(ahead);
      await expect(interview(world, id, { kind: "RESULT", result, receipt })).rejects.toMatchObject(ahead);
    }
  });

  it.runIf(isWhole)("is heard first: with a reason the interview is moved, beside the one move of each side", async () => {
    const world = await open();
    const id = await invited(world);
    await atHour(world);
    await answerLink(world, linkOf(world), { result: "CLIENT_ABSENT" });
    await world.advance(11 * minute);
    expect(await read(world, id)).toMatchObject({ status: "INTERVIEW", deadline: "2026-03-05T17:00:00.000Z" });
    expect(mailsTo(world, officer, "Tugas: dengarkan klien tentang wawancara")).toHaveLength(1);
    await expect(interview(world, id, { kind: "AGREED", at: thursday })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    await expect(interview(world, id, { kind: "CLIENT_HEARD", excused: true, receipt })).rejects.toMatchObject({
      code: "REQUEST_INVALID",
    });
    await interview(world, id, { kind: "CLIENT_HEARD", excused: true, at: thursday, receipt });
    const { interview: moved } = await read(world, id);
    expect(moved).toMatchObject({ agreedAt: thursday, movedBy: [] });
    expect(moved?.absence).toBeUndefined();
    await world.settle();
    expect(field(mailsTo(world, owner, "Waktu wawancara").at(-1)?.calendar, "DTSTART")).toBe("20260305T030000Z");
  });

  it.runIf(isWhole).each(["nothing said", "no reason"])("with %s is NO_SHOW, which bars nothing later", async (said) => {
    const world = await open();
    const id = await invited(world);
    await atHour(world);
    await interview(world, id, { kind: "RESULT", result: "CLIENT_ABSENT", receipt });
    await world.settle();
    if (said === "no reason") await interview(world, id, { kind: "CLIENT_HEARD", excused: false, receipt });
    else await world.advanceTo("2026-03-05T17:01:00.000Z");
    await world.settle();
    const after = await read(world, id);
    expect(after).toMatchObject({ status: "AWAITING_REVIEW", shortlist: [{ state: "NO_SHOW", absent: "CLIENT" }] });
    await world.advance(16 * hour);
    expect(mailsTo(world, officer, "Wawancara tidak terlaksana")).toHaveLength(1);
    expect(
      world
        .mails()
        .filter((mail) => mail.to === owner)
        .at(-1)?.text,
    ).not.toMatch(/tidak hadir/);
  });
});

describe("an interview that does not take place", () => {
  const cases = [
    ["the client withdraws", (world: World, id: string) => withdraw(world, id), "kandidat tidak lagi tersedia"],
    ["the consent is withdrawn", (world: World) => withdrawConsent(world, 1, 1), "kandidat tidak lagi tersedia"],
    ["the vacancy is closed", (world: World) => close(world, 1), "lowongannya sudah ditutup"],
  ] as const;
  it.each(cases)(
    "because %s: the employer hears the neutral reason, the officer tells the client not to go",
    async (_, act, reason) => {
      const world = await open();
      const id = await invited(world);
      const uid = field(mailsTo(world, owner, "Wawancara: kandidat")[0]?.calendar, "UID");
      await act(world, id);
      await world.settle();
      const [off] = mailsTo(world, owner, `Wawancara batal: kandidat ${pseudonymOf(id)}`);
      expect(off?.text).toContain(`Rabu, 4 Maret 2026 pukul 10.00 WIB tidak jadi, karena ${reason}`);
      expect([field(off?.calendar, "METHOD"), field(off?.calendar, "UID"), field(off?.calendar, "SEQUENCE")]).toEqual([
        "CANCEL",
        uid,
        "1",
      ]);
      expect(mailsTo(world, officer, "Tugas: wawancara batal")[0]?.text).toContain("Anda tidak perlu datang");
      // And nobody is reminded of it.
      await world.advanceTo("2026-03-03T11:00:00.000Z");
      expect(mailsTo(world, owner, "Pengingat wawancara")).toHaveLength(0);
    },
  );

  it.runIf(isWhole)("after its hour is called off no more", async () => {
    const world = await open();
    const id = await invited(world);
    await world.advanceTo("2026-03-04T05:00:00.000Z");
    await withdraw(world, id);
    await world.settle();
    expect(mailsTo(world, owner, "Usulan kandidat ditarik")).toHaveLength(1);
    expect(mailsTo(world, officer, "Tugas: wawancara batal")).toHaveLength(0);
  });

  it("as the officer recorded it by phone, with words that both sides may read", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "INTERVIEW", times: [wednesday], number: "021-5960001 pes 12" });
    await world.settle();
    expect(mailsTo(world, owner, "Wawancara: kandidat")[0]?.text).toContain("Telepon: 021-5960001 pes 12");
  });
});
