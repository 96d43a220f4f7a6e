/** One agreement, whether it is in force, and what has come of it. */
import type { routes } from "../../api/routes.ts";
import { type Agreement, isInForce } from "../../domain/agreements/agreement.ts";
import { isSeenBy, type Vacancy } from "../../domain/vacancies/vacancy.ts";
import type { Deps } from "../deps.ts";
import { agreementOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** So many vacancies of its employer are looked through, the oldest first. */
const mostVacancies = 100;

/** Errors: NOT_FOUND, also for another office's. */
export const readAgreement: StaffCommand<typeof routes.readAgreement> = async (deps, { staff, params }) => {
  const { state } = await loadRecord(deps, records.agreement, { staff, action: "readAgreements", id: params.id });
  const [office, employer] = await Promise.all([officeOf(deps, staff), deps.store.employers.employer(state.employerId)]);
  return {
    agreement: state,
    employerName: employer?.legalName ?? "-",
    acts: agreementOffers(staff, state),
    inForce: isInForce(state, todayIn(office, deps.now())),
    vacancies: await vacanciesUnder(deps, state, staff.officeId),
  };
};

async function vacanciesUnder(deps: Deps, { id, employerId }: Agreement, officeId: string): Promise<Vacancy[]> {
  const { items } = await deps.store.vacancies.ofEmployer(employerId, { limit: mostVacancies });
  const found = await Promise.all(items.map(({ vacancyId }) => deps.store.vacancies.vacancy(vacancyId)));
  return found.flatMap((vacancy) => (vacancy && vacancy.agreementId === id && isSeenBy(vacancy, officeId) ? [vacancy] : []));
}
