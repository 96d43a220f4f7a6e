/** The office's agreements, by cursor, each with whom it is and how it stands. */
import type { routes } from "../../api/routes.ts";
import { standingOn } from "../../domain/agreements/agreement.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { partiesByName } from "./parties.ts";

export const listAgreements: StaffCommand<typeof routes.listAgreements> = async (deps, { staff, query }) => {
  const [office, page] = await Promise.all([officeOf(deps, staff), deps.store.agreements.ofOffice(staff.officeId, query)]);
  const today = todayIn(office, deps.now());
  const namesOf = await partiesByName(deps, office, page.items, today);
  return {
    items: page.items.map((agreement) => {
      const parties = [...namesOf(agreement)];
      const employerName = parties.find(({ id }) => id === agreement.employerId)?.name;
      return { ...agreement, parties, employerName, standing: standingOn(agreement, today) };
    }),
    cursor: page.cursor,
  };
};
