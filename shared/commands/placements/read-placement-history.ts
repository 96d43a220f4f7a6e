/** What was done to a placement, by whom, and when. */
import type { routes } from "../../api/routes.ts";
import { readHistory } from "../record/read-history.ts";
import { requireReach, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for another office's. */
export const readPlacementHistory: StaffCommand<typeof routes.readPlacementHistory> = async (deps, { staff, params, query }) => {
  const stored = await deps.store.processes.placement(params.id);
  requireReach(staff, "readPlacements", stored?.state, "placement");
  return readHistory(deps, staff, params.id, query);
};
