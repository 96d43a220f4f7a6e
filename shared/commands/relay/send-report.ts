/** Sends a report that was made. */
import { weeklyFigures } from "../../reports/office-week/figures.ts";
import { renderWeeklyReport } from "../../reports/office-week/forms.ts";
import { isSupervising } from "./receivers.ts";
import type { RelayDeps } from "./relay-deps.ts";

/** Sends the weekly report of an office to its supervisors, with the figures as a CSV. */
export async function sendReport(deps: RelayDeps, ref: { officeId: string; week: string }, reference: string): Promise<void> {
  const office = await deps.store.offices.office(ref.officeId);
  const stored = await deps.store.offices.report(ref.officeId, ref.week);
  if (!office || !stored) throw new Error("the report is not there yet");
  const report = renderWeeklyReport(office, ref.week, weeklyFigures.parse(stored.figures));
  const supervisors = (await deps.store.staff.ofOffice(office.id)).filter(isSupervising);
  for (const one of supervisors) await deps.outside.sendMail({ to: one.email, ...report, reference });
}
