/** Work has ended: an event of its own, on its own day. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { loseWork } from "../../domain/follow-ups/lost-work.ts";
import { followUpIdOf } from "../../domain/identifiers/ids.ts";
import { todayIn } from "../office-times.ts";
import { optionsOf } from "../placements/change-placement.ts";
import { changeFollowUp } from "../process/change-process.ts";
import { decideOnWord } from "../process/words.ts";
import { receiptAt, requireReach, type StaffCommand } from "../request.ts";

/** Records that work has ended, on any day of the half year. Errors: FOLLOW_UP_NOT_DUE before work began, STATUS_CONFLICT, REQUEST_INVALID. */
export const recordLostWork: StaffCommand<typeof routes.recordLostWork> = async (deps, request) => {
  const { body, params } = request;
  const placed = (await deps.store.processes.placement(params.id))?.state;
  requireReach(request.staff, "recordFollowUp", placed, "placement");
  if (placed?.status !== "PLACED") throw refusal("FOLLOW_UP_NOT_DUE", placed ? [{ code: placed.status }] : []);
  return changeFollowUp(deps, followUpIdOf(params.id), optionsOf(request, body.receipt), (loaded) => {
    const { state, context, office } = loaded;
    const { receipt, ...lost } = body;
    const told = receiptAt(receipt, context.now);
    const speaker = lost.from === "EMPLOYER" ? "EMPLOYER" : "CLIENT";
    // Work may end on any day: no question has to be open for it.
    return decideOnWord({ ...loaded, questionOpenedAt: undefined }, told.at, speaker, () =>
      loseWork(state, { ...lost, at: told.at, receipt: told }, todayIn(office, context.now), context),
    );
  });
};
