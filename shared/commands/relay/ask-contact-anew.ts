/**
 * The contact of an employer is somebody else by now: open questions go to the new one, and the links of the one before are dead.
 * Or no mail reaches the contact any more: then the questions that are open are put by phone.
 */

import type { Instant } from "../../domain/calendar/instant.ts";
import { zoneSchema } from "../../domain/calendar/zone.ts";
import { namesOf } from "../../domain/employers/merge.ts";
import { askNewsAnew } from "../../domain/follow-ups/rules.ts";
import { undoWindow } from "../../domain/placements/limits.ts";
import { currentEntry } from "../../domain/placements/placement.ts";
import { askAnew, noteUndelivered } from "../../domain/placements/reach.ts";
import { unchanged } from "../../domain/process/decision.ts";
import { kindOfId } from "../../domain/processes.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";
import { changeFollowUp, changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage, indexLag, order, pageSize } from "./fan-out-page.ts";
import { officesAtOnce, processesIn } from "./move-to-survivor.ts";

type Replaced = FanOutOf<"CONTACT_REPLACED">;

/**
 * Of a page of the employer's vacancies, every placement in which it is the employer's turn; then, office by office, every follow-up.
 * The cursor of the latter begins with the word and the time zone of the offices.
 */
export async function askContactAnew(deps: Deps, ref: Replaced): Promise<void> {
  const ask = (id: string): Promise<unknown> =>
    kindOfId(id) === "PLACEMENT" ? askOfPlacement(deps, ref, id) : askOfFollowUp(deps, ref, id);
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, ask);
  const [place, zone = "0", from = ""] = (ref.cursor ?? "").split(" ");
  if (place === offices) {
    const { ids, cursor } = await followUpsIn(deps, ref.id, { zone: Number(zone), cursor: from === "" ? undefined : from });
    return eachOfPage(deps, ref, ids, cursor === undefined ? undefined : { ...ref, cursor }, ask);
  }
  const page = await deps.store.vacancies.ofEmployer(ref.id, { limit: pageSize, cursor: ref.cursor });
  const held = await Promise.all(
    page.items.map(({ vacancyId }) => everyPage((cursor) => deps.store.holds.ofVacancy(vacancyId, { limit: pageSize, cursor }))),
  );
  const ids = [...new Set(held.flat().map(({ placementId }) => placementId))];
  // A follow-up asks the contact of the record alone, and one whose mail comes back is told by its own mail.
  const then = ref.dead === undefined && !ref.contactStays ? `${offices} 0 ` : undefined;
  const cursor = page.cursor ?? then;
  await eachOfPage(deps, ref, ids, cursor === undefined ? undefined : { ...ref, cursor }, ask);
}

const offices = "OFFICES";

/** What was put since goes to the new contact already. */
const isOlder = (wait: WaitRow | undefined, at: Instant): boolean => wait !== undefined && wait.openedAt <= at;

/** An answer that can still be undone was given by the one before; once it cannot be, it is seen whether it was. */
const afterUndo = (deps: Deps, ref: Replaced, only: string): Promise<void> =>
  order(deps, [{ ...ref, cursor: undefined, only }], undoWindow + indexLag);

async function askOfPlacement(deps: Deps, ref: Replaced, id: string): Promise<void> {
  const employer = await survivorOf(deps, ref.id);
  const names = employer ? namesOf(employer) : [];
  let isAnswered = false;
  await changePlacement(deps, id, bySystem, ({ state, context, wait }) => {
    isAnswered = false;
    const entry = currentEntry(state);
    if (!entry || !names.includes(entry.employerId) || state.status === "PLACED" || !isOlder(wait, ref.at)) return unchanged;
    // Whom the officer has named there instead is asked still, unless they have gone.
    const { contactId } = entry;
    if (contactId === undefined ? ref.contactStays : !ref.others?.includes(contactId)) return unchanged;
    if (wait?.answer) {
      isAnswered = true;
      return unchanged;
    }
    return ref.dead === undefined ? askAnew(state, context, { toRecord: true }) : noteUndelivered(state, ref.dead, context);
  });
  if (isAnswered) await afterUndo(deps, ref, id);
}

async function askOfFollowUp(deps: Deps, ref: Replaced, id: string): Promise<void> {
  let isAnswered = false;
  await changeFollowUp(deps, id, bySystem, ({ state, context, wait }) => {
    isAnswered = isOlder(wait, ref.at) && wait?.answer !== undefined;
    return isOlder(wait, ref.at) && !isAnswered ? askNewsAnew(state, context) : unchanged;
  });
  if (isAnswered) await afterUndo(deps, ref, id);
}

/** The follow-ups of some offices with an employer, and the cursor of the next offices. */
async function followUpsIn(
  deps: Deps,
  employerId: string,
  { zone, cursor }: { readonly zone: number; readonly cursor: string | undefined },
): Promise<{ readonly ids: readonly string[]; readonly cursor: string | undefined }> {
  const page = await deps.store.offices.inZone(zoneSchema.options[zone] ?? "", { limit: officesAtOnce, cursor });
  const found = await Promise.all(page.items.map(({ id }) => processesIn(deps, id, employerId)));
  const ids = found.flat().filter((id) => kindOfId(id) === "FOLLOW_UP");
  if (page.cursor !== undefined) return { ids, cursor: `${offices} ${zone} ${page.cursor}` };
  return { ids, cursor: zone + 1 < zoneSchema.options.length ? `${offices} ${zone + 1} ` : undefined };
}
