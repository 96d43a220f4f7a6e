import { setTimeout as sleep } from "node:timers/promises";
import type { Timed } from "../part.ts";
import type { MovableClock } from "./clock.ts";

/** A part as the driver sees it. */
export type DrivenPart = Timed & {
  /** The earliest moment after another that advancing stops for, where it is not `nextDue`. */
  readonly nextJump?: (after: number) => number | undefined | Promise<number | undefined>;
};

export type DriverOptions = {
  readonly clock: MovableClock;
  readonly parts: readonly DrivenPart[];
  /** Runs after each jump, before what is due: schedules of under an hour. */
  readonly onJump?: () => void;
  /** How long settling may take in real milliseconds before it fails; 5 minutes unless said. */
  readonly patience?: number;
};

/** Where to: a moment (epoch ms or ISO-8601), or a distance in milliseconds. */
export type AdvanceTarget = { readonly to: number | string } | { readonly by: number };

export type Driver = {
  /** A part has more to do, or at another time. */
  readonly wake: () => void;
  readonly start: () => void;
  /** Ends the loop, and an advance that is under way: it fails. */
  readonly stop: () => Promise<void>;
  /** Waits until nothing is due and nothing runs. Throws naming who is still busy when it takes too long. */
  readonly settle: () => Promise<void>;
  /** Moves the clock on, stopping at each moment at which something is due. Returns how many stops there were. */
  readonly advance: (target: AdvanceTarget) => Promise<{ readonly now: number; readonly stops: number }>;
  /** The next moment that advancing would stop for, and whose it is. */
  readonly nextMoment: () => Promise<{ readonly moment: number; readonly part: string } | undefined>;
};

/** Longest sleep of the loop in real milliseconds: a part that forgot to wake it is late by this at most. */
const longestSleep = 1000;
/** Shortest, where a part stays due: it is at work on it. */
const shortestSleep = 10;

/** Creates the driver of all parts: one loop in real time, and the jumps. */
export function createDriver({ clock, parts, onJump, patience = 300_000 }: DriverOptions): Driver {
  let running = false;
  let stopped = false;
  let loop: Promise<void> = Promise.resolve();
  let interrupt: () => void = () => {};
  let woken = false;
  let moving: Promise<unknown> = Promise.resolve();

  /** Lets what is due of one part run. Returns its earliest moment of the rest. */
  const runPart = async (part: DrivenPart): Promise<number | undefined> => {
    const due = await part.nextDue();
    if (due === undefined || due > clock.now()) return due;
    await part.runDue();
    return part.nextDue();
  };
  /** Lets what is due run: a part that throws holds up no other. Returns the earliest moment of the rest, and what was thrown. */
  const runDue = async (): Promise<{ readonly earliest?: number; readonly errors: readonly Error[] }> => {
    const moments: number[] = [];
    const errors: Error[] = [];
    for (const part of parts) {
      try {
        const due = await runPart(part);
        if (due !== undefined) moments.push(due);
      } catch (cause) {
        errors.push(new Error(`The part "${part.name}" of the embedded cloud could not do what was due`, { cause }));
      }
    }
    return { errors, ...(moments.length === 0 ? {} : { earliest: Math.min(...moments) }) };
  };
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (running) {
      woken = false;
      const { earliest, errors } = await runDue();
      for (const error of errors) console.error(error);
      const wait =
        earliest === undefined ? longestSleep : Math.min(Math.max(earliest - clock.now(), shortestSleep), longestSleep);
      await pause(woken ? 1 : wait);
    }
  };

  /** Whether any part is at work: the first that is answers for all, since the others may have to look far to know. */
  const isAnyBusy = async (): Promise<boolean> => {
    for (const part of parts) if ((await part.busy()) > 0) return true;
    return false;
  };
  const whoIsBusy = async (): Promise<string[]> => {
    const busy: string[] = [];
    for (const part of parts) {
      const count = await part.busy();
      if (count > 0) busy.push(`${part.name} (${count})`);
    }
    return busy;
  };
  const settleNow = async (): Promise<void> => {
    const deadline = Date.now() + patience;
    let calm = 0;
    let stuck = 0;
    while (calm < 2) {
      if (stopped) throw new Error("The embedded cloud is shutting down");
      const { earliest, errors } = await runDue();
      if (errors[0] !== undefined) throw errors[0];
      const busy = await isAnyBusy();
      const stillDue = earliest !== undefined && earliest <= clock.now();
      // A part that stays due with nobody at work will not get on by itself: do not wait for it for ever.
      stuck = stillDue && !busy ? stuck + 1 : 0;
      calm = !busy && (!stillDue || stuck > 20) ? calm + 1 : 0;
      if (Date.now() > deadline) {
        const names = (await whoIsBusy()).join(", ");
        throw new Error(`The embedded cloud does not settle within ${patience / 1000} s; still busy: ${names}`);
      }
      await sleep(calm > 0 ? 1 : 4);
    }
  };

  const nextMomentAfter = async (after: number): Promise<{ moment: number; part: string } | undefined> => {
    let next: { moment: number; part: string } | undefined;
    for (const part of parts) {
      const moment = await (part.nextJump === undefined ? part.nextDue() : part.nextJump(after));
      if (moment === undefined || moment <= after) continue;
      if (next === undefined || moment < next.moment) next = { moment, part: part.name };
    }
    return next;
  };
  const advanceNow = async (target: AdvanceTarget): Promise<{ now: number; stops: number }> => {
    const goal = "by" in target ? clock.now() + target.by : momentOf(target.to);
    await settleNow();
    let stops = 0;
    const stopAt = async (moment: number): Promise<void> => {
      clock.jumpTo(moment);
      onJump?.();
      await settleNow();
      stops += 1;
    };
    for (;;) {
      const next = await nextMomentAfter(clock.now());
      if (next === undefined || next.moment > goal) break;
      await stopAt(next.moment);
    }
    if (goal > clock.now()) await stopAt(goal);
    return { now: clock.now(), stops };
  };
  /** One after the other: two who move the clock at once would not know where they are. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const result = moving.then(work, work);
    moving = result.catch(() => {});
    return result;
  };

  return {
    wake: () => {
      woken = true;
      interrupt();
    },
    start: () => {
      running = true;
      stopped = false;
      loop = run();
    },
    stop: async () => {
      running = false;
      stopped = true;
      interrupt();
      await Promise.all([loop, moving]);
    },
    settle: () => exclusively(settleNow),
    advance: (target) => exclusively(() => advanceNow(target)),
    nextMoment: () => nextMomentAfter(clock.now()),
  };
}

function momentOf(to: number | string): number {
  const moment = typeof to === "number" ? to : Date.parse(to);
  if (Number.isNaN(moment)) throw new Error(`${to} is not a moment (ISO-8601 or epoch milliseconds)`);
  return moment;
}
