/** A process as it stands in a list. */
import { hasPublishedHolidays } from "../../domain/calendar/holidays.ts";
import { addMilliseconds, localDateOf } from "../../domain/calendar/instant.ts";
import { yearOf } from "../../domain/calendar/local-date.ts";
import type { Office } from "../../domain/offices/office.ts";
import { type Process, statusRowOf } from "../../domain/processes.ts";

/** Whether an open wait ends in a year whose holidays are not decreed yet. A follow-up's day is counted on the calendar alone. */
export function isProvisional(process: Process, { zone }: Office): true | undefined {
  const { deadline } = process;
  const row = statusRowOf(process);
  if (deadline === undefined || row.kind !== "WAITS" || row.waitsFor.includes("day")) return undefined;
  // A deadline is the first moment after the last day.
  const lastDay = localDateOf(addMilliseconds(deadline, -1), zone);
  return hasPublishedHolidays(yearOf(lastDay)) ? undefined : true;
}

export const summaryOf = (office: Office) => (process: Process) => ({
  id: process.id,
  kind: process.kind,
  clientId: process.clientId,
  officerId: process.officerId,
  status: process.status,
  reason: process.reason,
  stage: process.stage,
  deadline: process.deadline,
  deadlineProvisional: isProvisional(process, office),
  needsCall: process.needsCall,
  unverified: process.unverified,
  version: process.version,
});
