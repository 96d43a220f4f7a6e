/** The figures of an office over any stretch of days, and what is under way in it now. */
import type { routes } from "../../api/routes.ts";
import { instantOf } from "../../domain/calendar/instant.ts";
import { addCalendarDays } from "../../domain/calendar/local-date.ts";
import { refusal } from "../../domain/errors.ts";
import { detailText } from "../../messages/problems.ts";
import { countOffice } from "../../reports/office-figures/figures.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";
import { processesSince } from "./weekly-report.ts";

/** So many days at most lie between the first and the last: a year. What is read grows with them. */
const longest = 366;

/** Errors: REQUEST_INVALID where the last day lies before the first, or more than a year after it. */
export const readFigures: StaffCommand<typeof routes.readFigures> = async (deps, { staff, query }) => {
  requireReach(staff, "readReports", staff, "office");
  const office = await officeOf(deps, staff);
  const now = deps.now();
  const today = todayIn(office, now);
  const { to = today } = query;
  const { from = `${to.slice(0, 4)}-01-01` } = query;
  if (to < from) throw refusal("REQUEST_INVALID", [{ code: "date.order", path: "to" }]);
  if (addCalendarDays(from, longest) < to) throw refusal("REQUEST_INVALID", [{ code: "date.stretch", path: "from" }]);
  const since = instantOf(from, 0, office.zone);
  const { placements, followUps } = await processesSince(deps, office.id, since);
  const figures = countOffice(placements, followUps, [since, instantOf(addCalendarDays(to, 1), 0, office.zone)], today);
  const openByStatus = figures.openByStatus.map((row) => ({ ...row, words: detailText(row.status) }));
  return { now, from, to, ...figures, openByStatus };
};
