/** Whether one pair is a match at all: by the rules, and by what is believed of either. */
import { type SetAsideCode, whyClientAside, whyVacancyAside } from "./engine/set-aside.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "./matching-input.ts";
import { firstFailedRule, firstVacancyRule } from "./rules.ts";

/** Whether a ranking would find the vacancy for the client. */
export const isEligible = (client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms): boolean =>
  firstFailedRule(client, vacancy, terms) === undefined && whyNotBelieved(client, vacancy, terms) === undefined;

/** Why either is set aside, where that is no rule: a vacancy's own rules stand among the failed ones. */
export function whyNotBelieved(
  client: MatchingClient,
  vacancy: MatchingVacancy,
  { today }: MatchingTerms,
): SetAsideCode | undefined {
  const aside = whyVacancyAside(vacancy, today);
  return (aside === firstVacancyRule(vacancy, today) ? undefined : aside) ?? whyClientAside(client, today);
}
