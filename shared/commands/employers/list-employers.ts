/** The employers of the province, by cursor. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const listEmployers: StaffCommand<typeof routes.listEmployers> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const page = await deps.store.employers.inProvince(office.provinceCode, query);
  return { items: [...page.items], cursor: page.cursor };
};
