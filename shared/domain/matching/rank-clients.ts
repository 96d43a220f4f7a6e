/** The best clients of one office for one vacancy, each with its points and where they come from. */
import { bestClients } from "./engine/best-clients.ts";
import { compileClients } from "./engine/client-columns.ts";
import { indexVacancies } from "./engine/vacancy-index.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";
import { type Points, pointsOf, sumOf } from "./points.ts";
import { defaultWeights, type MatchingWeights } from "./weights.ts";

export type RankedClient = { readonly clientId: string; readonly points: number; readonly reasons: readonly Points[] };

export type ClientRanking = {
  /** Best first; of equal points the one who waits longer. */
  readonly ranked: readonly RankedClient[];
  /** How many are eligible. */
  readonly eligible: number;
};

/**
 * The k best eligible clients. The same input, in any order, gives the same ranking.
 * @param terms those of the office to which all these clients belong
 */
export function rankClients(
  vacancy: MatchingVacancy,
  clients: readonly MatchingClient[],
  terms: MatchingTerms,
  { k = 10, weights = defaultWeights }: { readonly k?: number; readonly weights?: MatchingWeights } = {},
): ClientRanking {
  const index = indexVacancies([vacancy], terms.today, weights);
  if (index.count === 0) return { ranked: [], eligible: 0 };
  const columns = compileClients(clients, index, new Map(clients.map((client) => [client.officeId, terms])));
  const best = bestClients(index, columns, k);
  const taken = best.of(0);
  const byId = new Map(clients.map((client) => [client.id, client]));
  const ranked = Array.from(best.clients.subarray(0, taken)).flatMap((at) => {
    const client = byId.get(columns.ids[at] ?? "");
    if (!client) return [];
    const reasons = pointsOf(client, vacancy, terms, weights);
    return [{ clientId: client.id, points: sumOf(reasons), reasons }];
  });
  return { ranked, eligible: best.eligible() };
}
