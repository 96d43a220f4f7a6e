/** An officer finds an open vacancy by words of its title or its employer's name, as they are typed. */
import { expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { changeVacancy } from "../../../../shared/commands/vacancies/change-vacancy.ts";
import { closeVacancy } from "../../../../shared/commands/vacancies/close-vacancy.ts";
import { listVacancies } from "../../../../shared/commands/vacancies/list-vacancies.ts";
import { vacancyWordsOf } from "../../../../shared/domain/identifiers/search-words.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import type { Vacancy } from "../../../../shared/domain/vacancies/vacancy.ts";
import { officer, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const openWorldOf = useWorlds();
/** A vacancy as it is written with its words. */
const named = (title: string, changes: Partial<Vacancy> = {}): Partial<Vacancy> => {
  const told = { title, employerName: "PT Honda Wahana" };
  return { ...told, searchWords: vacancyWordsOf(told), ...changes };
};
const list = (world: World, query: Record<string, unknown>, staff: Staff = officer) =>
  askAbout(
    world,
    routes.listVacancies,
    listVacancies,
    { params: {}, query: routes.listVacancies.query.parse(query), body: {} },
    staff,
  );
const titlesOf = async (world: World, q: string, staff: Staff = officer) =>
  (await list(world, { q }, staff)).items.map(({ title }) => title).toSorted();

it("by its title or its employer, in the own province, while it is open and has a free seat, by what it is called now", async () => {
  const world = await openWorldOf({
    vacancies: [
      named("Mekanik Motor"),
      named("Juru Las"),
      named("Mekanik Penuh", { seatsFree: 0 }),
      named("Mekanik Lewat", { validUntil: "2020-01-31" }),
      named("Mekanik Jauh", { provinceCode: "32", regencyCode: "32.73" }),
      named("Mekanik Rahasia", { withinOffice: true }),
    ],
  });
  expect(await titlesOf(world, "mekanik")).toEqual(["Mekanik Motor", "Mekanik Rahasia"]);
  expect(await titlesOf(world, "mekanik", stranger)).toEqual(["Mekanik Motor"]);
  for (const q of ["las honda", "wahana juru", "LAS"]) expect([q, await titlesOf(world, q)]).toEqual([q, ["Juru Las"]]);
  const id = idNo("vacancy", 2);
  const body = routes.changeVacancy.body.parse({ version: 1, changes: { title: "Tukang Las" } });
  await askAbout(world, routes.changeVacancy, changeVacancy, { params: { id }, query: {}, body });
  expect([await titlesOf(world, "juru"), await titlesOf(world, "tukang")]).toEqual([[], ["Tukang Las"]]);
  const renamed = routes.changeEmployer.body.parse({ version: 1, changes: { legalName: "PT Nama Lain" } });
  await askAbout(world, routes.changeEmployer, changeEmployer, { params: { id: idNo("employer", 2) }, query: {}, body: renamed });
  await world.settle();
  expect([await titlesOf(world, "las honda"), await titlesOf(world, "las lain")]).toEqual([[], ["Tukang Las"]]);
  await askAbout(world, routes.closeVacancy, closeVacancy, { params: { id }, query: {}, body: {} });
  expect(await titlesOf(world, "tukang")).toEqual([]);
});

it("opened before vacancies had words, after its next change", async () => {
  const world = await openWorldOf({ vacancies: [{ title: "Juru Ketik" }] });
  expect(await titlesOf(world, "ketik")).toEqual([]);
  const body = routes.changeVacancy.body.parse({ version: 1, changes: { seats: 3 } });
  await askAbout(world, routes.changeVacancy, changeVacancy, { params: { id: idNo("vacancy", 1) }, query: {}, body });
  expect(await titlesOf(world, "ketik")).toEqual(["Juru Ketik"]);
});

it("page by page, those within the office among the others", async () => {
  const world = await openWorldOf({
    vacancies: [1, 2, 3, 4, 5].map((no) => named(`Mekanik ${no}`, no % 2 === 0 ? { withinOffice: true } : {})),
  });
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await list(world, { q: "mekanik", limit: 2, cursor });
    seen.push(...page.items.map(({ title }) => title));
    cursor = page.cursor;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5].map((no) => `Mekanik ${no}`));
});
