/** The open vacancies of the province, by cursor. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const listVacancies: StaffCommand<typeof routes.listVacancies> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const page = await deps.store.vacancies.openInProvince(office.provinceCode, query);
  return { items: [...page.items], cursor: page.cursor };
};
