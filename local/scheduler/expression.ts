import cronParser from "aws-cron-parser";
import { momentOfWallTime, wallTimeOf } from "./zoned-time.ts";

/** When a schedule fires. All moments are epoch milliseconds. */
export type Timing = {
  /** The first moment after another; undefined: never again. */
  readonly next: (after: number) => number | undefined;
  /** How often it fires, in milliseconds, where it does so at an even rate; else undefined. */
  readonly interval?: number;
};

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Reads rate(…), cron(…) or at(…) of EventBridge Scheduler. A rate counts from `start` (epoch ms).
 * Times that a zone skips when clocks are turned forward are left out, as Scheduler does.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function readExpression(expression: string, timeZone: string, start: number): Timing {
  const [, kind, inner = ""] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === "rate") return readRate(expression, inner, start);
  if (kind === "cron") return readCron(inner, timeZone);
  if (kind === "at") return readAt(expression, inner, timeZone);
  throw new Error(`The schedule expression ${expression} is neither rate(…), cron(…) nor at(…)`);
}

function readRate(expression: string, inner: string, start: number): Timing {
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(inner.trim()) ?? [];
  if (count === undefined || (unit !== "minute" && unit !== "hour" && unit !== "day") || Number(count) === 0) {
    throw new Error(`The schedule expression ${expression} is not a rate`);
  }
  const interval = Number(count) * units[unit];
  return { interval, next: (after) => start + (Math.floor(Math.max(0, after - start) / interval) + 1) * interval };
}

function readCron(inner: string, timeZone: string): Timing {
  const cron = cronParser.parse(inner);
  return {
    next: (after) => {
      let wall = wallTimeOf(after, timeZone);
      // A time that is skipped, or that has already come once, leads on to the one after it.
      for (let tries = 0; tries < 100; tries += 1) {
        const found = cronParser.next(cron, new Date(wall));
        if (!found) return undefined;
        wall = found.getTime();
        const moment = momentOfWallTime(wall, timeZone);
        if (moment !== undefined && moment > after) return moment;
      }
      return undefined;
    },
  };
}

function readAt(expression: string, inner: string, timeZone: string): Timing {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(inner) ? Date.parse(`${inner}Z`) : Number.NaN;
  if (Number.isNaN(wall)) throw new Error(`The schedule expression ${expression} is not a moment (yyyy-mm-ddThh:mm:ss)`);
  const moment = momentOfWallTime(wall, timeZone);
  return { next: (after) => (moment !== undefined && moment > after ? moment : undefined) };
}
