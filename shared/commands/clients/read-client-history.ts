/** What was done to a client, by whom, and when. */
import type { routes } from "../../api/routes.ts";
import { historyOf } from "../record/read-history.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for another office's. */
export const readClientHistory: StaffCommand<typeof routes.readClientHistory> = historyOf(records.client, "readClient");
