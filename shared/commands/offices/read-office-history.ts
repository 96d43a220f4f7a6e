/** What was done to the office: settings, staff, covers, hand-overs. */
import type { routes } from "../../api/routes.ts";
import { readHistory } from "../record/read-history.ts";
import type { StaffCommand } from "../request.ts";

export const readOfficeHistory: StaffCommand<typeof routes.readOfficeHistory> = (deps, { staff, query }) =>
  readHistory(deps, staff, staff.officeId, query);
