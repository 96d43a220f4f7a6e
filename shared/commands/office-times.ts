/** The office's calendar, as the rules are given it. */
import { type Instant, instantOf, localDateOf } from "../domain/calendar/instant.ts";
import { addCalendarDays, type LocalDate } from "../domain/calendar/local-date.ts";
import { addWorkingDays, endOfWorkingDays } from "../domain/calendar/working-days.ts";
import type { FollowUpContext } from "../domain/follow-up/follow-up-rules.ts";
import type { Office } from "../domain/office.ts";

/** At which hour of the office's day reminders go out and follow-ups begin. */
const morning = 9;

/** What a rule may know of time and of free seats, for one office at one moment. */
export function ruleContext(office: Office, now: Instant, withSeat: ReadonlySet<string>): FollowUpContext {
  const { zone } = office;
  return {
    now,
    settings: office.deadlines,
    withSeat,
    deadlineAfter: (days, from = now) => endOfWorkingDays({ from, days, zone }).deadline,
    morningAfter: (days) => instantOf(addWorkingDays(localDateOf(now, zone), days), morning, zone),
    morningOfDay: (startedOn: LocalDate, days: number) => instantOf(addCalendarDays(startedOn, days), morning, zone),
  };
}

/** Which day it is in the office. */
export const todayIn = (office: Office, now: Instant): LocalDate => localDateOf(now, office.zone);
