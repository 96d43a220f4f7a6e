/** What an office's work amounts to over any stretch of time: counted from its placements and what follows them up, nothing else. */
import type { Instant } from "../../domain/calendar/instant.ts";
import { addCalendarDays, type LocalDate } from "../../domain/calendar/local-date.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import { followUpStatuses } from "../../domain/follow-ups/statuses.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { placementStatuses } from "../../domain/placements/statuses.ts";
import { isUnderWay, type Process } from "../../domain/processes.ts";
import { countWeek, median } from "../office-week/figures.ts";

/** How far an attempt may come, in order: by its milestones, and by the days at which somebody was still at work. */
export const funnelStages = [
  "started",
  "certified",
  "shortlisted",
  "answered",
  "placed",
  "retained30",
  "retained90",
  "retained180",
] as const;

const milestones = [
  "startedAt",
  "certifiedAt",
  "shortlistedAt",
  "answeredAt",
  "placedAt",
] as const satisfies readonly (keyof Placement["milestones"])[];

/** The steps from one milestone to the next, named by the one that they lead to. */
export const stepNames = ["certified", "shortlisted", "answered", "placed"] as const;

export const followedUpDays = [30, 90, 180] as const;

/** Counts what happened in [from, to), and what is under way now. @param today in the office's zone */
export function countOffice(
  placements: readonly Placement[],
  followUps: readonly FollowUp[],
  [from, to]: readonly [Instant, Instant],
  today: LocalDate,
) {
  const within = (at: Instant | undefined): boolean => at !== undefined && from <= at && at < to;
  const { open, medianDaysToPlacement: _, ...reached } = countWeek(placements, followUps, from, to);
  return {
    open,
    openByStatus: openByStatus([...placements, ...followUps]),
    reached,
    funnel: funnelOf(
      placements.filter((placement) => within(placement.milestones.startedAt)),
      followUps,
      today,
    ),
    steps: stepNames.map((step, at) => ({ step, ...daysOf(placements, at + 1, within) })),
    followUps: followedUpDays.map((day) => {
      const found = followUps.flatMap(({ days }) => days.filter((one) => one.day === day && within(one.at)));
      const retained = found.filter(({ outcome }) => outcome === "RETAINED").length;
      return { day, retained, unknown: found.length - retained };
    }),
    ended: followUps.filter(({ status, endedAt }) => status === "ENDED" && within(endedAt)).length,
  };
}

/** What is under way, by status, in the order in which a placement goes through them; those with nothing are left out. */
const openByStatus = (processes: readonly Process[]) =>
  [...placementStatuses, ...followUpStatuses].flatMap((status) => {
    const count = processes.filter((process) => process.status === status && isUnderWay(process)).length;
    return count > 0 ? [{ status, count }] : [];
  });

/**
 * How many of these attempts came how far: whoever has come further was there, too, even where the step was left out. `due`: for how
 * many a day of the follow-up has come by now; none: nothing can be said yet of those who stay.
 */
function funnelOf(started: readonly Placement[], followUps: readonly FollowUp[], today: LocalDate) {
  const followed = new Map(followUps.map((followUp) => [followUp.placementId, followUp]));
  const furthest = started.map(({ id, milestones: reached }) => {
    const days = longestStay(followed.get(id));
    const settled = followedUpDays.filter((day) => day <= days).length;
    return settled > 0 ? milestones.length - 1 + settled : milestones.findLastIndex((name) => reached[name] !== undefined);
  });
  const hasCome = (day: number, followUp: FollowUp | undefined): boolean =>
    followUp !== undefined && (addCalendarDays(followUp.startedOn, day) <= today || longestStay(followUp) >= day);
  return funnelStages.map((stage, at) => {
    const day = followedUpDays[at - milestones.length];
    const count = furthest.filter((one) => one >= at).length;
    return day === undefined
      ? { stage, count }
      : { stage, count, due: started.filter(({ id }) => hasCome(day, followed.get(id))).length };
  });
}

/** The last day at which somebody was found still at work; none: 0. */
const longestStay = (followUp: FollowUp | undefined): number =>
  followUp?.days.reduce((most, { day, outcome }) => (outcome === "RETAINED" ? Math.max(most, day) : most), 0) ?? 0;

/** How many whole days it took to come to a milestone in the stretch, from the one before that was reached. */
function daysOf(placements: readonly Placement[], to: number, within: (at: Instant | undefined) => boolean) {
  const days = placements.flatMap(({ milestones: reached }) => {
    const name = milestones[to];
    const at = name && reached[name];
    const from = milestones
      .slice(0, to)
      .map((before) => reached[before])
      .findLast((moment) => moment !== undefined);
    if (at === undefined || from === undefined || !within(at)) return [];
    return [Math.max(0, Math.floor((Date.parse(at) - Date.parse(from)) / 86_400_000))];
  });
  return spreadOf(days);
}

/** Nine in ten of fewer than ten would be all of them, and say more than is known. */
const leastForNinety = 10;

/** Half of some numbers of days and nine in ten of them, each where there are enough of them. */
export function spreadOf(days: readonly number[]): { readonly cases: number; readonly median?: number; readonly p90?: number } {
  const sorted = days.toSorted((one, other) => one - other);
  const p90 = sorted.length < leastForNinety ? undefined : sorted[Math.ceil(sorted.length * 0.9) - 1];
  return {
    cases: sorted.length,
    ...(sorted.length === 0 ? {} : { median: median(sorted) }),
    ...(p90 === undefined ? {} : { p90 }),
  };
}
