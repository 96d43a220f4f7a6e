/** A record of an employer has become another one: agreements, vacancies and processes of every office follow, page by page. */
import { partiesOf } from "../../domain/agreements/agreement.ts";
import { zoneSchema } from "../../domain/calendar/zone.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { idPrefixes } from "../../domain/identifiers/ids.ts";
import { followMerger, isProcessId } from "../../domain/processes.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { FanOut, FanOutOf, OutboxEffect } from "../../store/outbox.ts";
import { withinOfficeDelete, withinOfficePuts } from "../../store/unverified-vacancies.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";
import { changeProcess } from "../process/change-process.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { bySystem, eachOfPage, indexLag, order, pageSize } from "./fan-out-page.ts";
import { carriedOf } from "./follow-employer.ts";

type Merger = FanOutOf<"EMPLOYER_MERGED">;

/**
 * Agreements first, so that no office that demands one stands without it; the vacancies, and then what is proposed of any of the
 * survivor's: whatever was proposed while they moved is among it; and what is about the employer now, in every office.
 */
const places = ["AGREEMENTS", "VACANCIES", "PROPOSALS", "PROCESSES"] as const;
type Place = (typeof places)[number];
/** So many offices are looked through at once. */
export const officesAtOnce = 10;
/** How often all of it is gone through again at the most. */
const mostPasses = 5;

/**
 * What was written meanwhile, or is not in an index yet, is found when all is gone through again a little later, until a pass
 * finds nothing. Each thing is moved by itself, and only where it still names the record that is gone. The cursor names the place
 * that is being read, the time zone of its offices, and the page.
 */
export async function moveToSurvivor(deps: Deps, ref: Merger): Promise<void> {
  const survivor = await survivorOf(deps, ref.to);
  if (!survivor) return;
  const move = (id: string): Promise<unknown> => moveOne(deps, ref, survivor, id);
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, move);
  const [at = "0", zone = "0", from = ""] = (ref.cursor ?? "").split(" ");
  const place = places[Number(at)];
  if (place === undefined) return;
  const cursor = from === "" ? undefined : from;
  const page = await pageAt(deps, ref.id, survivor.id, { place, zone, cursor });
  await eachOfPage(deps, ref, page.ids, undefined, move);
  const done = ref.done + page.ids.length;
  const nextZone = !isByOffice(place) || Number(zone) + 1 >= zoneSchema.options.length ? undefined : Number(zone) + 1;
  const next =
    page.cursor !== undefined
      ? `${at} ${zone} ${page.cursor}`
      : nextZone !== undefined
        ? `${at} ${nextZone} `
        : Number(at) + 1 < places.length
          ? `${Number(at) + 1} 0 `
          : undefined;
  const pass = ref.pass ?? 1;
  if (next !== undefined) await order(deps, [{ ...ref, cursor: next, done }]);
  else if (pass < 2 || (done > 0 && pass < mostPasses))
    await order(deps, [{ ...ref, cursor: undefined, done: 0, pass: pass + 1 }], indexLag);
}

type Stretch = { readonly place: Place; readonly zone: string; readonly cursor: string | undefined };
type Found = { readonly ids: readonly string[]; readonly cursor?: string | undefined };

const isByOffice = (place: Place): place is "AGREEMENTS" | "PROCESSES" => place === "AGREEMENTS" || place === "PROCESSES";

/** What is to be moved of one page of a place. */
async function pageAt(deps: Deps, gone: string, survivor: string, { place, zone, cursor }: Stretch): Promise<Found> {
  if (isByOffice(place)) return ofOffices(deps, gone, { place, zone, cursor });
  const page = await deps.store.vacancies.ofEmployer(place === "VACANCIES" ? gone : survivor, { limit: pageSize, cursor });
  const vacancies = page.items.map(({ vacancyId }) => vacancyId);
  if (place === "VACANCIES") return { ids: vacancies, cursor: page.cursor };
  const proposed = await Promise.all(vacancies.map((vacancyId) => proposalsUnder(deps, vacancyId, gone)));
  return { ids: [...new Set(proposed.flat())], cursor: page.cursor };
}

/** The placements with a live proposal of a vacancy that name the record that is gone. */
async function proposalsUnder(deps: Deps, vacancyId: string, employerId: string): Promise<readonly string[]> {
  const holds = await everyPage((cursor) => deps.store.holds.ofVacancy(vacancyId, { limit: 100, cursor }));
  const found = await Promise.all(holds.map(({ placementId }) => deps.store.processes.placement(placementId)));
  return found.flatMap((stored) =>
    stored?.state.shortlist.some((entry) => entry.employerId === employerId) ? [stored.state.id] : [],
  );
}

