/** What an office's week amounts to: counted from the milestones of its placements, nothing else. */
import * as z from "zod";
import type { Instant } from "../../domain/calendar/instant.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { isUnderWay } from "../../domain/processes.ts";

export const weeklyFigures = z.object({
  started: z.int(),
  certified: z.int(),
  shortlisted: z.int(),
  answered: z.int(),
  placed: z.int(),
  /** Placed in the week by the word of one member of staff alone, and vouched for by nobody yet. */
  placedUnverified: z.int().default(0),
  retained30: z.int(),
  retained90: z.int(),
  retained180: z.int(),
  open: z.int(),
  /** Median of whole days from start to placement among those placed in the week; -1 where nobody was. */
  medianDaysToPlacement: z.number(),
});
export type WeeklyFigures = z.infer<typeof weeklyFigures>;

/** Counts milestones in [from, to). */
export function countWeek(
  placements: readonly Placement[],
  followUps: readonly FollowUp[],
  from: Instant,
  to: Instant,
): WeeklyFigures {
  const inWeek = (at: Instant | undefined): boolean => at !== undefined && from <= at && at < to;
  const reached = (milestone: keyof Placement["milestones"]): Placement[] =>
    placements.filter((placement) => inWeek(placement.milestones[milestone]));
  const retained = (day: number): number =>
    followUps.filter((followUp) =>
      followUp.days.some((found) => found.day === day && found.outcome === "RETAINED" && inWeek(found.at)),
    ).length;
  const placedNow = reached("placedAt");
  // What one alone recorded counts once somebody else has vouched for it, in the week in which that happens.
  const placed = [
    ...placedNow.filter(({ unverified, milestones }) => !unverified && !milestones.verifiedAt),
    ...reached("verifiedAt"),
  ];
  return {
    started: reached("startedAt").length,
    certified: reached("certifiedAt").length,
    shortlisted: reached("shortlistedAt").length,
    answered: reached("answeredAt").length,
    placed: placed.length,
    placedUnverified: placedNow.filter(({ unverified }) => unverified).length,
    retained30: retained(30),
    retained90: retained(90),
    retained180: retained(180),
    open: placements.filter((placement) => isUnderWay(placement)).length,
    medianDaysToPlacement: median(
      placed.map((placement) => daysBetween(placement.milestones.startedAt, placement.milestones.placedAt ?? to)),
    ),
  };
}

const daysBetween = (from: Instant, to: Instant): number => Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The middle of a list, the mean of the two middle ones where there are two; -1 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return -1;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
