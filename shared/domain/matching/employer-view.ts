/** What an employer is told of the reasons for a proposal. */
import { type PointSource, pointSources } from "./points.ts";

/** Without what a test or a trainer said of the client's aptitude: that is the client's own matter. */
export type SourceForEmployers = Exclude<PointSource, "APTITUDE">;

const isForEmployers = (source: PointSource): source is SourceForEmployers => source !== "APTITUDE";

/** The sources that an employer may be told of. */
export const sourcesForEmployers: readonly SourceForEmployers[] = pointSources.filter(isForEmployers);

/** The reasons that an employer may be told of. */
export const reasonsForEmployers = <T extends { readonly source: string }>(reasons: readonly T[]): readonly T[] =>
  reasons.filter(({ source }) => sourcesForEmployers.some((one) => one === source));
