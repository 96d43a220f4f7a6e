/** The rankings of a placement, one row each. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import type { Database, Write } from "./dynamodb.ts";
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

/** What a ranking found, as it is kept beside the placement: codes, ids and numbers. */
export type Ranking = {
  readonly no: number;
  readonly rankedAt: Instant;
  readonly weights: string;
  readonly considered: number;
  readonly eligible: number;
  readonly proposals: readonly {
    readonly vacancyId: string;
    readonly employerId: string;
    readonly points: number;
    readonly reasons: readonly { readonly source: string; readonly points: number }[];
  }[];
  /** The rules that were asked; every proposal has passed all of them. */
  readonly passed: readonly string[];
  /** How many vacancies each rule was the first to refuse. */
  readonly refused: Readonly<Record<string, number>>;
  /** What could not be matched as it stood: certificates of the client, and vacancies that no rule had refused. */
  readonly setAside: readonly { readonly kind: string; readonly code: string; readonly count: number }[];
};

/** Keeps what a ranking found. */
export const rankingPut = (placementId: string, ranking: Ranking): Write => ({
  label: "proposals",
  table: "placements",
  kind: "put",
  item: { ...keys.shortlist(placementId, ranking.no), ...ranking },
});

/** Keeps with a ranking which of its proposals were approved, in which order and why. */
export const approvedOrder = (placementId: string, no: number, order: readonly string[], reason: string): Write => ({
  label: "proposals",
  table: "placements",
  kind: "update",
  key: keys.shortlist(placementId, no),
  update: "SET #order = :order, #reason = :reason",
  names: { "#order": "order", "#reason": "reason" },
  values: { ":order": [...order], ":reason": reason },
});

export function openRankings(db: Database) {
  return {
    ranking: (placementId: string, no: number) => db.get("placements", keys.shortlist(placementId, no), rankingRow),
    /** Up to a hundred, in the order that is asked. */
    rankings: (of: readonly { readonly placementId: string; readonly no: number }[]) =>
      db.getMany(
        "placements",
        of.map(({ placementId, no }) => keys.shortlist(placementId, no)),
        rankingRow,
      ),
  };
}
