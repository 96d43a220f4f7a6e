/** Whether a vacancy that opened is something for a placement that waits for one. */

import { isEligible } from "../../domain/matching/eligibility.ts";
import { toMatchingVacancy } from "../../domain/matching/from-records.ts";
import type { MatchingTerms } from "../../domain/matching/matching-input.ts";
import { isSeenBy, type Vacancy } from "../../domain/vacancies/vacancy.ts";
import type { Deps } from "../deps.ts";
import { matchingClientOf, termsOf } from "./matching-facts.ts";

/** Prepares the question about one vacancy; what its employer and each office bring to it is read once. */
export async function fitsWaiting(deps: Deps, vacancy: Vacancy): Promise<(placementId: string) => Promise<boolean>> {
  const employer = await deps.store.employers.employer(vacancy.employerId);
  const terms = new Map<string, MatchingTerms | undefined>();
  const termsOfOffice = async (officeId: string): Promise<MatchingTerms | undefined> => {
    if (terms.has(officeId)) return terms.get(officeId);
    const office = await deps.store.offices.office(officeId);
    const found = office && (await termsOf(deps, office));
    terms.set(officeId, found);
    return found;
  };
  return async (placementId) => {
    const placement = (await deps.store.processes.placement(placementId))?.state;
    if (placement?.status !== "AWAITING_VACANCY" || !isSeenBy(vacancy, placement.officeId)) return false;
    const ofOffice = await termsOfOffice(placement.officeId);
    const client = (await deps.store.clients.client(placement.clientId))?.state;
    if (!ofOffice || !client) return false;
    return isEligible(
      await matchingClientOf(deps, client, placement),
      toMatchingVacancy(vacancy, employer, ofOffice.today),
      ofOffice,
    );
  };
}
