/** The office reads the reports that were made of it, and its figures over any days; nobody reads another office's. */
import { expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { listReports } from "../../../../shared/commands/reports/list-reports.ts";
import { readFigures } from "../../../../shared/commands/reports/read-figures.ts";
import { makeWeeklyReports } from "../../../../shared/commands/reports/weekly-report.ts";
import { day, officer, start, stranger, supervisor, trainer, withdraw } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";

const open = useWorlds();

it("shows the weeks that were reported, the newest first, and what is under way", async () => {
  const world = await open();
  const { id } = await start(world);
  await world.settle();
  const reports = (staff = officer, limit = 25, cursor?: string) =>
    askAbout(world, routes.listReports, listReports, { params: {}, query: { limit, cursor }, body: {} }, staff);
  const figures = (query = {}, staff = officer) =>
    askAbout(world, routes.readFigures, readFigures, { params: {}, query, body: {} }, staff);
  expect((await reports()).items).toEqual([]);
  for (const _week of [1, 2]) {
    await world.advance(7 * day);
    await makeWeeklyReports(world.deps, "WIB");
  }
  const { items } = await reports(supervisor);
  expect(items.map(({ from, to, figures: { started } }) => [from, to, started])).toEqual([
    ["2026-03-09", "2026-03-15", 0],
    ["2026-03-02", "2026-03-08", 1],
  ]);
  const first = await reports(officer, 1);
  expect(first.items).toEqual(items.slice(0, 1));
  expect((await reports(officer, 1, first.cursor)).items).toEqual(items.slice(1));

  const now = await figures();
  expect(now).toMatchObject({ from: "2026-01-01", to: "2026-03-16", open: 1, reached: { started: 1, placed: 0 } });
  expect(now.openByStatus).toMatchObject([{ count: 1, words: { id: expect.any(String) } }]);
  expect(JSON.stringify(now)).not.toContain(id);
  expect((await figures({ from: "2026-03-03" })).reached.started).toBe(0);
  expect((await figures({ to: "2026-03-02" })).funnel[0]).toEqual({ stage: "started", count: 1 });
  await expect(figures({ from: "2026-03-03", to: "2026-03-02" })).rejects.toMatchObject({ code: "REQUEST_INVALID" });

  await expect(figures({ from: "2025-03-01", to: "2026-03-03" })).rejects.toMatchObject({ code: "REQUEST_INVALID" });

  expect((await figures({}, stranger)).open).toBe(0);
  await expect(figures({}, trainer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(reports(trainer)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

it("reads what is under way and what was settled in the days, and nothing of the years before", async () => {
  const world = await open();
  const { id } = await start(world);
  await world.settle();
  await withdraw(world, id);
  await world.settle();
  const since = (at: string) => world.deps.store.processes.ofOfficeSince(officer.officeId, at);
  expect((await since("2026-03-01T17:00:00.000Z")).map(({ status }) => status)).toEqual(["CLOSED"]);
  expect(await since("2026-03-20T17:00:00.000Z")).toEqual([]);
});
