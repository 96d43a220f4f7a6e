/** An officer finds an employer of the province by words of its name, as they are typed. */
import { expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { listEmployers } from "../../../../shared/commands/employers/list-employers.ts";
import { registerEmployer } from "../../../../shared/commands/employers/register-employer.ts";
import { askAbout } from "../../../builders/change.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const register = async (world: World, legalName: string, regencyCode = "36.71") => {
  const few = { type: "COMPANY", size: "SMALL", contact: { name: "Bu Uji", email: "uji@contoh.example" } };
  const body = routes.registerEmployer.body.parse({ ...few, legalName, regencyCode });
  return (await askAbout(world, routes.registerEmployer, registerEmployer, { params: {}, query: {}, body })).id;
};
const list = (world: World, query: Record<string, unknown>) =>
  askAbout(world, routes.listEmployers, listEmployers, { params: {}, query: routes.listEmployers.query.parse(query), body: {} });
const namesOf = async (world: World, q: string) => (await list(world, { q })).items.map(({ legalName }) => legalName);

it("by any of its words however it is spelled, in the own province alone, and under its new name once it has one", async () => {
  const world = await open({ employers: [], vacancies: [] });
  const honda = await register(world, "PT Honda Wahana Makmur Sejati");
  await register(world, "CV Dapur Tjahaja");
  await register(world, "PT Honda Bandung", "32.73");
  for (const q of ["honda", "PT honda", "makmur wahana"])
    expect([q, await namesOf(world, q)]).toEqual([q, ["PT Honda Wahana Makmur Sejati"]]);
  expect(await namesOf(world, "cahaya")).toEqual(["CV Dapur Tjahaja"]);
  expect(await namesOf(world, "bandung")).toEqual([]);
  const body = routes.changeEmployer.body.parse({ version: 1, changes: { legalName: "PT Wahana Baru" } });
  await askAbout(world, routes.changeEmployer, changeEmployer, { params: { id: honda }, query: {}, body });
  expect([await namesOf(world, "makmur"), await namesOf(world, "baru")]).toEqual([[], ["PT Wahana Baru"]]);
});

it("page by page, by a cursor that names nobody", async () => {
  const world = await open({ employers: [], vacancies: [] });
  for (const no of [1, 2, 3]) await register(world, `Bengkel Uji ${no}`);
  const first = await list(world, { q: "bengkel", limit: 2 });
  expect(Buffer.from(first.cursor ?? "", "base64url").toString()).toMatch(/^em_\w{26} \w+$/);
  const second = await list(world, { q: "bengkel", limit: 2, cursor: first.cursor });
  expect([...first.items, ...second.items].map(({ legalName }) => legalName)).toEqual([
    "Bengkel Uji 1",
    "Bengkel Uji 2",
    "Bengkel Uji 3",
  ]);
  expect(second.cursor).toBeUndefined();
  const wrong = Buffer.from("em_01ARZ3NDEKTSV4RRFFQ69G5FAV 0").toString("base64url");
  await expect(list(world, { q: "bengkel", cursor: wrong })).rejects.toMatchObject({ details: [{ code: "cursor.invalid" }] });
});
