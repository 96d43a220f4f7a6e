/** Ranks the open vacancies within a client's reach for a placement and commits what was found. */
import { hasConsent } from "../../domain/clients/consent.ts";
import { notFound } from "../../domain/errors.ts";
import type { MatchingVacancy } from "../../domain/matching/matching-input.ts";
import { rankVacancies } from "../../domain/matching/rank-vacancies.ts";
import { firstFailedRule, ruleCodes } from "../../domain/matching/rules.ts";
import { defaultWeights } from "../../domain/matching/weights.ts";
import type { Office } from "../../domain/offices/office.ts";
import { type Placement, postsNotToBeHad } from "../../domain/placements/placement.ts";
import { noteRanking, wake } from "../../domain/placements/ranking.ts";
import { system } from "../../domain/process/actor.ts";
import { type Ranking, rankingPut } from "../../store/rankings.ts";
import type { Deps } from "../deps.ts";
import { changePlacement } from "../process/change-process.ts";
import { type ProcessStatusNow, processStatus } from "../process/process-status.ts";
import { matchingClientOf, termsOf } from "./matching-facts.ts";
import { readOpenVacancies } from "./open-vacancies.ts";

/** What a ranking found, before it has a number and a moment. */
export type RankingResult = Omit<Ranking, "no" | "rankedAt">;

/** The ranking of a placement's client over the open vacancies within reach. Reads only. */
export async function rankForPlacement(deps: Deps, placement: Placement, office: Office): Promise<RankingResult> {
  const client = (await deps.store.clients.client(placement.clientId))?.state;
  if (!client) throw notFound("client");
  const [matchingClient, terms] = await Promise.all([matchingClientOf(deps, client, placement), termsOf(deps, office)]);
  const refused: Record<string, number> = {};
  const left: MatchingVacancy[] = [];
  const gone = new Set(postsNotToBeHad(placement));
  let considered = 0;
  // A page is looked through as it comes, and only what is left of it is kept: the country's vacancies need no memory of their own.
  await readOpenVacancies(deps, matchingClient, terms.today, (page) => {
    considered += page.length;
    for (const vacancy of page) {
      const code = gone.has(vacancy.id) ? "EMPLOYER_EXHAUSTED" : firstFailedRule(matchingClient, vacancy, terms);
      if (code) refused[code] = (refused[code] ?? 0) + 1;
      else left.push(vacancy);
    }
  });
  const { ranked, eligible, setAside } = rankVacancies(matchingClient, left, terms, { weights: defaultWeights });
  const aside = Map.groupBy(setAside, ({ kind, code }) => `${kind} ${code}`);
  return {
    weights: defaultWeights.version,
    considered,
    eligible,
    proposals: ranked,
    passed: ruleCodes,
    refused,
    setAside: [...aside.values()].flatMap((all) => all.slice(0, 1).map(({ kind, code }) => ({ kind, code, count: all.length }))),
  };
}

/** What is found for a client who does not consent to matching. */
const rankingWithoutConsent: RankingResult = {
  weights: defaultWeights.version,
  considered: 0,
  eligible: 0,
  proposals: [],
  passed: [],
  refused: { PROFILING_CONSENT_MISSING: 1 },
  setAside: [],
};

/** The task of the state RANKING: idempotent, since a placement that has gone on is left as it is. */
export async function rankPlacement(deps: Deps, placementId: string): Promise<ProcessStatusNow> {
  const stored = await deps.store.processes.placement(placementId);
  if (!stored) throw notFound("placement");
  const { status, officeId, clientId } = stored.state;
  // Waiting already: this is another try of a task that stopped between its commit and its second look.
  if (status !== "RANKING" && status !== "AWAITING_VACANCY") return processStatus(deps, placementId);
  const office = await deps.store.offices.office(officeId);
  if (!office) throw notFound("office");
  const mayMatch = hasConsent(await deps.store.consents.ofClient(clientId), "PROFILING");
  if (status === "AWAITING_VACANCY") {
    if (mayMatch) await lookOnceMore(deps, stored.state, office);
    return processStatus(deps, placementId);
  }
  const result = mayMatch ? await rankForPlacement(deps, stored.state, office) : rankingWithoutConsent;
  await changePlacement(
    deps,
    placementId,
    {
      actor: system,
      alsoWrites: (_loaded, after) => [rankingPut(placementId, { no: after.shortlistNo, rankedAt: deps.now(), ...result })],
    },
    ({ state, context }) => noteRanking(state, result.proposals.length, context),
  );
  if (mayMatch && result.proposals.length === 0) await lookOnceMore(deps, stored.state, office);
  return processStatus(deps, placementId);
}

/**
 * A vacancy that opened while we ranked may have looked for waiting placements before this one was among them. So after the
 * placement waits, look again: what opened before is seen now, and what opens later will find it waiting.
 */
async function lookOnceMore(deps: Deps, placement: Placement, office: Office): Promise<void> {
  const again = await rankForPlacement(deps, placement, office);
  if (again.proposals.length === 0) return;
  await changePlacement(deps, placement.id, { actor: system }, ({ state, context }) => wake(state, context));
}
