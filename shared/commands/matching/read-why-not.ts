/** Why a vacancy is, or is not, something for a client. */
import type { routes } from "../../api/routes.ts";
import type { Client } from "../../domain/clients/client.ts";
import { notFound } from "../../domain/errors.ts";
import { explainPair } from "../../domain/matching/why-not.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import type { Deps } from "../deps.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";
import { gateFailures } from "./gate-facts.ts";
import { currentAttempt, matchingClientOf, matchingVacancyOf, requireProfiling, termsOf } from "./matching-facts.ts";
import { reasonsWithTexts, refusalWithText } from "./with-texts.ts";

/** Errors: NOT_FOUND for a client of another office and for an unknown vacancy, GATE_FAILED without consent to profiling. */
export const readWhyNot: StaffCommand<typeof routes.readWhyNot> = async (deps, { staff, query }) => {
  const client = (await deps.store.clients.client(query.client))?.state;
  requireReach(staff, "readMatching", client, "client");
  if (!client) throw notFound("client");
  await requireProfiling(deps, client.id);
  const office = await officeOf(deps, staff);
  const [current, terms] = await Promise.all([currentAttempt(deps, client), termsOf(deps, office)]);
  const [matchingClient, matchingVacancy] = await Promise.all([
    matchingClientOf(deps, client, current),
    matchingVacancyOf(deps, query.vacancy, { officeId: staff.officeId, today: terms.today }),
  ]);
  const { eligible, setAside, failed, points, reasons } = explainPair(matchingClient, matchingVacancy, terms);
  // As a ranking counts: what a rule refuses is counted under the rule, and only the rest as set aside.
  const codes = [...failed, ...(setAside ? [setAside] : [])];
  const [first] = codes;
  return {
    eligible,
    first: first && refusalWithText(first),
    failed: codes.map(refusalWithText),
    warnings: (await besides(deps, client, office, query.vacancy, codes)).map(refusalWithText),
    points,
    reasons: reasonsWithTexts(reasons),
    ranking: current && (await inNewestRanking(deps, current, query.vacancy)),
  };
};

/** What the gates would say besides what the rules have said. */
async function besides(deps: Deps, client: Client, office: Office, vacancyId: string, said: readonly string[]) {
  const vacancy = await deps.store.vacancies.vacancy(vacancyId);
  const failures = vacancy ? await gateFailures(deps, client, office, [vacancy]) : [];
  return failures.map(({ code }) => code).filter((code) => !said.includes(code));
}

/** Where the vacancy stood in the newest ranking of an attempt. */
async function inNewestRanking(deps: Deps, { id, shortlistNo }: Placement, vacancyId: string) {
  const ranking = shortlistNo > 0 ? await deps.store.rankings.ranking(id, shortlistNo) : undefined;
  if (!ranking) return undefined;
  const at = ranking.proposals.findIndex((proposal) => proposal.vacancyId === vacancyId);
  return { placementId: id, rankedAt: ranking.rankedAt, proposed: at >= 0, rank: at >= 0 ? at + 1 : undefined };
}
