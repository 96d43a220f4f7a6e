/** The office's calendar, as the rules are given it. */
import { type Instant, instantOf, localDateOf } from "../domain/calendar/instant.ts";
import { addCalendarDays, type LocalDate } from "../domain/calendar/local-date.ts";
import { addWorkingDays, endOfReportDay, endOfWorkingDays } from "../domain/calendar/working-days.ts";
import { isReportDate } from "../domain/clients/reporting.ts";
import type { FollowUpContext } from "../domain/follow-ups/rules.ts";
import type { Office } from "../domain/offices/office.ts";
import type { StartWindow } from "../domain/placements/confirmation.ts";
import type { Placement } from "../domain/placements/placement.ts";
import type { Actor } from "../domain/process/actor.ts";

/** At which hour of the office's day reminders go out and follow-ups begin. */
export const morning = 9;

/** What rules may know of the client and the vacancies of a process. */
export type ProcessFacts = Pick<FollowUpContext, "withSeat" | "byPhone" | "expired" | "reporting" | "mayContact">;

/** What is known of a process that has no vacancies yet. */
export const noProcessFacts: ProcessFacts = {
  withSeat: new Set(),
  byPhone: new Map(),
  expired: new Set(),
  reporting: undefined,
  mayContact: () => true,
};

/** What a rule may know of time, of who acts and of free seats, for one office at one moment. */
export function ruleContext(office: Office, now: Instant, actor: Actor, facts: ProcessFacts): FollowUpContext {
  const { zone } = office;
  return {
    ...facts,
    now,
    actor,
    zone,
    isReportDay: (at) => isReportDate(facts.reporting, localDateOf(at, zone)),
    settings: office.deadlines,
    reportDayWithin: (reporting, days) =>
      endOfReportDay({ from: now, isReportDate: (date) => isReportDate(reporting, date), days, zone }),
    deadlineAfter: (days, from = now) => endOfWorkingDays({ from, days, zone }).deadline,
    morningAfter: (days) => instantOf(addWorkingDays(localDateOf(now, zone), days), morning, zone),
    morningOfDay: (startedOn: LocalDate, days: number) => instantOf(addCalendarDays(startedOn, days), morning, zone),
  };
}

/** The days between which work can have begun, told at a moment: from the attempt's first day to that day. */
export const startWindow = ({ zone }: Office, { milestones }: Placement, at: Instant): StartWindow => ({
  earliest: localDateOf(milestones.startedAt, zone),
  latest: localDateOf(at, zone),
});

/** Which day it is in the office. */
export const todayIn = (office: Office, now: Instant): LocalDate => localDateOf(now, office.zone);
