/** The mails about a placement and what followed it, as they were sent. */
import type { routes } from "../../api/routes.ts";
import { sentMailsIn } from "../../store/sent-mails.ts";
import { requireReach, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for another office's; REQUEST_INVALID for a cursor of another list. */
export const readMessages: StaffCommand<typeof routes.readMessages> = async (deps, { staff, params, query }) => {
  const stored = await deps.store.processes.placement(params.id);
  requireReach(staff, "readPlacements", stored?.state, "placement");
  const { items, cursor } = await sentMailsIn(deps.store.database).ofPlacement(params.id, query);
  return { items: items.map(({ subject, also: _, ...mail }) => ({ ...mail, mailSubject: subject })), cursor };
};
