/** The rankings of a placement, one row each. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";

export const rankingRow = z.object({
  no: z.int(),
  rankedAt: instantSchema,
  /** The version of the weights that gave the points. */
  weights: z.string().default("-"),
  considered: z.int(),
  eligible: z.int().default(0),
  /** The rules that were asked; every proposal has passed all of them. */
  passed: z.array(z.string()).default([]),
  proposals: z.array(
    z.object({
      vacancyId: z.string(),
      employerId: z.string(),
      points: z.int(),
      reasons: z.array(z.object({ source: z.string(), points: z.int() })),
    }),
  ),
  /** How many vacancies each rule refused: what one may tell a client for whom nothing was found. */
  refused: z.record(z.string(), z.int()),
  /** What could not be matched as it stood: certificates of the client, and vacancies. */
  setAside: z.array(z.object({ kind: z.string(), code: z.string(), count: z.int() })).default([]),
  order: z.array(z.string()).optional(),
  reason: z.string().optional(),
});
export type RankingRow = z.infer<typeof rankingRow>;

export function openRankings(db: Database) {
  return {
    ranking: (placementId: string, no: number) => db.get("placements", keys.shortlist(placementId, no), rankingRow),
  };
}
