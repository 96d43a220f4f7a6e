/** What was done to an organisation, by whom, and when. */
import type { routes } from "../../api/routes.ts";
import { historyOf } from "../record/read-history.ts";
import type { StaffCommand } from "../request.ts";
import { organisationKind } from "./organisation-kind.ts";

/** Errors: NOT_FOUND. */
export const readOrganisationHistory: StaffCommand<typeof routes.readOrganisationHistory> = historyOf(
  organisationKind,
  "readOrganisations",
);
