/** Questions to one contact within a quarter of an hour: the first goes at once, the others in one mail. */
import { expect, it } from "vitest";
import { answerLink, bringToEmployer, officer, read } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const minute = 60_000;
const employerMails = (world: World, to = "pemilik1@bengkel.test") => world.mails().filter((mail) => mail.to === to);
const linksIn = (text: string) =>
  [...text.matchAll(/\/link#(li_\w+)\.([\w-]{43})/g)].map(([, linkId = "", secret = ""]) => ({ linkId, secret }));

it("are one mail with a link and a code for each, and each is answered by its own", async () => {
  const world = await open({ clients: [{}, {}, {}], vacancies: [{ seats: 3 }] });
  const ids = [];
  for (const client of [1, 2, 3]) ids.push(await bringToEmployer(world, [1], client));
  expect(employerMails(world)).toHaveLength(1);
  await world.advance(16 * minute);
  const [first, second, ...more] = employerMails(world);
  expect(more).toEqual([]);
  expect(linksIn(first?.text ?? "")).toHaveLength(1);
  const links = linksIn(second?.text ?? "");
  expect(links).toHaveLength(2);
  expect(second?.text.match(/ketik kode/g)).toHaveLength(2);
  const numbers = ids.slice(1).map((id) => `K-${id.slice(-5)}`);
  expect(second?.subject).toBe(
    `Kandidat untuk lowongan Anda: ${numbers.toSorted((a, b) => (second?.subject.indexOf(a) ?? 0) - (second?.subject.indexOf(b) ?? 0)).join(", ")}`,
  );
  for (const number of numbers) expect(second?.text).toContain(`Kandidat ${number} untuk`);
  for (const link of links) await answerLink(world, link, { choice: "ACCEPT" });
  await world.advance(11 * minute);
  const states = await Promise.all(ids.map((id) => read(world, id)));
  expect(states.map(({ status }) => status).sort()).toEqual([
    "AWAITING_CONFIRMATION",
    "AWAITING_CONFIRMATION",
    "AWAITING_EMPLOYER",
  ]);
  expect([world.dead(), world.failures()]).toEqual([[], []]);
});

it("are put by phone all of them, where the mail comes back", async () => {
  const contact = { id: idNo("contact", 1), name: "Bu A", email: "bounce@bengkel.test", phone: "+6281234567890" };
  const world = await open({ clients: [{}, {}], vacancies: [{ seats: 3 }], employers: [{ contact }] });
  const ids = [await bringToEmployer(world, [1], 1), await bringToEmployer(world, [1], 2)];
  for (const id of ids) expect(await read(world, id)).toMatchObject({ needsCall: { why: "BOUNCED" } });
  expect(employerMails(world, contact.email)).toHaveLength(1);
  const tasks = world
    .mails()
    .filter(({ to, subject }) => to === officer.email && subject === "Tugas: tanyakan kepada pemberi kerja");
  expect(tasks).toHaveLength(2);
});
