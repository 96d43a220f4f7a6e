/** The office's agreements, by cursor. */
import type { routes } from "../../api/routes.ts";
import type { StaffCommand } from "../request.ts";

export const listAgreements: StaffCommand<typeof routes.listAgreements> = async (deps, { staff, query }) => {
  const page = await deps.store.agreements.ofOffice(staff.officeId, query);
  return { items: [...page.items], cursor: page.cursor };
};
