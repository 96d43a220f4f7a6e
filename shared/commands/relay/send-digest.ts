/** Writes to a member of staff what waits for them this morning, and what runs out soon. */
import { lastDateOf, lastDayOf } from "../../domain/calendar/format.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { describeContact } from "../../domain/employers/contact.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import { type Process, placementIdOf, vacancyIdOf } from "../../domain/processes.ts";
import { mostLines, mostRunningOut, renderDigest } from "../../messages/digest.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { todayIn } from "../office-times.ts";
import { workOfStaff } from "../placements/work-of-staff.ts";
import { askedAt } from "../process/asked-at.ts";
import type { RelayDeps, Taken } from "./relay-deps.ts";
import { runningOutOf } from "./running-out.ts";

type DigestRow = Extract<OutboxEffect, { kind: "DIGEST" }>;

/** SKIPPED where nothing waits, or nobody is there any more. */
export async function sendDigest(deps: RelayDeps, { officeId, staffId }: DigestRow["ref"], reference: string): Promise<Taken> {
  const office = await deps.store.offices.office(officeId);
  const colleagues = await deps.store.staff.ofOffice(officeId);
  const staff = colleagues.find(({ id }) => id === staffId);
  if (!office || !staff?.active) return "SKIPPED";
  const work = await workOfStaff(deps, staff, office, colleagues, { limit: mostLines });
  const untold = await deps.store.notices.untold(staffId);
  const found = await Promise.all(untold.map(async (notice) => ({ notice, now: await runningOutOf(deps, notice) })));
  const telling = found.flatMap(({ notice, now }) => (now ? [{ notice, item: now.item }] : [])).slice(0, mostRunningOut);
  if (work.items.length === 0 && telling.length === 0) return "SKIPPED";
  const items = await Promise.all(
    work.items.map(async (process) => ({
      candidate: pseudonymOf(placementIdOf(process)),
      status: process.status,
      reason: process.status === "AWAITING_REVIEW" ? process.reason : undefined,
      lastDay: process.deadline && lastDayOf(process.deadline, office.zone),
      due: process.deadline ? dueOf(lastDateOf(process.deadline, office.zone), todayIn(office, deps.now())) : undefined,
      call: process.needsCall && (await contactOf(deps, process)),
      officer: process.officerId === staffId ? undefined : colleagues.find(({ id }) => id === process.officerId)?.name,
      unverified: process.kind === "PLACEMENT" && process.unverified === true,
    })),
  );
  const runningOut = telling.map(({ item }) => item);
  const mail = renderDigest(items, work.cursor !== undefined, runningOut);
  await deps.outside.sendMail({ to: staff.email, ...mail, reference });
  // What is moot by now need never be told; what did not fit is told tomorrow.
  const done = [...telling.map(({ notice }) => notice), ...found.flatMap(({ notice, now }) => (now ? [] : [notice]))];
  for (const notice of done) await deps.store.notices.markTold(staffId, notice, deps.now());
  return "DONE";
}

const dueOf = (lastDay: LocalDate, today: LocalDate): "LATE" | "TODAY" | undefined =>
  lastDay < today ? "LATE" : lastDay === today ? "TODAY" : undefined;

/** The person to ask at the employer whose turn it is, about which vacancy, with every number. */
async function contactOf(deps: RelayDeps, process: Process): Promise<string> {
  const vacancyId = vacancyIdOf(process);
  const vacancy = vacancyId === undefined ? undefined : await deps.store.vacancies.vacancy(vacancyId);
  const employer = vacancy && (await deps.store.employers.employer(vacancy.employerId));
  if (!employer) return "-";
  const contact = askedAt(employer, process, vacancyId);
  return `${describeContact(contact)}, ${employer.legalName} (${vacancy.title})`;
}
