/** Closes the week of every office of a time zone: its figures are stored and their mail is ordered, once a week and office. */
import { type Instant, instantOf } from "../../domain/calendar/instant.ts";
import { addCalendarDays, weekdayOf } from "../../domain/calendar/local-date.ts";
import type { Zone } from "../../domain/calendar/zone.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { countWeek } from "../../reports/office-week/figures.ts";
import { reportPut } from "../../store/offices.ts";
import { outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";

/** Makes the reports of the week that has ended. A second call in the same week changes nothing. */
export async function makeWeeklyReports(deps: Deps, zone: Zone): Promise<{ readonly offices: number; readonly made: number }> {
  let cursor: string | undefined;
  let offices = 0;
  let made = 0;
  do {
    const page = await deps.store.offices.inZone(zone, { limit: 50, cursor });
    for (const office of page.items) {
      offices += 1;
      if (await makeWeeklyReport(deps, office, deps.now())) made += 1;
    }
    cursor = page.cursor;
  } while (cursor);
  return { offices, made };
}

/** The Monday with which the last whole week before a moment began, in the office's zone. */
export function lastWeekOf(office: Office, now: Instant): string {
  const today = todayIn(office, now);
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  return addCalendarDays(today, -sinceMonday - 7);
}

async function makeWeeklyReport(deps: Deps, office: Office, now: Instant): Promise<boolean> {
  const week = lastWeekOf(office, now);
  const from = instantOf(week, 0, office.zone);
  const { placements, followUps } = await processesSince(deps, office.id, from);
  const figures = countWeek(placements, followUps, from, instantOf(addCalendarDays(week, 7), 0, office.zone));
  const result = await deps.store.database.commit([
    reportPut(office.id, week, figures, now),
    outboxPut(deps.newId("outbox"), { kind: "REPORT", ref: { report: "officeWeek", officeId: office.id, week } }, now),
  ]);
  return result.kind === "committed";
}

/** The placements and follow-ups of an office that are under way, or were settled since a moment. */
export async function processesSince(
  { store }: Deps,
  officeId: string,
  since: Instant,
): Promise<{ placements: readonly Placement[]; followUps: readonly FollowUp[] }> {
  const placements: Placement[] = [];
  const followUps: FollowUp[] = [];
  for (const process of await store.processes.ofOfficeSince(officeId, since)) {
    if (process.kind === "PLACEMENT") placements.push(process);
    else followUps.push(process);
  }
  return { placements, followUps };
}
