/** Writes to a member of staff what waits for them this morning, and what runs out soon. */
import { askOf, whoIsReached } from "../../domain/asks.ts";
import { formatDateTime, lastDateOf, lastDayOf } from "../../domain/calendar/format.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { describeContact } from "../../domain/employers/contact.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { hourOf } from "../../domain/placements/appointment.ts";
import { type Process, placementIdOf, vacancyIdOf } from "../../domain/processes.ts";
import { askedInIndonesian } from "../../messages/asked-id.ts";
import { type DigestItem, type HandedOver, mostLines, mostRunningOut, renderDigest } from "../../messages/digest.ts";
import type { Notice } from "../../store/notices.ts";
import { noticesIn } from "../../store/notices.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { todayIn } from "../office-times.ts";
import { workOfStaff } from "../placements/work-of-staff.ts";
import { askedAt } from "../process/asked-at.ts";
import type { RelayDeps, Taken } from "./relay-deps.ts";
import { clientRoom, placementRoom } from "./rooms.ts";
import { runningOutOf } from "./running-out.ts";

type DigestRow = Extract<OutboxEffect, { kind: "DIGEST" }>;

/** SKIPPED where nothing waits, or nobody is there any more. */
export async function sendDigest(deps: RelayDeps, { officeId, staffId }: DigestRow["ref"], reference: string): Promise<Taken> {
  const office = await deps.store.offices.office(officeId);
  const colleagues = await deps.store.staff.ofOffice(officeId);
  const staff = colleagues.find(({ id }) => id === staffId);
  if (!office || !staff?.active) return "SKIPPED";
  const work = await workOfStaff(deps, staff, office, colleagues, { limit: mostLines });
  const untold = await noticesIn(deps.store.database).untold(staffId);
  const found = await Promise.all(
    untold.flatMap((notice) =>
      notice.kind === "HANDED_OVER"
        ? []
        : [runningOutOf(deps, { ...notice, kind: notice.kind }).then((now) => ({ notice, now }))],
    ),
  );
  const handed = await handedOverIn(deps, untold, colleagues);
  const telling = found.flatMap(({ notice, now }) => (now ? [{ notice, item: now.item }] : [])).slice(0, mostRunningOut);
  if (work.items.length === 0 && telling.length === 0 && handed.told.length === 0) return "SKIPPED";
  const items = await Promise.all(
    work.items.map(async (process) => ({
      candidate: pseudonymOf(placementIdOf(process)),
      ...(await askedOf(deps, process, office)),
      reason: process.status === "AWAITING_REVIEW" ? process.reason : undefined,
      lastDay: process.deadline && lastDayOf(process.deadline, office.zone),
      due: process.deadline ? dueOf(lastDateOf(process.deadline, office.zone), todayIn(office, deps.now())) : undefined,
      officer: process.officerId === staffId ? undefined : colleagues.find(({ id }) => id === process.officerId)?.name,
      room: placementRoom(deps.publicUrl, placementIdOf(process)),
    })),
  );
  const runningOut = telling.map(({ item }) => item);
  const mail = renderDigest(items, work.cursor !== undefined, runningOut, handed.told);
  await deps.outside.sendMail({ to: staff.email, ...mail, reference });
  // What is moot by now need never be told; what did not fit is told tomorrow.
  const done = [
    ...handed.done,
    ...telling.map(({ notice }) => notice),
    ...found.flatMap(({ notice, now }) => (now ? [] : [notice])),
  ];
  for (const notice of done) await noticesIn(deps.store.database).markTold(staffId, notice, deps.now());
  return "DONE";
}

const dueOf = (lastDay: LocalDate, today: LocalDate): "LATE" | "TODAY" | undefined =>
  lastDay < today ? "LATE" : lastDay === today ? "TODAY" : undefined;

/** What the receiver is to do, and whom at the employer they have to reach for it. */
async function askedOf(deps: RelayDeps, process: Process, office: Office): Promise<Pick<DigestItem, "asked" | "reach">> {
  const ask = askOf(process, deps.now());
  if (ask === undefined) return { asked: process.status, reach: undefined };
  const hour = process.kind === "PLACEMENT" && process.interview ? hourOf(process.interview) : undefined;
  return {
    asked: askedInIndonesian(ask, hour === undefined ? "" : formatDateTime(hour, office.zone)),
    reach: whoIsReached(ask).includes("EMPLOYER") ? await contactOf(deps, process) : undefined,
  };
}

/** What was handed over to the receiver and is still with whom it was given to. */
async function handedOverIn(deps: RelayDeps, untold: readonly Notice[], colleagues: readonly Staff[]) {
  const nameOf = (id: string | undefined): string => colleagues.find((one) => one.id === id)?.name ?? "-";
  const done = untold.filter(({ kind }) => kind === "HANDED_OVER");
  const told = await Promise.all(
    done.map(async ({ recordId, from, to }): Promise<readonly HandedOver[]> => {
      if (recordId === from) return [{ from: nameOf(from), room: clientRoom(deps.publicUrl) }];
      const client = (await deps.store.clients.client(recordId))?.state;
      if (client === undefined || client.officerId !== to) return [];
      const candidate = pseudonymOf(client.openPlacement ?? client.id);
      return [{ candidate, from: nameOf(from), room: clientRoom(deps.publicUrl, client.id) }];
    }),
  );
  return { done, told: told.flat() };
}

/** The person to ask at the employer whose turn it is, about which vacancy, with every number. */
async function contactOf(deps: RelayDeps, process: Process): Promise<string> {
  const vacancyId = vacancyIdOf(process);
  const vacancy = vacancyId === undefined ? undefined : await deps.store.vacancies.vacancy(vacancyId);
  const employer = vacancy && (await deps.store.employers.employer(vacancy.employerId));
  if (!employer) return "-";
  const contact = askedAt(employer, process, vacancyId);
  return `${describeContact(contact)}, ${employer.legalName} (${vacancy.title})`;
}
