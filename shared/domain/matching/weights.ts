/** The published weights: how many points each reason gives, and where the bands of fit begin. Data, with a version. */
import * as z from "zod";

const points = z.int().min(0).max(1000);

const matchingWeights = z.strictObject({
  /** Under which these weights were published; it stands in every ranking and every round. */
  version: z.string().min(1).max(40),
  /** At most, for what the certificates prove: everything that is demanded, or the share of the skills. */
  certificate: points,
  /** At most, by the share of the vacancy's skills that the client has. */
  skills: points,
  /** For an interest in one of the vacancy's skills. */
  interest: points,
  /** For an aptitude found for one of the vacancy's skills. */
  aptitude: points,
  /** By how near the vacancy is; further away gives none. */
  distance: z.strictObject({ ownRegency: points, ownProvince: points, neighbouringProvince: points }),
  /** For each year beyond what is asked, up to so many years. */
  experience: z.strictObject({ perYear: points, mostYears: z.int().min(0).max(60) }),
  /** For each whole percent above the minimum wage that binds the employer. */
  wage: z.strictObject({ perPercent: points, most: points }),
  /** For an agreement in force between the client's office and the employer. */
  agreement: points,
  /** Points from which a pair belongs to a band, the best band first; whoever reaches none is in the last one. */
  bands: z.array(z.int().min(1)).max(7),
});
export type MatchingWeights = z.infer<typeof matchingWeights>;

/** The most points that a pair can have. */
export const mostPoints = (w: MatchingWeights): number =>
  w.certificate +
  w.skills +
  w.interest +
  w.aptitude +
  Math.max(w.distance.ownRegency, w.distance.ownProvince, w.distance.neighbouringProvince) +
  w.experience.perYear * w.experience.mostYears +
  w.wage.most +
  w.agreement;

/** The greatest sum that weights may reach: points share a 32-bit number with the number of the vacancy. */
export const greatestSum = 4000;

/** Weights that can be meant. Errors: `weights.sum`, `weights.bands`. */
export const weightsThatCanBeMeant = matchingWeights
  .refine((w) => mostPoints(w) >= 1 && mostPoints(w) <= greatestSum, { error: "weights.sum" })
  .refine((w) => w.bands.every((band, at) => at === 0 || band < (w.bands[at - 1] ?? 0)), {
    path: ["bands"],
    error: "weights.bands",
  });

/**
 * Reads weights and refuses what cannot be meant: a sum over `greatestSum`, and bands that do not fall.
 * Throws a `ZodError` that names the field.
 */
export const parseWeights = (input: unknown): MatchingWeights => weightsThatCanBeMeant.parse(input);

/** The weights that hold where a round names no others. Explained in `docs/matching.md`. */
export const defaultWeights: MatchingWeights = parseWeights({
  version: "2026-11",
  certificate: 300,
  skills: 300,
  interest: 80,
  aptitude: 40,
  distance: { ownRegency: 150, ownProvince: 75, neighbouringProvince: 30 },
  experience: { perYear: 10, mostYears: 5 },
  wage: { perPercent: 1, most: 50 },
  agreement: 50,
  bands: [450],
});

/** The band of a pair: 0 is the best. */
export function bandOf(pairPoints: number, bands: readonly number[]): number {
  const band = bands.findIndex((least) => pairPoints >= least);
  return band === -1 ? bands.length : band;
}
