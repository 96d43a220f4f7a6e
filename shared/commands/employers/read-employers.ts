/** Lists of employers, agreements and open vacancies, by cursor. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const listEmployers: StaffCommand<typeof routes.listEmployers> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const page = await deps.store.employers.employersIn(office.provinceCode, query);
  return { items: [...page.items], cursor: page.cursor };
};

export const listAgreements: StaffCommand<typeof routes.listAgreements> = async (deps, { staff, query }) => {
  const page = await deps.store.employers.agreementsOf(staff.officeId, query);
  return { items: [...page.items], cursor: page.cursor };
};

export const listVacancies: StaffCommand<typeof routes.listVacancies> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const page = await deps.store.employers.vacanciesIn(office.provinceCode, query);
  return { items: [...page.items], cursor: page.cursor };
};
