/** One employer: whom to ask there, by which ways, and what it offers. */
import type { routes } from "../../api/routes.ts";
import { type Contact, numbersOf } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { isSeenBy } from "../../domain/vacancies/vacancy.ts";
import { employerOffers } from "../offers.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** So many of its vacancies are shown, the oldest first. */
const mostVacancies = 100;

/** One that has become another says which, in `mergedInto`. Errors: NOT_FOUND. */
export const readEmployer: StaffCommand<typeof routes.readEmployer> = async (deps, { staff, params }) => {
  const { state: employer } = await loadRecord(deps, records.employer, { staff, action: "readEmployers", id: params.id });
  const { items } = await deps.store.vacancies.ofEmployer(employer.id, { limit: mostVacancies });
  const vacancies = await Promise.all(items.map(({ vacancyId }) => deps.store.vacancies.vacancy(vacancyId)));
  return {
    employer: describeEmployer(employer),
    acts: employerOffers(staff, employer),
    vacancies: vacancies.flatMap((vacancy) => (vacancy && isSeenBy(vacancy, staff.officeId) ? [vacancy] : [])),
  };
};

/** An employer as officers read it. */
export const describeEmployer = (employer: Employer) => ({
  ...employer,
  npwpLast4: employer.npwp?.last4,
  contact: withNumbers(employer.contact),
  otherContacts: employer.otherContacts?.map(withNumbers),
});

const withNumbers = (contact: Contact) => ({ ...contact, numbers: numbersOf(contact) });
