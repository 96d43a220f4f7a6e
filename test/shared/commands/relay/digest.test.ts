/** One mail in the morning, three at the most beside it, and nothing at night: however much waits and however silent people are. */
import { describe, expect, it } from "vitest";
import { localDateOf, localTimeOf } from "../../../../shared/domain/calendar/instant.ts";
import { isSendingDay } from "../../../../shared/domain/calendar/sending-hours.ts";
import { approve, clientSays, colleague, day, minute, officer, start, supervisor } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { hangsAfter, isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const digestsTo = (world: World, to: string) =>
  world.mails().filter((mail) => mail.to === to && mail.subject.startsWith("Hari ini:"));

describe("the morning's digest", () => {
  it("names by deadline what waits, with whom to call, and no client; once a day, to who carries it", async () => {
    const phoneOnly = { contact: { id: idNo("contact", 1), name: "Bu A", phone: "+6281234567890" } };
    const world = await open({ clients: [{}, {}], employers: [phoneOnly] });
    const first = await start(world, 1);
    await world.settle();
    await approve(world, first.id, [1]);
    await world.settle();
    await clientSays(world, first.id, [1]);
    await start(world, 2);
    await world.settle();
    await world.advanceTo("2026-03-03T00:30:00.000Z");
    await world.digests();
    await world.digests();
    const [digest, ...more] = digestsTo(world, officer.email);
    expect(more).toEqual([]);
    expect(digest?.subject).toBe("Hari ini: 2 menunggu Anda");
    expect(digest?.text).toMatch(/^\S+, \d+ Maret 2026: K-\w{5}, pilih dan setujui usulan$/m);
    expect(digest?.text).toMatch(/K-\w{5}, perlu ditelepon: Bu A, 0812-3456-7890, CV Bengkel 1 \(Mekanik 1\)$/m);
    expect(digest?.text).not.toMatch(/Contoh Klien/);
    expect([...digestsTo(world, colleague.email), ...digestsTo(world, supervisor.email)]).toEqual([]);
  });

  it("comes on no holiday", async () => {
    const world = await open();
    await start(world);
    await world.settle();
    await world.advanceTo("2026-03-19T00:30:00.000Z");
    await world.digests();
    expect(digestsTo(world, officer.email)).toEqual([]);
  });
});

describe("many placements whose people stay silent", () => {
  const { count, days, step } = isWhole
    ? { count: 200, days: 26, step: 30 * minute }
    : { count: 20, days: 15, step: 60 * minute };

  it.runIf(isWhole)(
    "give nobody of the office more than a digest and three mails a day, and write to nobody at night, on Sundays or holidays",
    {
      timeout: hangsAfter,
    },
    async () => {
      const world = await open({ clients: Array.from({ length: count }, () => ({})), vacancies: [{ seats: 999 }] });
      for (let no = 1; no <= count; no += 1) {
        const { id } = await start(world, no);
        await world.settle();
        // One half waits for the officer, a quarter for the client, a quarter for the employer.
        if (no % 2 > 0) await approve(world, id, [1]);
        await world.settle();
        if (no % 4 === 1) await clientSays(world, id, [1]);
        await world.settle();
      }
      const staff = [officer, colleague, supervisor].map(({ email }) => email);
      const sent = new Map<string, number>();
      let seen = world.mails().length;
      const midnight = Date.parse("2026-03-02T17:31:00.000Z");
      for (let at = midnight; at < midnight + days * day; at += step) {
        await world.advanceTo(new Date(at).toISOString());
        const now = world.now();
        const [today, time] = [localDateOf(now, "WIB"), localTimeOf(now, "WIB")];
        if (time === "07:31") await world.digests();
        for (const mail of world.mails().slice(seen)) {
          const isDigest = mail.subject.startsWith("Hari ini:");
          if (!isDigest)
            expect([mail.subject, today, isSendingDay(today), time >= "08:00" && time < "17:00"]).toEqual([
              mail.subject,
              today,
              true,
              true,
            ]);
          if (staff.includes(mail.to))
            sent.set(`${mail.to} ${today} ${isDigest}`, (sent.get(`${mail.to} ${today} ${isDigest}`) ?? 0) + 1);
        }
        seen = world.mails().length;
      }
      expect(sent.size).toBeGreaterThan(8);
      for (const [whose, times] of sent) expect([whose, times <= (whose.endsWith("true") ? 1 : 3)]).toEqual([whose, true]);
    },
  );
});
