/**
 * The contact of an employer is somebody else by now: open questions go to the new one, and the links of the one before are dead.
 * Or no mail reaches the contact any more: then the questions that are open are put by phone.
 */

import { currentEntry } from "../../domain/placements/placement.ts";
import { askAnew, noteUndelivered } from "../../domain/placements/reach.ts";
import { unchanged } from "../../domain/process/decision.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage, pageSize } from "./fan-out-page.ts";

/** Of a page of the employer's vacancies, every placement in which it is the employer's turn. */
export async function askContactAnew(deps: Deps, ref: FanOutOf<"CONTACT_REPLACED">): Promise<void> {
  const ask = (placementId: string): Promise<unknown> =>
    changePlacement(deps, placementId, bySystem, ({ state, context, wait }) => {
      const entry = currentEntry(state);
      // Whom the officer has named there instead is asked still.
      const isAsked = entry?.employerId === ref.id && entry.contactId === undefined && state.status !== "PLACED";
      // What was put since goes to the new contact already; an answer that can still be undone was given by the one before.
      const isOlder = wait !== undefined && wait.answer === undefined && wait.openedAt <= ref.at;
      if (!isAsked || !isOlder) return unchanged;
      return ref.dead === undefined ? askAnew(state, context) : noteUndelivered(state, ref.dead, context);
    });
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, ask);
  const page = await deps.store.vacancies.ofEmployer(ref.id, { limit: pageSize, cursor: ref.cursor });
  const held = await Promise.all(
    page.items.map(({ vacancyId }) => everyPage((cursor) => deps.store.holds.ofVacancy(vacancyId, { limit: pageSize, cursor }))),
  );
  const ids = [...new Set(held.flat().map(({ placementId }) => placementId))];
  await eachOfPage(deps, ref, ids, page.cursor ? { ...ref, cursor: page.cursor } : undefined, ask);
}
