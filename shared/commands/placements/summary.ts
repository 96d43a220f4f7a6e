/** Processes as they stand in lists. */

import { lastDateOf } from "../../domain/calendar/format.ts";
import { hasPublishedHolidays } from "../../domain/calendar/holidays.ts";
import { yearOf } from "../../domain/calendar/local-date.ts";
import { numbersOf } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { isLive } from "../../domain/placements/live-entries.ts";
import { awaitedIn, type Process, placementIdOf, statusRowOf, vacancyIdOf } from "../../domain/processes.ts";
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
  const [names, posts, openWaits, proposed] = await Promise.all([
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
  const called = await byId(
    processes.flatMap((process) => (process.needsCall && posts.get(vacancyIdOf(process) ?? "")?.employerId) ?? []),
    employers.employers,
  );
  const officers = new Map(of.colleagues.map(({ id, name }) => [id, name]));
  return processes.map((process) => {
    const vacancy = posts.get(vacancyIdOf(process) ?? "");
    const wait = waitOf.get(process.id);
    return {
      id: process.id,
      placementId: placementIdOf(process),
      pseudonym: pseudonymOf(placementIdOf(process)),
      kind: process.kind,
      clientId: process.clientId,
      clientName: names.get(process.clientId)?.fullName,
      clientPhone: asksClient(process) ? names.get(process.clientId)?.phone : undefined,
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
      needsCall: process.needsCall && { ...process.needsCall, ...callOf(process, vacancy && called.get(vacancy.employerId)) },
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

/** Each once, by its id; what is not there is left out. */
async function byId<T>(
  ids: readonly string[],
  readMany: (ids: readonly string[]) => Promise<readonly (T | undefined)[]>,
): Promise<ReadonlyMap<string, T>> {
  const distinct = [...new Set(ids)];
  const found = await readMany(distinct);
  return new Map(distinct.flatMap((id, at) => (found[at] === undefined ? [] : [[id, found[at]] as const])));
}