/** What some offices have with the record that is gone. */
async function ofOffices(
  deps: Deps,
  employerId: string,
  { place, zone, cursor }: Stretch & { readonly place: "AGREEMENTS" | "PROCESSES" },
): Promise<Found> {
  const page = await deps.store.offices.inZone(zoneSchema.options[Number(zone)] ?? "", { limit: officesAtOnce, cursor });
  const read = place === "AGREEMENTS" ? agreementsIn : processesIn;
  const found = await Promise.all(page.items.map(({ id }) => read(deps, id, employerId)));
  return { ids: found.flat(), cursor: page.cursor };
}

const agreementsIn = async (deps: Deps, officeId: string, employerId: string): Promise<readonly string[]> =>
  (await everyPage((cursor) => deps.store.agreements.ofOffice(officeId, { cursor })))
    .filter((agreement) => partiesOf(agreement).includes(employerId))
    .map(({ id }) => id);

/** Every process of an office with an employer, what has ended among them. */
export async function processesIn(deps: Deps, officeId: string, employerId: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await deps.store.processes.ofEmployerIn(officeId, employerId, { after, limit: pageSize });
    found.push(...page.flatMap(({ state }) => state?.id ?? []));
    after = page.at(-1)?.place;
    more = page.length === pageSize;
  }
  return found;
}

async function moveOne(deps: Deps, { id: from, by }: Merger, survivor: Employer, id: string): Promise<unknown> {
  if (isProcessId(id)) {
    const contactId = (await deps.store.employers.employer(from))?.contact.id;
    const merger = { from, to: survivor.id, contactId };
    return changeProcess(deps, id, bySystem, ({ state, context }) => followMerger(state, merger, context));
  }
  return id.startsWith(`${idPrefixes.agreement}_`)
    ? moveAgreement(deps, id, from, survivor, by)
    : moveVacancy(deps, id, from, survivor, by);
}

/** An agreement that is in force wakes whoever may be proposed to the survivor now. */
const moveAgreement = (deps: Deps, id: string, from: string, { id: employerId }: Employer, by: string): Promise<unknown> =>
  changeAsOrdered(deps, records.agreement, id, by, (agreement) =>
    agreement && partiesOf(agreement).includes(from)
      ? changed({
          state: {
            ...agreement,
            employerId,
            parties: [...new Set(partiesOf(agreement).map((party) => (party === from ? employerId : party)))],
          },
          event: "employerMerged",
          fields: ["employerId"],
          response: undefined,
          effects: agreement.status === "SIGNED" ? [{ kind: "FANOUT", ref: { topic: "AGREEMENT_IN_FORCE", id, done: 0 } }] : [],
        })
      : unchanged(undefined),
  );

/** A vacancy takes over what it carries of its employer, as where that was changed. */
const moveVacancy = (deps: Deps, id: string, from: string, survivor: Employer, by: string): Promise<unknown> =>
  changeAsOrdered(deps, records.vacancy, id, by, (vacancy) => {
    if (vacancy?.employerId !== from) return unchanged(undefined);
    const { size, optOut, unverified } = survivor;
    const { offeredBy } = vacancy;
    const fields = [...(offeredBy.size === size ? [] : ["size"]), ...(offeredBy.optOut === optOut ? [] : ["optOut"])];
    const opens = vacancy.withinOffice !== undefined && !unverified;
    const orders: FanOut[] = [
      ...(fields.length > 0 ? [{ topic: "VACANCY_CHANGED" as const, id, fields, done: 0 }] : []),
      ...(fields.length > 0 || opens ? [{ topic: "VACANCY_OPENED" as const, id, done: 0 }] : []),
    ];
    return changed({
      state: {
        ...vacancy,
        employerId: survivor.id,
        ...carriedOf(survivor, vacancy),
        withinOffice: opens ? undefined : vacancy.withinOffice,
      },
      event: "employerMerged",
      fields: ["employerId"],
      response: undefined,
      writes: vacancy.withinOffice ? [withinOfficeDelete(from, id), ...(opens ? [] : withinOfficePuts(survivor, id))] : [],
      effects: vacancy.status === "OPEN" ? orders.map((ordered): OutboxEffect => ({ kind: "FANOUT", ref: ordered })) : [],
    });
  });
