/** What was done to an organisation, by whom, and when. */
import type { routes } from "../../api/routes.ts";
import { historyOf } from "../record/read-history.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND. */
export const readOrganisationHistory: StaffCommand<typeof routes.readOrganisationHistory> = historyOf(
  records.organisation,
  "readOrganisations",
);
