/** What is open to a client now, and what one more certificate would open. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import { findRegency } from "../../domain/identifiers/regions.ts";
import { countOpportunities } from "../../domain/matching/opportunities.ts";
import { missingText } from "../../messages/matching.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";
import { currentAttempt, matchingClientOf, requireProfiling, termsOf } from "./matching-facts.ts";
import { readOpenVacancies } from "./open-vacancies.ts";

/** Errors: NOT_FOUND, GATE_FAILED without consent to profiling. */
export const readOpportunities: StaffCommand<typeof routes.readOpportunities> = async (deps, { staff, params }) => {
  const client = (await deps.store.clients.client(params.id))?.state;
  requireReach(staff, "readMatching", client, "client");
  if (!client) throw notFound("client");
  await requireProfiling(deps, client.id);
  const terms = await termsOf(deps, await officeOf(deps, staff));
  const matchingClient = await matchingClientOf(deps, client, await currentAttempt(deps, client));
  const counter = countOpportunities(matchingClient, terms);
  await readOpenVacancies(deps, matchingClient, terms.today, (page) => {
    for (const vacancy of page) counter.add(vacancy);
  });
  const { considered, eligible, openings, openingsInAll } = counter.result();
  return {
    today: terms.today,
    considered,
    eligible,
    openingsInAll,
    openings: openings.map(({ certificate, vacancies, seats, regions }) => ({
      certificate: { ...certificate, units: certificate.kind === "UNITS" ? [...certificate.units] : undefined },
      text: missingText(certificate),
      vacancies,
      seats,
      regions: regions.map((region) => ({ ...region, name: findRegency(region.regencyCode)?.name ?? region.regencyCode })),
    })),
  };
};
