/** A vacancy has opened: who waits for one is woken. */
import { wake } from "../../domain/placements/ranking.ts";
import { waitingPlacesWithinReach } from "../../domain/placements/waiting-places.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { fitsWaiting } from "../matching/fits-waiting.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage, indexLag, order, pageSize } from "./fan-out-page.ts";

/** A new vacancy wakes at most this many waiting placements for each of its seats. */
const wokenPerSeat = 3;

export async function wakeWaiting(deps: Deps, ref: FanOutOf<"VACANCY_OPENED">): Promise<void> {
  const vacancy = await deps.store.vacancies.vacancy(ref.id);
  if (vacancy?.status !== "OPEN" || vacancy.seatsFree < 1) return;
  const most = wokenPerSeat * vacancy.seatsFree;
  const page = ref.only === undefined ? await waitingWithinReach(deps, vacancy.regencyCode, ref.cursor) : [];
  const fits = await fitsWaiting(deps, vacancy);
  let woken = ref.done;
  const ids = ref.only === undefined ? page.map(({ id }) => id) : [ref.only];
  await eachOfPage(deps, ref, ids, undefined, async (id) => {
    // A placement for which it is nothing keeps its place and its deadline: woken, it would only begin to wait anew.
    if (woken >= most || !(await fits(id))) return;
    await changePlacement(deps, id, bySystem, ({ state, context }) => wake(state, context));
    woken += 1;
  });
  if (woken >= most || ref.only !== undefined) return;
  if (page.length === pageSize) await order(deps, [{ ...ref, cursor: page.at(-1)?.since, done: woken }]);
  // Who began to wait just before may not be in the index yet, while the ranking did not see this vacancy in its own.
  else if (ref.pass === undefined) await order(deps, [{ ...ref, cursor: undefined, done: woken, pass: 2 }], indexLag);
}

/** The next of those who would go to a regency, longest first, wherever each of them waits. */
async function waitingWithinReach(deps: Deps, regencyCode: string, after: string | undefined) {
  const options = { limit: pageSize, after };
  const places = waitingPlacesWithinReach(regencyCode).map((place) => deps.store.processes.waitingAt(place, options));
  const found = (await Promise.all(places)).flat();
  return found.toSorted((a, b) => (a.since < b.since ? -1 : 1)).slice(0, pageSize);
}
