/** What touches many records: one page a row, then the row of the next page. */
import { unchanged } from "../../domain/decision.ts";
import { stopEmployerContact } from "../../domain/follow-up/follow-up-rules.ts";
import { followUpIdOf } from "../../domain/ids.ts";
import { isLive } from "../../domain/placement/moves.ts";
import { currentEntry, type Placement, type ShortlistEntry } from "../../domain/placement/placement.ts";
import { noteCertificate, wake } from "../../domain/placement/preparation.ts";
import { type RecallCause, recallProposal, withdraw } from "../../domain/placement/recall.ts";
import { waitingPlacesAround } from "../../domain/placement/waiting-places.ts";
import { type OutboxEffect, outboxPut } from "../../store/outbox.ts";
import { changeFollowUp, changePlacement } from "../change-process.ts";
import type { Deps } from "../deps.ts";
import { fitsWaiting } from "../matching/fits-waiting.ts";

type FanOut = Extract<OutboxEffect, { kind: "FANOUT" }>["ref"];

const system = { actor: { kind: "system" } } as const;
const pageSize = 25;
/** A new vacancy wakes at most this many waiting placements for each of its seats. */
const wokenPerSeat = 3;

/** Works one page of a fan-out off and orders the next one. */
export async function fanOut(deps: Deps, ref: FanOut): Promise<void> {
  switch (ref.topic) {
    case "VACANCY_OPENED":
      return wakeWaiting(deps, ref);
    case "VACANCY_CLOSED":
      return recallHolds(deps, ref, "VACANCY_CLOSED");
    case "AGREEMENT_TERMINATED":
      return recallOfAgreement(deps, ref);
    case "CONSENT_WITHDRAWN":
      return recallOfClient(deps, ref);
    case "CERTIFICATE_VERIFIED":
      return goOnWithCertificate(deps, ref.id);
  }
}

async function nextPage(deps: Deps, ref: FanOut, cursor: string | undefined, done: number): Promise<void> {
  if (!cursor) return;
  await deps.store.database.commit([
    outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref: { ...ref, cursor, done } }, deps.now()),
  ]);
}

async function wakeWaiting(deps: Deps, ref: FanOut): Promise<void> {
  const vacancy = await deps.store.employers.vacancy(ref.id);
  if (vacancy?.status !== "OPEN" || vacancy.seatsFree < 1) return;
  const most = wokenPerSeat * vacancy.seatsFree;
  const page = await waitingAround(deps, vacancy.regencyCode, ref.cursor);
  const fits = await fitsWaiting(deps, vacancy);
  let woken = ref.done;
  for (const { id } of page) {
    if (woken >= most) return;
    // One for whom it is nothing keeps its place and its deadline: woken, it would only begin to wait anew.
    if (!(await fits(id))) continue;
    await changePlacement(deps, id, system, ({ state, context }) => wake(state, context));
    woken += 1;
  }
  if (woken < most) await nextPage(deps, ref, page.length < pageSize ? undefined : page.at(-1)?.since, woken);
}

/** The next of those who would go to a regency, longest first, wherever each of them waits. */
async function waitingAround(deps: Deps, regencyCode: string, after: string | undefined) {
  const wish = { limit: pageSize, after };
  const places = waitingPlacesAround(regencyCode).map((place) => deps.store.processes.waitingAt(place, wish));
  const found = (await Promise.all(places)).flat();
  return found.toSorted((a, b) => (a.since < b.since ? -1 : 1)).slice(0, pageSize);
}

async function recallHolds(deps: Deps, ref: FanOut, cause: RecallCause): Promise<void> {
  const page = await deps.store.processes.holdsOf(ref.id, { limit: pageSize, cursor: ref.cursor });
  for (const { placementId } of page.items)
    await changePlacement(deps, placementId, system, ({ state, context }) => recallProposal(state, ref.id, cause, context));
  await nextPage(deps, ref, page.cursor, ref.done + page.items.length);
}

/** A terminated agreement recalls the live proposals of the office's clients to that employer. */
async function recallOfAgreement(deps: Deps, ref: FanOut): Promise<void> {
  const agreement = await deps.store.employers.agreement(ref.id);
  if (!agreement) return;
  const page = await deps.store.processes.ofOffice(agreement.officeId, { limit: pageSize, cursor: ref.cursor });
  for (const process of page.items) {
    if (!("shortlist" in process)) continue;
    for (const entry of askedLast(process, agreement.employerId))
      await changePlacement(deps, process.id, system, ({ state, context }) =>
        recallProposal(state, entry.vacancyId, "AGREEMENT_TERMINATED", context),
      );
  }
  await nextPage(deps, ref, page.cursor, ref.done + page.items.length);
}

/**
 * The client took a consent back. To matching: the placement ends as withdrawn. To being named to one employer: what is live
 * with it is recalled. To the employer being contacted: a follow-up no longer asks it.
 */
async function recallOfClient(deps: Deps, ref: FanOut): Promise<void> {
  const placementId = (await deps.store.people.client(ref.id))?.state.openPlacement;
  const stored = placementId ? await deps.store.processes.placement(placementId) : undefined;
  if (!placementId || !stored) return;
  if (stored.state.status === "PLACED") {
    await changeFollowUp(deps, followUpIdOf(placementId), system, ({ state }) =>
      ref.employerId === undefined || state.employerId === ref.employerId ? stopEmployerContact(state) : unchanged,
    );
    return;
  }
  if (ref.purpose === "PROFILING")
    await changePlacement(deps, placementId, system, ({ state, context }) =>
      state.status === "CLOSED" ? unchanged : withdraw(state, context),
    );
  if (ref.purpose !== "EMPLOYER_SHARING") return;
  for (const entry of askedLast(stored.state, ref.employerId))
    await changePlacement(deps, placementId, system, ({ state, context }) =>
      recallProposal(state, entry.vacancyId, "CONSENT_WITHDRAWN", context),
    );
}

/** The live proposals to an employer, the one that is being asked last: recalled first, its place would go to the next of them. */
function askedLast(state: Placement, employerId: string | undefined): readonly ShortlistEntry[] {
  const asked = currentEntry(state);
  const live = state.shortlist.filter((one) => isLive(one) && one.employerId === employerId);
  return [...live.filter((one) => one !== asked), ...live.filter((one) => one === asked)];
}

async function goOnWithCertificate(deps: Deps, clientId: string): Promise<void> {
  const placementId = (await deps.store.people.client(clientId))?.state.openPlacement;
  if (!placementId) return;
  await changePlacement(deps, placementId, system, ({ state, context }) => noteCertificate(state, context));
}
