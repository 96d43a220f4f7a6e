import { expect, it } from "vitest";
import { registerStaff, staffRegistration } from "../../../../shared/commands/offices/register-staff.ts";
import { auditOf } from "../../../builders/audit.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";

const open = useWorlds();

const person = (subject: string, name = `Petugas ${subject}`) => ({
  issuer: "https://login.test",
  subject,
  role: "officer",
  name,
  email: `${subject}@titian.test`,
});
const registration = (name: string, ...subjects: readonly string[]) =>
  staffRegistration.parse({
    office: { id: "bapas-baru", name, provinceCode: "36", regencyCode: "36.03", zone: "WIB" },
    staff: subjects.map((subject) => person(subject)),
  });

it("every registration leaves a row in the office's audit, with the ids that were written", async () => {
  const world = await open();
  const first = await registerStaff(world.deps, registration("Bapas Baru", "satu", "dua"));
  const again = await registerStaff(world.deps, registration("Bapas Baru Sekali", "dua", "tiga"));
  expect(again.staff[0]).toBe(first.staff[1]);
  expect((await world.deps.store.staff.byLogin("https://login.test", "tiga"))?.id).toBe(again.staff[1]);
  expect(await auditOf(world, "bapas-baru")).toMatchObject([
    { version: 1, actor: "operator", event: "registerStaff" },
    { version: 2, actor: "operator", event: "registerStaff" },
  ]);
});

it("registrations at the same moment are both written, or say that they are not", async () => {
  const world = await open();
  const subjects = ["a", "b", "c", "d"];
  const answers = await Promise.all(subjects.map((subject) => registerStaff(world.deps, registration("Bapas Baru", subject))));
  const stored = await Promise.all(subjects.map((subject) => world.deps.store.staff.byLogin("https://login.test", subject)));
  expect(stored.map((member) => member?.id)).toEqual(answers.map((response) => response.staff[0]));
  expect(await auditOf(world, "bapas-baru")).toHaveLength(4);
  expect((await world.deps.store.offices.office("bapas-baru"))?.version).toBe(4);
});

it("a login that comes twice is refused, and where it stands is said", async () => {
  const world = await open();
  await expect(registerStaff(world.deps, registration("Bapas Baru", "satu", "dua", "satu"))).rejects.toMatchObject({
    code: "REQUEST_INVALID",
    details: [{ code: "staff.login-twice", path: "staff.2" }],
  });
  expect(await world.deps.store.offices.office("bapas-baru")).toBeUndefined();
});
