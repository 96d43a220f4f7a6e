/** What touches many records: one page a row, then the row of the next page. */
import { addMilliseconds } from "../../domain/calendar/instant.ts";
import { hasConsent } from "../../domain/client.ts";
import { unchanged } from "../../domain/decision.ts";
import { refusal } from "../../domain/errors.ts";
import { stopEmployerContact } from "../../domain/follow-up/follow-up-rules.ts";
import { followUpIdOf } from "../../domain/ids.ts";
import { loseSeat } from "../../domain/placement/employer.ts";
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
    case "VACANCY_FILLED":
      return passOn(deps, ref);
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

/**
 * Works on each process of a page. One that fails becomes a row of its own, with its own tries and its own alarm, and holds up
 * none behind it. Then the page after this one is ordered, if there is one.
 */
async function eachOfPage(
  deps: Deps,
  ref: FanOut,
  ids: readonly string[],
  next: FanOut | undefined,
  work: (processId: string) => Promise<unknown>,
): Promise<void> {
  const failed: string[] = [];
  let last: unknown;
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      last = error;
      failed.push(id);
    }
  }
  // A row for one has nobody else to hold up.
  if (ref.only !== undefined && failed.length > 0) throw last;
  await order(deps, [...failed.map((only) => ({ ...ref, only })), ...(next && ref.only === undefined ? [next] : [])]);
}

/** Orders further rows of a fan-out, now or some time later. */
async function order(deps: Deps, refs: readonly FanOut[], later = 0): Promise<void> {
  if (refs.length === 0) return;
  const due = addMilliseconds(deps.now(), later);
  const rows = refs.map((ref) => outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref }, due));
  const result = await deps.store.database.commit(rows);
  if (result.kind !== "committed") throw refusal("CONFLICT");
}

/** After this time an index shows what was written before, in milliseconds. */
const indexLag = 60_000;

async function wakeWaiting(deps: Deps, ref: FanOut): Promise<void> {
  const vacancy = await deps.store.employers.vacancy(ref.id);
  if (vacancy?.status !== "OPEN" || vacancy.seatsFree < 1) return;
  const most = wokenPerSeat * vacancy.seatsFree;
  const page = ref.only === undefined ? await waitingAround(deps, vacancy.regencyCode, ref.cursor) : [];
  const fits = await fitsWaiting(deps, vacancy);
  let woken = ref.done;
  const ids = ref.only === undefined ? page.map(({ id }) => id) : [ref.only];
  await eachOfPage(deps, ref, ids, undefined, async (id) => {
    // One for whom it is nothing keeps its place and its deadline: woken, it would only begin to wait anew.
    if (woken >= most || !(await fits(id))) return;
    await changePlacement(deps, id, system, ({ state, context }) => wake(state, context));
    woken += 1;
  });
  if (woken >= most || ref.only !== undefined) return;
  if (page.length === pageSize) await order(deps, [{ ...ref, cursor: page.at(-1)?.since, done: woken }]);
  // Who began to wait just before may not be in the index yet, while the ranking did not see this vacancy in its own.
  else if (ref.pass === undefined) await order(deps, [{ ...ref, cursor: undefined, done: woken, pass: 2 }], indexLag);
}

/** The next of those who would go to a regency, longest first, wherever each of them waits. */
async function waitingAround(deps: Deps, regencyCode: string, after: string | undefined) {
  const wish = { limit: pageSize, after };
  const places = waitingPlacesAround(regencyCode).map((place) => deps.store.processes.waitingAt(place, wish));
  const found = (await Promise.all(places)).flat();
  return found.toSorted((a, b) => (a.since < b.since ? -1 : 1)).slice(0, pageSize);
}

/** The placements with a live proposal of a vacancy, a page at a time, and the page after it. */
async function holdsOf(deps: Deps, ref: FanOut): Promise<{ readonly ids: readonly string[]; readonly next: FanOut | undefined }> {
  if (ref.only !== undefined) return { ids: [ref.only], next: undefined };
  const page = await deps.store.processes.holdsOf(ref.id, { limit: pageSize, cursor: ref.cursor });
  const ids = page.items.map((one) => one.placementId);
  return { ids, next: page.cursor ? { ...ref, cursor: page.cursor, done: ref.done + ids.length } : undefined };
}

async function recallHolds(deps: Deps, ref: FanOut, cause: RecallCause): Promise<void> {
  const { ids, next } = await holdsOf(deps, ref);
  await eachOfPage(deps, ref, ids, next, (id) =>
    changePlacement(deps, id, system, ({ state, context }) => recallProposal(state, ref.id, cause, context)),
  );
}

