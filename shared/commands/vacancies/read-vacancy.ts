/** One vacancy with whom to ask about it. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import { isSeenBy } from "../../domain/vacancies/vacancy.ts";
import { describeEmployer } from "../employers/read-employer.ts";
import { vacancyOffers } from "../offers.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for one that stays within another office. */
export const readVacancy: StaffCommand<typeof routes.readVacancy> = async (deps, { staff, params }) => {
  const vacancy = await deps.store.vacancies.vacancy(params.id);
  if (!vacancy || !isSeenBy(vacancy, staff.officeId)) throw notFound("vacancy");
  const employer = await deps.store.employers.employer(vacancy.employerId);
  if (!employer) throw notFound("employer");
  return { vacancy, employer: describeEmployer(employer), acts: vacancyOffers(staff, vacancy) };
};
