/** What was done to an agreement, by whom, and when. */
import type { routes } from "../../api/routes.ts";
import { historyOf } from "../record/read-history.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for another office's. */
export const readAgreementHistory: StaffCommand<typeof routes.readAgreementHistory> = historyOf(
  records.agreement,
  "readAgreements",
);
