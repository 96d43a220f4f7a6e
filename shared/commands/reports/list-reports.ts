/** The reports that were made of an office, the newest first. */
import type { routes } from "../../api/routes.ts";
import { addCalendarDays } from "../../domain/calendar/local-date.ts";
import { weekReportTitle } from "../../messages/report-words.ts";
import { weeklyFigures } from "../../reports/office-week/figures.ts";
import { requireReach, type StaffCommand } from "../request.ts";

/** Whoever reads them belongs to the office; they are sent to its supervisors. */
export const listReports: StaffCommand<typeof routes.listReports> = async (deps, { staff, query }) => {
  requireReach(staff, "readReports", staff, "office");
  const page = await deps.store.offices.reports(staff.officeId, query);
  return {
    items: page.items.map(({ week, madeAt, figures }) => ({
      report: "officeWeek" as const,
      title: weekReportTitle,
      sentTo: "supervisor" as const,
      from: week,
      to: addCalendarDays(week, 6),
      madeAt,
      figures: weeklyFigures.parse(figures),
    })),
    cursor: page.cursor,
  };
};
