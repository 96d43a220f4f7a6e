/** What an employer is told of a candidate and of the reasons for a proposal. */
import type { Certificate } from "../certificates/certificate.ts";
import { mentionsCorrections } from "../reference/correctional-words.ts";
import { type PointSource, pointSources } from "./points.ts";

/** Without what a test or a trainer said of the client's aptitude: that is the client's own matter. */
export type SourceForEmployers = Exclude<PointSource, "APTITUDE">;

const isForEmployers = (source: PointSource): source is SourceForEmployers => source !== "APTITUDE";

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
 * The schemes of certificates that an employer may be told of: of competence, found competent and verified. A training names
 * who held it and for whom. A scheme with a word of the correctional system is left out and not refused when it is recorded,
 * since a certificate has to be recorded under the name that is printed on it.
 */
export const schemesForEmployers = (certificates: readonly Certificate[]): readonly string[] =>
  certificates
    .filter(
      (certificate) =>
        certificate.kind === "COMPETENCE" && certificate.result === "COMPETENT" && certificate.verifiedAt !== undefined,
    )
    .map((certificate) => certificate.scheme)
    .filter((scheme) => !mentionsCorrections(scheme));
