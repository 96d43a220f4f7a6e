/** Whom an employer can ask: the mail names who is in charge with a number to call, and a reply reaches the office or is said not to. */
import { expect, it } from "vitest";
import { staffPut } from "../../../../shared/store/staff.ts";
import { bringToEmployer, officer } from "../../../builders/carry.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const mailsTo = (world: World, to: string) => world.mails().filter((mail) => mail.to === to);
const mailToEmployer = (world: World) => mailsTo(world, "pemilik1@bengkel.test")[0];

it("names the officer and the officer's number, and a reply goes to the office", async () => {
  const world = await open({ office: { replyTo: "balasan@titian.test", telephone: "+62215551234;ext=12" } });
  await world.deps.store.database.commit([staffPut({ ...officer, phone: "+6281234567890" })]);
  await bringToEmployer(world);
  const mail = mailToEmployer(world);
  expect(mail?.replyTo).toEqual(["balasan@titian.test"]);
  expect(mail?.text).toContain(`Pendamping kandidat: ${officer.name}, 0812-3456-7890. Anda juga boleh membalas email ini.`);
});

it("gives the office's number where the officer has none, and says where a reply is read by nobody", async () => {
  const world = await open({ office: { telephone: "+62215551234;ext=12" } });
  await bringToEmployer(world);
  const mail = mailToEmployer(world);
  expect(mail?.replyTo).toEqual([]);
  expect(mail?.text).toContain(
    `Pendamping kandidat: ${officer.name}, (021) 5551234 pes. 12. Balasan email ini tidak terbaca; silakan telepon.`,
  );
});

it("names nobody's number where none is known, and never an address of staff, which would name the office", async () => {
  const world = await open();
  await bringToEmployer(world);
  const mail = mailToEmployer(world);
  expect(mail?.text).toContain(`Pendamping kandidat: ${officer.name}. Balasan email ini tidak terbaca.`);
  expect(JSON.stringify(mail)).not.toContain(officer.email);
});

it("is for employers alone: staff are not told whom to ask", async () => {
  const world = await open({
    office: { replyTo: "balasan@titian.test" },
    employers: [{ contact: { id: "ct_00000000000000000000000001", name: "Pemilik" } }],
  });
  await bringToEmployer(world);
  const [mail] = mailsTo(world, officer.email);
  expect(mail?.text).not.toContain("Pendamping kandidat");
  expect(mail?.replyTo).toEqual([]);
});
