import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "../database.ts";
import { account, type Clock, region, type Timed, type Wake } from "../part.ts";
import type { ScheduleModel } from "../template/model.ts";
import { readExpression, type Timing } from "./expression.ts";

export type SchedulerOptions = {
  readonly schedules: readonly ScheduleModel[];
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly wake: Wake;
  /** Keeps an asynchronous invocation in the same database, so that firing and event are one transaction. */
  readonly enqueue: (functionName: string, payload: string) => string;
  /**
   * How many events are delivered twice: a share from 0 to 1, or every one (true). Scheduler promises at-least-once
   * delivery only, and this lets an app show that it bears it.
   */
  readonly deliverTwice?: number | boolean;
};

/** A schedule and its firings, as a person wants to see them. Moments are ISO-8601. */
export type ScheduleView = {
  readonly name: string;
  readonly groupName: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly functionName: string;
  readonly next?: string;
  readonly last?: string;
};

export type Scheduler = Timed & {
  /** The earliest moment that advancing stops for: schedules of an hour or more. */
  readonly nextJump: (after: number) => number | undefined;
  /** Fires every schedule of under an hour once: time has jumped. */
  readonly fireFrequent: () => void;
  /** Fires one schedule now, besides its own times. Throws where there is none of this name. */
  readonly fire: (name: string) => void;
  readonly list: () => ScheduleView[];
};

type Entry = { readonly model: ScheduleModel; readonly key: string; readonly timing: Timing; next?: number; last?: number };

const anHour = 3_600_000;

/**
 * Opens the schedules. The last firing is kept: what was missed while the cloud was down fires once at the start.
 */
export function openScheduler(options: SchedulerOptions): Scheduler {
  const { database, clock, wake, enqueue } = options;
  database.exec(`CREATE TABLE IF NOT EXISTS schedules (
    key TEXT PRIMARY KEY, expression TEXT NOT NULL, started_at INTEGER NOT NULL, last_fired INTEGER) STRICT`);
  const select = database.prepare("SELECT * FROM schedules WHERE key = ?");
  const upsert = database.prepare("INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?)");
  const saveFiring = database.prepare("UPDATE schedules SET last_fired = ? WHERE key = ?");

  const entries = options.schedules.map((model): Entry => {
    const key = `${model.groupName}/${model.name}`;
    const row = select.get(key);
    const expression = `${model.expression} ${model.timeZone}`;
    const same = row !== undefined && row.expression === expression;
    const startedAt = same ? Number(row.started_at) : clock.now();
    if (!same) upsert.run(key, expression, startedAt, null);
    const last = same && row.last_fired !== null ? Number(row.last_fired) : undefined;
    const timing = bounded(readExpression(model.expression, model.timeZone, startedAt), model);
    const next = model.enabled ? timing.next(last ?? startedAt) : undefined;
    return { model, key, timing, ...(next === undefined ? {} : { next }), ...(last === undefined ? {} : { last }) };
  });

  const deliveries = (): number => {
    const twice = options.deliverTwice ?? false;
    return twice === true || (typeof twice === "number" && Math.random() < twice) ? 2 : 1;
  };
  const deliver = (entry: Entry, scheduledAt: number): void => {
    const executionId = randomUUID();
    const payload = payloadOf(entry.model, scheduledAt, executionId);
    for (let times = deliveries(); times > 0; times -= 1) enqueue(entry.model.functionName, payload);
  };
  const fireEntry = (entry: Entry, scheduledAt: number): void => {
    inTransaction(database, () => {
      saveFiring.run(clock.now(), entry.key);
      deliver(entry, scheduledAt);
    });
    entry.last = clock.now();
    const next = entry.model.enabled ? entry.timing.next(clock.now()) : undefined;
    if (next === undefined) delete entry.next;
    else entry.next = next;
  };
  const isFrequent = ({ timing, next }: Entry): boolean => {
    if (timing.interval !== undefined) return timing.interval < anHour;
    const after = next === undefined ? undefined : timing.next(next);
    return next !== undefined && after !== undefined && after - next < anHour;
  };
  const frequent = new Set(entries.filter(isFrequent));
  const earliest = (list: readonly Entry[]): number | undefined => {
    const moments = list.flatMap(({ next }) => (next === undefined ? [] : [next]));
    return moments.length === 0 ? undefined : Math.min(...moments);
  };
  const rare = entries.filter((entry) => !frequent.has(entry));

  return {
    name: "schedules",
    nextDue: () => earliest(entries),
    nextJump: (after) => earliest(rare.filter(({ next }) => next !== undefined && next > after)),
    busy: () => 0,
    runDue: () => {
      for (const entry of entries) {
        if (entry.next !== undefined && entry.next <= clock.now()) fireEntry(entry, entry.next);
      }
    },
    fireFrequent: () => {
      for (const entry of frequent) if (entry.model.enabled) fireEntry(entry, clock.now());
      wake();
    },
    fire: (name) => {
      const entry = entries.find(({ model, key }) => model.name === name || key === name);
      if (entry === undefined) throw new Error(`No schedule is called ${name}`);
      deliver(entry, clock.now());
      wake();
    },
    list: () =>
      entries.map(({ model, next, last }) => ({
        name: model.name,
        groupName: model.groupName,
        expression: model.expression,
        timeZone: model.timeZone,
        enabled: model.enabled,
        functionName: model.functionName,
        ...(next === undefined ? {} : { next: new Date(next).toISOString() }),
        ...(last === undefined ? {} : { last: new Date(last).toISOString() }),
      })),
  };
}

/** Keeps a timing within the schedule's start and end dates. */
function bounded(timing: Timing, { startDate, endDate }: ScheduleModel): Timing {
  if (startDate === undefined && endDate === undefined) return timing;
  const from = startDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(startDate);
  const to = endDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(endDate);
  return {
    ...timing,
    next: (after) => {
      const next = timing.next(Math.max(after, from - 1));
      return next === undefined || next > to ? undefined : next;
    },
  };
}

/** What the function gets: the schedule's input with its placeholders filled in, or Scheduler's own event. */
function payloadOf(model: ScheduleModel, scheduledAt: number, executionId: string): string {
  const time = `${new Date(scheduledAt).toISOString().slice(0, 19)}Z`;
  if (model.input === undefined) {
    return JSON.stringify({
      version: "0",
      id: executionId,
      "detail-type": "Scheduled Event",
      source: "aws.scheduler",
      account,
      time,
      region,
      resources: [model.arn],
      detail: "{}",
    });
  }
  const values: Readonly<Record<string, string>> = {
    "schedule-arn": model.arn,
    "scheduled-time": time,
    "execution-id": executionId,
    "attempt-number": "1",
  };
  return model.input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => values[name] ?? whole);
}
