/** The office's agreements, by cursor, each with whom it is. */
import type { routes } from "../../api/routes.ts";
import type { StaffCommand } from "../request.ts";

export const listAgreements: StaffCommand<typeof routes.listAgreements> = async (deps, { staff, query }) => {
  const page = await deps.store.agreements.ofOffice(staff.officeId, query);
  const employers = await Promise.all(page.items.map(({ employerId }) => deps.store.employers.employer(employerId)));
  return {
    items: page.items.map((agreement, at) => ({ ...agreement, employerName: employers[at]?.legalName })),
    cursor: page.cursor,
  };
};
