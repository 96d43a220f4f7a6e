/** Shapes of reports and of the figures that they are made of: of the asker's own office, and without anybody's name. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { followUpStatuses } from "../domain/follow-ups/statuses.ts";
import { placementStatuses } from "../domain/placements/statuses.ts";
import { followedUpDays, funnelStages, stepNames } from "../reports/office-figures/figures.ts";
import { weeklyFigures } from "../reports/office-week/figures.ts";
import { words } from "./fields.ts";

const count = z.int().min(0);

/** A report as it was made, with what was in it. */
export const reportMade = z.object({
  report: z.literal("officeWeek"),
  title: words,
  /** To whom it is sent when it is made. */
  sentTo: z.literal("supervisor"),
  /** The days that it is about, both included. */
  from: localDateSchema,
  to: localDateSchema,
  madeAt: instantSchema,
  figures: weeklyFigures,
});

/** The days that the figures are about, both included, a year at most: from the first day of the year to today, where none are named. */
export const figuresQuery = z.strictObject({ from: localDateSchema.optional(), to: localDateSchema.optional() });

export const officeFigures = z.object({
  now: instantSchema,
  from: localDateSchema,
  to: localDateSchema,
  /** What is under way now, whatever the days. */
  open: count,
  openByStatus: z.array(z.object({ status: z.enum([...placementStatuses, ...followUpStatuses]), words, count })),
  /** How many came to each milestone in these days. */
  reached: weeklyFigures.omit({ open: true, medianDaysToPlacement: true }),
  /** How far the attempts have come by now that were started in these days. */
  funnel: z.array(
    z.object({
      stage: z.enum(funnelStages),
      count,
      /** Of a day after the start of work: for how many it has come by now. */
      due: count.optional(),
    }),
  ),
  /** Whole days from the milestone before to each that was reached in these days; absent where there was no case. */
  steps: z.array(z.object({ step: z.enum(stepNames), cases: count, median: z.number().optional(), p90: z.number().optional() })),
  /** What was found in these days at each day of the follow-up. */
  followUps: z.array(z.object({ day: z.literal(followedUpDays), retained: count, unknown: count })),
  /** For how many the work ended in these days. */
  ended: count,
});
