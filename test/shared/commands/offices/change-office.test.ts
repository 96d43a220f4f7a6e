/** What an office sets itself, and what its people see of each other. */
import { expect, it } from "vitest";
import { officeRecord } from "../../../../shared/api/offices.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeOffice } from "../../../../shared/commands/offices/change-office.ts";
import { readStaffMember } from "../../../../shared/commands/offices/read-staff-member.ts";
import { registerStaff, staffRegistration } from "../../../../shared/commands/offices/register-staff.ts";
import { staffPut } from "../../../../shared/store/staff.ts";
import { colleague, officer, stranger, supervisor } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();

/** As a supervisor sends it, by the schema of the route. */
const change = (world: World, version: number, changes: object, as = supervisor) => {
  const body = routes.changeOffice.body.parse({ version, changes });
  return askAbout(world, routes.changeOffice, changeOffice, { params: {}, query: {}, body }, as);
};
const office = (world: World) => world.deps.store.offices.office("bapas-uji");
const look = (world: World, id: string, as = officer) =>
  askAbout(world, routes.readStaffMember, readStaffMember, { params: { id }, query: {}, body: {} }, as);

it("a supervisor sets what the office may set, by the version as read; the audit names the fields, and null takes away", async () => {
  const world = await open();
  const changes = { replyTo: "balas@kantor.test", telephone: "+62215551234", deadlines: { review: 7 }, agreementRequired: true };
  expect(await change(world, 1, changes)).toEqual({ id: "bapas-uji", version: 2 });
  const before = (await office(world))?.deadlines;
  expect(await office(world)).toMatchObject({ ...changes, name: "Bapas Uji", deadlines: { ...before, review: 7, employer: 5 } });
  await expect(change(world, 1, { telephone: "021-5554321" })).rejects.toMatchObject({
    code: "CONFLICT",
    details: [{ code: "version.newer", value: "2" }],
    newer: { replyTo: "balas@kantor.test", version: 2 },
  });
  expect(await change(world, 2, { replyTo: null, mailHours: { from: 7, to: 15 } })).toEqual({ id: "bapas-uji", version: 3 });
  expect(officeRecord.parse(await office(world))).toMatchObject({ mailHours: { from: 7, to: 15, everyDay: false }, version: 3 });
  expect((await office(world))?.replyTo).toBeUndefined();
  // The same again changes nothing, and is told in no audit.
  expect(await change(world, 3, { deadlines: { review: 7 } })).toEqual({ id: "bapas-uji", version: 3 });
  const { items } = await world.deps.store.history.of("bapas-uji", { limit: 9 });
  expect(items.toReversed()).toMatchObject([
    {
      version: 2,
      actor: `supervisor:${supervisor.id}`,
      event: "changeOffice",
      fields: ["deadlines.review", "agreementRequired", "replyTo", "telephone"],
    },
    { version: 3, fields: ["replyTo", "mailHours"] },
  ]);
});

it("refuses officers, reference data, hours of the night or in the wrong order, and deadlines beyond their limits", async () => {
  const world = await open();
  await expect(change(world, 1, { agreementRequired: true }, officer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const wrong = [
    { zone: "WIT" },
    { name: "Bapas Lain" },
    { importColumns: {} },
    { mailHours: { from: 5, to: 12 } },
    { mailHours: { from: 12, to: 12 } },
    { deadlines: { review: 99 } },
    { replyTo: "bukan alamat" },
    {},
  ];
  for (const changes of wrong)
    expect([changes, routes.changeOffice.body.safeParse({ version: 1, changes }).success]).toEqual([changes, false]);
});

it("what the office has set outlives a registration that says nothing of it", async () => {
  const world = await open();
  await change(world, 1, { telephone: "021-5551234", deadlines: { review: 7, client: 4 } });
  const { id, name, provinceCode, regencyCode, zone } = (await office(world)) ?? {};
  const said = { id, name, provinceCode, regencyCode, zone, deadlines: { client: 6 } };
  await registerStaff(world.deps, staffRegistration.parse({ office: said, staff: [] }));
  const kept = { telephone: expect.any(String), deadlines: { review: 7, client: 6 }, agreementRequired: false, version: 3 };
  expect(await office(world)).toMatchObject(kept);
});

it("a colleague is shown with ways to reach them, covers and the number of clients; of another office nobody is there", async () => {
  const world = await open({ clients: [{}, { officerId: colleague.id }, {}] });
  const cover = { by: colleague.id, from: "2026-03-05", to: "2026-03-06" };
  await world.deps.store.database.commit([staffPut({ ...officer, phone: "+6281234567890", covers: [cover] })]);
  expect(await look(world, officer.id, colleague)).toEqual({
    id: officer.id,
    name: officer.name,
    role: "officer",
    active: true,
    office: expect.objectContaining({ id: "bapas-uji", name: "Bapas Uji" }),
    email: officer.email,
    phone: "+6281234567890",
    covers: [{ ...cover, name: colleague.name }],
    coversVersion: 0,
    clients: 2,
  });
  expect(await look(world, supervisor.id)).toMatchObject({ role: "supervisor", covers: [], clients: 0 });
  for (const [id, as] of [
    [officer.id, stranger],
    [idNo("staff", 77), officer],
  ] as const)
    await expect(look(world, id, as)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
