/** Processes as they stand in lists. */

import { askOf, type Reached, whoIsReached } from "../../domain/asks.ts";
import { formatDateTime, lastDateOf } from "../../domain/calendar/format.ts";
import { hasPublishedHolidays } from "../../domain/calendar/holidays.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { yearOf } from "../../domain/calendar/local-date.ts";
import type { Client } from "../../domain/clients/client.ts";
import { numbersOf } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import { formatAnyPhone } from "../../domain/identifiers/phone-text.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { hourOf } from "../../domain/placements/appointment.ts";
import { isLive } from "../../domain/placements/live-entries.ts";
import { awaitedIn, type Process, placementIdOf, statusRowOf, vacancyIdOf } from "../../domain/processes.ts";
import { askText } from "../../messages/ask-words.ts";
import { byId } from "../by-id.ts";
import type { Deps } from "../deps.ts";
import { processOffers } from "../offers.ts";
import { askedAt } from "../process/asked-at.ts";

/** Whether an open wait ends in a year whose holidays are not decreed yet. A follow-up's day is counted on the calendar alone. */
export function isProvisional(process: Process, { zone }: Office): true | undefined {
  const { deadline } = process;
  const row = statusRowOf(process);
  if (deadline === undefined || row.kind !== "WAITS" || row.waitsFor.includes("day")) return undefined;
  return hasPublishedHolidays(yearOf(lastDateOf(deadline, zone))) ? undefined : true;
}

/** Who asks, their office, and its staff. */
type Asked = { readonly staff: Staff; readonly office: Office; readonly colleagues: readonly Staff[] };

/** Processes as rows of a list: who and what each is about, whom it waits for, and the answer that has not taken effect yet. */
export async function describeRows(deps: Deps, of: Asked, processes: readonly Process[]) {
  const { clients, vacancies, waits, employers } = deps.store;
  const open = processes.filter(({ waitOpen }) => waitOpen);
  const [people, posts, openWaits, proposed] = await Promise.all([
    byId(
      processes.map(({ clientId }) => clientId),
      clients.clients,
    ),
    byId(
      processes.flatMap((process) => vacancyIdOf(process) ?? []),
      vacancies.vacancies,
    ),
    waits.waits(open),
    countProposals(deps, processes),
  ]);
  const waitOf = new Map(open.map(({ id }, at) => [id, openWaits[at]]));
  const now = deps.now();
  const asked = processes.filter((process) => sidesOf(process, now).includes("EMPLOYER"));
  const called = await byId(
    asked.flatMap((process) => posts.get(vacancyIdOf(process) ?? "")?.employerId ?? []),
    employers.employers,
  );
  const officers = new Map(of.colleagues.map(({ id, name }) => [id, name]));
  return processes.map((process) => {
    const vacancy = posts.get(vacancyIdOf(process) ?? "");
    const wait = waitOf.get(process.id);
    const employer = vacancy && called.get(vacancy.employerId);
    const ask = askOf(process, now);
    const hour = process.kind === "PLACEMENT" && process.interview ? hourOf(process.interview) : undefined;
    return {
      id: process.id,
      placementId: placementIdOf(process),
      pseudonym: pseudonymOf(placementIdOf(process)),
      kind: process.kind,
      clientId: process.clientId,
      clientName: people.get(process.clientId)?.fullName,
      clientPhone: asksClient(process) ? people.get(process.clientId)?.phone : undefined,
      officerId: process.officerId,
      officerName: officers.get(process.officerId),
      employerId: vacancy?.employerId,
      employerName: vacancy?.employerName,
      vacancyId: vacancy?.id,
      vacancyTitle: vacancy?.title,
      proposals: proposed.get(process.id),
      status: process.status,
      reason: process.reason,
      stage: process.stage,
      waitingFor: [...awaitedIn(process)],
      waitNo: process.waitNo,
      openedAt: wait?.openedAt,
      deadline: process.deadline,
      deadlineProvisional: isProvisional(process, of.office),
      pending: wait?.answer && { action: wait.answer.action, effectiveAt: wait.answer.effectiveAt },
      ask: ask && { name: ask, words: askText(ask, hour === undefined ? "" : formatDateTime(hour, of.office.zone)) },
      reach: ask && sidesOf(process, now).flatMap((side) => reachOf(side, process, people.get(process.clientId), employer)),
      needsCall: process.needsCall && { ...process.needsCall, ...callOf(process, employer) },
      interviewAt: process.kind === "PLACEMENT" && process.status === "INTERVIEW" ? process.interview?.agreedAt : undefined,
      unverified: process.unverified,
      version: process.version,
      acts: processOffers(deps, of.staff, process, wait).flatMap(({ act, blocked }) => (blocked === undefined ? [act] : [])),
    };
  });
}

/** Whether the client is spoken to now: is asked, is told of an interview, or is heard about how work goes. */
const asksClient = ({ status }: Process): boolean =>
  status === "AWAITING_CLIENT" || status === "INTERVIEW" || status === "AWAITING_NEWS" || status === "AWAITING_VISIT";

const sidesOf = (process: Process, now: Instant): readonly Reached[] => {
  const ask = askOf(process, now);
  return ask === undefined ? [] : whoIsReached(ask);
};

/** A side that has to be reached, by name and with every number; none where nobody is known. */
function reachOf(
  side: Reached,
  process: Process,
  client: Client | undefined,
  employer: Employer | undefined,
): readonly { readonly side: Reached; readonly name: string; readonly numbers: string[] }[] {
  if (side === "CLIENT")
    return client
      ? [{ side, name: client.fullName, numbers: client.phone === undefined ? [] : [formatAnyPhone(client.phone)] }]
      : [];
  const contact = callOf(process, employer);
  return contact ? [{ side, ...contact }] : [];
}

/** Whom to call there, and every number. */
function callOf(process: Process, employer: Employer | undefined) {
  const contact = employer && askedAt(employer, process, vacancyIdOf(process));
  return contact && { name: contact.name, numbers: [...numbersOf(contact)] };
}

/** How many proposals lie before the officer, or are still alive on the shortlist, by placement. */
async function countProposals({ store }: Deps, processes: readonly Process[]): Promise<ReadonlyMap<string, number>> {
  const placements = processes.flatMap((process) => (process.kind === "PLACEMENT" ? [process] : []));
  const ranked = placements.filter(({ status }) => status === "AWAITING_APPROVAL");
  const rankings = await store.rankings.rankings(ranked.map(({ id, shortlistNo }) => ({ placementId: id, no: shortlistNo })));
  return new Map([
    ...placements.map(({ id, shortlist }) => [id, shortlist.filter(isLive).length] as const),
    ...ranked.map(({ id }, at) => [id, rankings[at]?.proposals.length ?? 0] as const),
  ]);
}
