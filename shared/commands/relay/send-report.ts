/** Sends a report that was made. */
import { isSupervising } from "../../domain/offices/in-charge.ts";
import { reports } from "../../reports/reports.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import type { RelayDeps } from "./relay-deps.ts";

type ReportRow = Extract<OutboxEffect, { kind: "REPORT" }>;

/** Sends a report of an office to its supervisors, as its form has it. */
export async function sendReport(
  deps: RelayDeps,
  { report, officeId, week }: ReportRow["ref"],
  reference: string,
): Promise<void> {
  const office = await deps.store.offices.office(officeId);
  const kept = await deps.store.offices.report(officeId, week);
  if (!office || !kept) throw new Error("the report is not there yet");
  const rendered = reports[report].renderKept(office, week, kept.figures);
  const supervisors = (await deps.store.staff.ofOffice(office.id)).filter(isSupervising);
  for (const { email } of supervisors) await deps.outside.sendMail({ to: email, ...rendered, reference });
}
