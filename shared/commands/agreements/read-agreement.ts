/** One agreement, how it stands, and what has come of it. */
import type { routes } from "../../api/routes.ts";
import { type Agreement, isEmployer, isInForce, partiesOf, standingOn } from "../../domain/agreements/agreement.ts";
import { isSeenBy, type Vacancy } from "../../domain/vacancies/vacancy.ts";
import { batchesIn } from "../../store/batches.ts";
import type { Deps } from "../deps.ts";
import { agreementOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { partiesByName } from "./parties.ts";

/** So many vacancies of each of its employers are looked through, the oldest first. */
const mostVacancies = 100;

/** Errors: NOT_FOUND, also for another office's. */
export const readAgreement: StaffCommand<typeof routes.readAgreement> = async (deps, { staff, params }) => {
  const { state } = await loadRecord(deps, records.agreement, { staff, action: "readAgreements", id: params.id });
  const office = await officeOf(deps, staff);
  const today = todayIn(office, deps.now());
  const [namesOf, batches, vacancies] = await Promise.all([
    partiesByName(deps, office, [state], today),
    batchesIn(deps.store.database).ofAgreement(state.id),
    vacanciesUnder(deps, state, staff.officeId),
  ]);
  const parties = [...namesOf(state)];
  return {
    agreement: state,
    parties,
    employerName: parties.find(({ kind }) => kind === "EMPLOYER")?.name,
    acts: agreementOffers(staff, state),
    inForce: isInForce(state, today),
    standing: standingOn(state, today),
    vacancies,
    delivered: {
      trainingSeats: batches.reduce((sum, { seats }) => sum + seats, 0),
      certificates: batches.reduce((sum, { certificates }) => sum + certificates, 0),
      jobs: vacancies.reduce((sum, { seats, seatsFree }) => sum + seats - seatsFree, 0),
    },
  };
};

async function vacanciesUnder(deps: Deps, agreement: Agreement, officeId: string): Promise<Vacancy[]> {
  const { vacancies } = deps.store;
  const listed = await Promise.all(
    partiesOf(agreement)
      .filter(isEmployer)
      .map((employerId) => vacancies.ofEmployer(employerId, { limit: mostVacancies })),
  );
  const found = await Promise.all(listed.flatMap(({ items }) => items).map(({ vacancyId }) => vacancies.vacancy(vacancyId)));
  return found.flatMap((vacancy) =>
    vacancy && vacancy.agreementId === agreement.id && isSeenBy(vacancy, officeId) ? [vacancy] : [],
  );
}
