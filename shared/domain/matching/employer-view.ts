/** What an employer is told of a candidate and of the reasons for a proposal. */
import type { Certificate } from "../certificates/certificate.ts";
import { findScheme, unitTitle } from "../reference/competence-catalogue.ts";
import { type PointSource, pointSources } from "./points.ts";

/**
 * Without what a test or a trainer said of the client's aptitude, which is the client's own matter; and without the wage: that an
 * employer pays well says nothing of the candidate.
 */
export type SourceForEmployers = Exclude<PointSource, "APTITUDE" | "WAGE">;

const isForEmployers = (source: PointSource): source is SourceForEmployers => source !== "APTITUDE" && source !== "WAGE";

/** The sources that an employer may be told of. */
export const sourcesForEmployers: readonly SourceForEmployers[] = pointSources.filter(isForEmployers);

/**
 * The reasons that an employer may be told of. An agreement in force is one with the Bapas: an employer who is told of it
 * knows who asks, so it is named only where the client allowed that.
 */
export const reasonsForEmployers = <T extends { readonly source: string }>(
  reasons: readonly T[],
  { discloseBapas }: { readonly discloseBapas: boolean },
): readonly T[] =>
  reasons.filter(
    ({ source }) => sourcesForEmployers.some((allowed) => allowed === source) && (discloseBapas || source !== "AGREEMENT"),
  );

/**
 * What an employer may be told of certificates: those of competence, found competent and verified; their schemes by the names of
 * the catalogue, and their units in its words. A training names who held it and for whom, and is not told of.
 */
export const competencesForEmployers = (certificates: readonly Certificate[]): readonly string[] => {
  const shown = certificates.filter(
    (certificate) =>
      certificate.kind === "COMPETENCE" && certificate.result === "COMPETENT" && certificate.verifiedAt !== undefined,
  );
  return [...new Set(shown.flatMap(({ scheme, units }) => [...[findScheme(scheme) ?? []].flat(), ...units.map(unitTitle)]))];
};
