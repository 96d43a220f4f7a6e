/** The inbox: what waits for the asker, by deadline. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { describeRows } from "./summary.ts";
import { workOfStaff } from "./work-of-staff.ts";

/** By deadline the work that the asker is in charge of: see `workOfStaff`. */
export const readInbox: StaffCommand<typeof routes.readInbox> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const page = await workOfStaff(deps, staff, office, colleagues, query);
  return { now: deps.now(), items: await describeRows(deps, { staff, office, colleagues }, page.items), cursor: page.cursor };
};