/** The last seat is taken: whoever else is before the employer goes on to the next one, unless a seat came back meanwhile. */
async function passOn(deps: Deps, ref: FanOut): Promise<void> {
  const { ids, next } = await holdsOf(deps, ref);
  await eachOfPage(deps, ref, ids, next, (id) =>
    changePlacement(deps, id, system, ({ state, context }) =>
      isAskedAbout(state, ref.id) && !context.withSeat.has(ref.id) ? loseSeat(state, context) : unchanged,
    ),
  );
}

const isAskedAbout = (state: Placement, vacancyId: string): boolean =>
  (state.status === "AWAITING_EMPLOYER" || state.status === "INTERVIEW") && currentEntry(state)?.vacancyId === vacancyId;

/** In which a proposal lives, in the order of the process: what goes on meanwhile is met again further on. */
const proposing = ["AWAITING_CLIENT", "AWAITING_EMPLOYER", "INTERVIEW"] as const;
/** How often the office is gone through again at the most. */
const mostPasses = 5;

/**
 * A terminated agreement recalls the live proposals of the office's clients to that employer. A placement that goes back to
 * another employer moves behind the pages already read, and the index lags: so the office is gone through again a little
 * later, until a pass finds nothing. The cursor names the status that is being read.
 */
async function recallOfAgreement(deps: Deps, ref: FanOut): Promise<void> {
  const agreement = await deps.store.employers.agreement(ref.id);
  if (!agreement) return;
  let recalled = 0;
  const recall = async (id: string): Promise<void> => {
    const state = (await deps.store.processes.placement(id))?.state;
    for (const entry of state ? askedLast(state, agreement.employerId) : []) {
      if (entry.state === "CHOSEN") continue;
      await changePlacement(deps, id, system, ({ state: now, context }) =>
        recallProposal(now, entry.vacancyId, "AGREEMENT_TERMINATED", context),
      );
      recalled += 1;
    }
  };
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, recall);
  const [at = 0, cursor] = readPlace(ref.cursor);
  const status = proposing[at];
  if (status === undefined) return;
  const page = await deps.store.processes.ofOffice(agreement.officeId, { limit: pageSize, cursor, status });
  const ids = page.items.map((one) => one.id);
  const place = page.cursor ? `${at} ${page.cursor}` : at + 1 < proposing.length ? `${at + 1} ` : undefined;
  await eachOfPage(deps, ref, ids, undefined, recall);
  const done = ref.done + recalled;
  const pass = ref.pass ?? 1;
  if (place !== undefined) await order(deps, [{ ...ref, cursor: place, done }]);
  else if (pass < 2 || (done > 0 && pass < mostPasses))
    await order(deps, [{ ...ref, cursor: undefined, done: 0, pass: pass + 1 }], indexLag);
}

/** Which of the statuses is being read, and the cursor within it. */
function readPlace(place: string | undefined): [number, string | undefined] {
  const [at = "0", cursor = ""] = (place ?? "").split(" ");
  return [Number(at), cursor === "" ? undefined : cursor];
}

/**
 * The client took a consent back, and has not given it anew since. To matching: the placement ends as withdrawn. To being
 * named to one employer: what is live with it is recalled. To the employer being contacted: a follow-up no longer asks it.
 */
async function recallOfClient(deps: Deps, ref: FanOut): Promise<void> {
  const placementId = (await deps.store.people.client(ref.id))?.state.openPlacement;
  const stored = placementId ? await deps.store.processes.placement(placementId) : undefined;
  if (!placementId || !stored) return;
  const consents = await deps.store.people.consents(ref.id);
  if (ref.purpose === "PROFILING" && !hasConsent(consents, "PROFILING"))
    await changePlacement(deps, placementId, system, ({ state, context }) =>
      state.status === "CLOSED" || state.status === "PLACED" ? unchanged : withdraw(state, context),
    );
  if (ref.purpose === "EMPLOYER_SHARING" && !hasConsent(consents, "EMPLOYER_SHARING", ref.employerId))
    for (const entry of askedLast(stored.state, ref.employerId))
      await changePlacement(deps, placementId, system, ({ state, context }) =>
        recallProposal(state, entry.vacancyId, "CONSENT_WITHDRAWN", context),
      );
  // Read anew: work may have begun while the proposal was being recalled.
  const now = (await deps.store.processes.placement(placementId))?.state;
  if (now?.status !== "PLACED") return;
  await changeFollowUp(deps, followUpIdOf(placementId), system, ({ state, context }) =>
    context.mayContact(state.employerId) ? unchanged : stopEmployerContact(state, context),
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
