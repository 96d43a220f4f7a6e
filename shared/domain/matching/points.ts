/** The points of an eligible pair: whole numbers, each with its source. */

import { nearness } from "../reference/reach.ts";
import { distinct, type MatchingClient, type MatchingTerms, type MatchingVacancy } from "./matching-input.ts";
import { hasSkill, isCertified } from "./rules.ts";
import type { MatchingWeights } from "./weights.ts";

/** Where points come from. */
export const pointSources = [
  "CERTIFICATE",
  "SKILLS",
  "INTEREST",
  "APTITUDE",
  "DISTANCE",
  "EXPERIENCE",
  "WAGE",
  "AGREEMENT",
] as const;
export type PointSource = (typeof pointSources)[number];
export type Points = { readonly source: PointSource; readonly points: number };

/**
 * Points of an eligible pair. The engine works them out once more on columns, each term under its source's name, in
 * `engine/find-vacancies.ts` and `engine/best-clients.ts`; fixed points of a vacancy in `engine/vacancy-index.ts`. Only
 * sources that gave some, in their order.
 */
export function pointsOf(
  client: MatchingClient,
  vacancy: MatchingVacancy,
  terms: MatchingTerms,
  weights: MatchingWeights,
): readonly Points[] {
  // A skill that is named twice is one skill, as in the index.
  const skills = distinct(vacancy.skills);
  const count = (fits: (skill: string) => boolean): number => skills.filter(fits).length;
  const demandsCertificate = vacancy.certificateRequired || vacancy.units.length > 0;
  const certified = count((skill) => isCertified(client, skill, terms));
  const every: Readonly<Record<PointSource, number>> = {
    CERTIFICATE: demandsCertificate ? weights.certificate : shareOf(weights.certificate, certified, skills.length),
    SKILLS: shareOf(
      weights.skills,
      count((skill) => hasSkill(client, skill, terms)),
      skills.length,
    ),
    INTEREST: skills.some((skill) => client.interests.includes(skill)) ? weights.interest : 0,
    APTITUDE: skills.some((skill) => client.aptitudes.includes(skill)) ? weights.aptitude : 0,
    DISTANCE: {
      OWN_REGENCY: weights.distance.ownRegency,
      PROVINCE: weights.distance.ownProvince,
      NEIGHBOURING_PROVINCES: weights.distance.neighbouringProvince,
      ANYWHERE: 0,
    }[nearness(client.regencyCode, vacancy.regencyCode)],
    EXPERIENCE:
      weights.experience.perYear * Math.min(weights.experience.mostYears, client.experienceYears - vacancy.minExperienceYears),
    WAGE: wagePoints(vacancy, weights),
    AGREEMENT: terms.partners.has(vacancy.employerId) ? weights.agreement : 0,
  };
  return pointSources.map((source) => ({ source, points: every[source] })).filter((reason) => reason.points > 0);
}

/** The sum of a pair's points. */
export const sumOf = (points: readonly Points[]): number => points.reduce((sum, reason) => sum + reason.points, 0);

/** Points for a wage above the minimum, a property of the vacancy alone. */
export function wagePoints(
  { monthlyWage, wageFloor }: Pick<MatchingVacancy, "monthlyWage" | "wageFloor">,
  { wage }: MatchingWeights,
): number {
  if (!monthlyWage || !wageFloor) return 0;
  const percentAbove = Math.floor(((monthlyWage - wageFloor) * 100) / wageFloor);
  return Math.min(wage.most, Math.max(0, percentAbove * wage.perPercent));
}

/** A part of the greatest number of points, rounded down, as `part` of `whole` is; none of nothing. */
export const shareOf = (greatest: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((greatest * part) / whole);
