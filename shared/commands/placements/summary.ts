/** A process as it stands in a list. */
import { hasPublishedHolidays } from "../../domain/calendar/holidays.ts";
import { addMilliseconds, localDateOf } from "../../domain/calendar/instant.ts";
import { yearOf } from "../../domain/calendar/local-date.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Placement } from "../../domain/placements/placement.ts";

/** Whether an open wait ends in a year whose holidays are not decreed yet. A follow-up's day is counted on the calendar alone. */
export function isProvisional({ deadline, status }: Placement | FollowUp, { zone }: Office): true | undefined {
  if (deadline === undefined || status === "AWAITING_DAY") return undefined;
  // A deadline is the first moment after the last day.
  const lastDay = localDateOf(addMilliseconds(deadline, -1), zone);
  return hasPublishedHolidays(yearOf(lastDay)) ? undefined : true;
}

export const summaryOf = (office: Office) => (one: Placement | FollowUp) => ({
  id: one.id,
  kind: "shortlist" in one ? ("PLACEMENT" as const) : ("FOLLOW_UP" as const),
  clientId: one.clientId,
  officerId: one.officerId,
  status: one.status,
  reason: one.reason,
  stage: one.stage,
  deadline: one.deadline,
  deadlineProvisional: isProvisional(one, office),
  version: one.version,
});
