/** Any one pair, explained: eligible with its points, or every reason why not. */
import { whyNotBelieved } from "./eligibility.ts";
import type { SetAsideCode } from "./engine/set-aside.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";
import { type Points, pointsOf, sumOf } from "./points.ts";
import { failedRules, type RuleCode } from "./rules.ts";
import { defaultWeights, type MatchingWeights } from "./weights.ts";

export type ExplainedPair = {
  readonly eligible: boolean;
  /** Why one of the two takes no part in matching at all: what it says is not believed. The reason that counts where no rule failed. */
  readonly setAside?: SetAsideCode | undefined;
  /** Every rule that failed, in the order in which they are asked: the first one is the reason that a ranking counts. */
  readonly failed: readonly RuleCode[];
  /** The sum and its sources; nothing where the client is not eligible. */
  readonly points: number;
  readonly reasons: readonly Points[];
};

/** Explains a pair by the same rules and points as every ranking. */
export function explainPair(
  client: MatchingClient,
  vacancy: MatchingVacancy,
  terms: MatchingTerms,
  weights: MatchingWeights = defaultWeights,
): ExplainedPair {
  const setAside = whyNotBelieved(client, vacancy, terms);
  const failed = failedRules(client, vacancy, terms);
  const eligible = setAside === undefined && failed.length === 0;
  const reasons = eligible ? pointsOf(client, vacancy, terms, weights) : [];
  return { eligible, setAside, failed, points: sumOf(reasons), reasons };
}
