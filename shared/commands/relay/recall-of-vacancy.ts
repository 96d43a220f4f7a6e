/** A vacancy has closed or is full: its live proposals fall away. */
import { loseSeat } from "../../domain/placements/employer-answer.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import { type RecallCause, recallProposal } from "../../domain/placements/recall.ts";
import { unchanged } from "../../domain/process/decision.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage, pageSize } from "./fan-out-page.ts";

type HoldsFanOut = FanOutOf<"VACANCY_FILLED" | "VACANCY_CLOSED" | "VACANCY_CHANGED" | "VACANCY_RAN_OUT">;

/** The placements with a live proposal of a vacancy, a page at a time, and the page after it. */
export async function holdsOf<R extends HoldsFanOut>(
  deps: Deps,
  ref: R,
): Promise<{ readonly ids: readonly string[]; readonly next: R | undefined }> {
  if (ref.only !== undefined) return { ids: [ref.only], next: undefined };
  const page = await deps.store.holds.ofVacancy(ref.id, { limit: pageSize, cursor: ref.cursor });
  const ids = page.items.map((hold) => hold.placementId);
  return { ids, next: page.cursor ? { ...ref, cursor: page.cursor, done: ref.done + ids.length } : undefined };
}

export async function recallHolds(deps: Deps, ref: HoldsFanOut, cause: RecallCause): Promise<void> {
  const { ids, next } = await holdsOf(deps, ref);
  await eachOfPage(deps, ref, ids, next, (id) =>
    changePlacement(deps, id, bySystem, ({ state, context }) => recallProposal(state, ref.id, cause, context)),
  );
}

/** The last seat is taken: whoever else is before the employer goes on to the next one, unless a seat came back meanwhile. */
export async function passOn(deps: Deps, ref: HoldsFanOut): Promise<void> {
  const { ids, next } = await holdsOf(deps, ref);
  await eachOfPage(deps, ref, ids, next, (id) =>
    changePlacement(deps, id, bySystem, ({ state, context }) =>
      isAskedAbout(state, ref.id) && !context.withSeat.has(ref.id) ? loseSeat(state, context) : unchanged,
    ),
  );
}

const isAskedAbout = (state: Placement, vacancyId: string): boolean =>
  (state.status === "AWAITING_EMPLOYER" || state.status === "INTERVIEW") && currentEntry(state)?.vacancyId === vacancyId;
