/** What a member of staff reads of themselves. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const readMe: StaffCommand<typeof routes.readMe> = async (deps, { staff }) => {
  const office = await officeOf(deps, staff);
  return { id: staff.id, name: staff.name, role: staff.role, office: { id: office.id, name: office.name, zone: office.zone } };
};
