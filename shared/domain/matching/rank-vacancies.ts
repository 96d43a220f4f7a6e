/** The best vacancies for one client, each with its points and where they come from. */
import { bestVacancies } from "./engine/best-vacancies.ts";
import { compileClients } from "./engine/client-columns.ts";
import type { SetAside } from "./engine/set-aside.ts";
import { indexVacancies } from "./engine/vacancy-index.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";
import { type Points, pointsOf, sumOf } from "./points.ts";
import { firstFailedRule, type RuleCode } from "./rules.ts";
import { defaultWeights, type MatchingWeights } from "./weights.ts";

export type RankedVacancy = {
  readonly vacancyId: string;
  readonly employerId: string;
  readonly points: number;
  readonly reasons: readonly Points[];
};

export type Ranking = {
  /** Best first; of equal points the vacancy that was recorded earlier. */
  readonly ranked: readonly RankedVacancy[];
  /** How many the client is eligible for. */
  readonly eligible: number;
  readonly setAside: readonly SetAside[];
};

/** The k best eligible vacancies. The same input, in any order, gives the same ranking. */
export function rankVacancies(
  client: MatchingClient,
  vacancies: readonly MatchingVacancy[],
  terms: MatchingTerms,
  { k = 10, weights = defaultWeights }: { readonly k?: number; readonly weights?: MatchingWeights } = {},
): Ranking {
  const index = indexVacancies(vacancies, terms.today, weights);
  const clients = compileClients([client], index, new Map([[client.officeId, terms]]));
  const best = bestVacancies(index, clients, k);
  const taken = clients.count === 0 ? 0 : best.of(0);
  const byId = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  const ranked = Array.from(best.vacancies.subarray(0, taken)).flatMap((at) => {
    const vacancy = byId.get(index.ids[at] ?? "");
    if (!vacancy) return [];
    const reasons = pointsOf(client, vacancy, terms, weights);
    return [{ vacancyId: vacancy.id, employerId: vacancy.employerId, points: sumOf(reasons), reasons }];
  });
  return { ranked, eligible: clients.count === 0 ? 0 : best.eligible(), setAside: [...index.setAside, ...clients.setAside] };
}

/** How many vacancies each rule was the first to refuse; who is eligible is counted nowhere. */
export function countRefusals(
  client: MatchingClient,
  vacancies: Iterable<MatchingVacancy>,
  terms: MatchingTerms,
): Readonly<Partial<Record<RuleCode, number>>> {
  const refused: Partial<Record<RuleCode, number>> = {};
  for (const vacancy of vacancies) {
    const code = firstFailedRule(client, vacancy, terms);
    if (code) refused[code] = (refused[code] ?? 0) + 1;
  }
  return refused;
}
