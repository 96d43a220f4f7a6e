/** Writes to a member of staff what waits for them this morning. */
import { lastDayOf } from "../../domain/calendar/format.ts";
import { numbersOf } from "../../domain/employers/contact.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import { type Process, placementIdOf, vacancyIdOf } from "../../domain/processes.ts";
import { mostLines, renderDigest } from "../../messages/digest.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { workOfStaff } from "../placements/work-of-staff.ts";
import type { RelayDeps, Taken } from "./relay-deps.ts";

type DigestRow = Extract<OutboxEffect, { kind: "DIGEST" }>;

/** SKIPPED where nothing waits, or nobody is there any more. */
export async function sendDigest(deps: RelayDeps, { officeId, staffId }: DigestRow["ref"], reference: string): Promise<Taken> {
  const office = await deps.store.offices.office(officeId);
  const colleagues = await deps.store.staff.ofOffice(officeId);
  const staff = colleagues.find(({ id }) => id === staffId);
  if (!office || !staff?.active) return "SKIPPED";
  const work = await workOfStaff(deps, staff, office, colleagues, { limit: mostLines });
  if (work.items.length === 0) return "SKIPPED";
  const items = await Promise.all(
    work.items.map(async (process) => ({
      candidate: pseudonymOf(placementIdOf(process)),
      status: process.status,
      lastDay: process.deadline && lastDayOf(process.deadline, office.zone),
      call: process.needsCall && (await contactOf(deps, process)),
      unverified: process.kind === "PLACEMENT" && process.unverified === true,
    })),
  );
  await deps.outside.sendMail({ to: staff.email, ...renderDigest(items, work.cursor !== undefined), reference });
  return "DONE";
}

/** The person to ask at the employer whose turn it is, with every number. */
async function contactOf(deps: RelayDeps, process: Process): Promise<string> {
  const vacancyId = vacancyIdOf(process);
  const vacancy = vacancyId === undefined ? undefined : await deps.store.vacancies.vacancy(vacancyId);
  const contact = vacancy && (await deps.store.employers.employer(vacancy.employerId))?.contact;
  return contact ? [contact.name, ...numbersOf(contact)].join(", ") : "-";
}
