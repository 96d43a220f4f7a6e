/** Every function of the cloud, as data: those behind routes and those behind none. What is not granted here, no function can do. */
import type { InnerFunction } from "../shared/api/inner-functions.ts";
import * as innerFunctions from "../shared/api/inner-functions.ts";
import { kebab } from "../shared/api/kebab.ts";
import type { Needs } from "../shared/api/needs.ts";
import { type Area, type Route, routes } from "../shared/api/routes.ts";

export type FunctionSpec = {
  /** Its name in the cloud, unique: the file's name. */
  readonly name: string;
  /** Its file below `functions/`, without `.ts`. */
  readonly file: string;
  readonly area: Area;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly needs: Needs;
};

export const usualMemoryMb = 256;
export const usualTimeoutSeconds = 10;
/** For what looks through very many records, up to every open vacancy of the country: a whole processor, and as long as the API waits. */
export const wideMemoryMb = 1769;
export const wideTimeoutSeconds = 29;

const behindRoutes: readonly FunctionSpec[] = Object.entries<Route>(routes).map(([name, route]) => ({
  name: kebab(name),
  file: `http/${kebab(name)}`,
  area: route.area,
  description: route.summary.en,
  memoryMb: route.wide ? wideMemoryMb : usualMemoryMb,
  timeoutSeconds: route.wide ? wideTimeoutSeconds : usualTimeoutSeconds,
  needs: route.needs,
}));

const behindNone: readonly FunctionSpec[] = Object.entries<InnerFunction>(innerFunctions).map(([name, one]) => ({
  name: kebab(name),
  file: `${one.folder}/${kebab(name)}`,
  area: one.area,
  description: one.description,
  memoryMb: one.wide ? wideMemoryMb : usualMemoryMb,
  timeoutSeconds: one.timeoutSeconds ?? usualTimeoutSeconds,
  needs: one.needs,
}));

export const functionSpecs: readonly FunctionSpec[] = [...behindRoutes, ...behindNone];

export type ScheduleSpec = {
  readonly name: string;
  readonly functionName: string;
  /** `rate(...)` or `cron(...)`, as EventBridge Scheduler reads it. */
  readonly expression: string;
  readonly timeZone?: string;
  readonly input?: Readonly<Record<string, string>>;
  /** How often, and for how many seconds at most, a delivery or a run that failed is tried again. */
  readonly retries: number;
  readonly maxAgeSeconds: number;
};

const weekly = (zone: string, timeZone: string): ScheduleSpec => ({
  name: `weekly-report-${zone.toLowerCase()}`,
  functionName: "weekly-report",
  expression: "cron(0 7 ? * MON *)",
  timeZone,
  input: { zone },
  retries: 10,
  maxAgeSeconds: 6 * 3600,
});

export const scheduleSpecs: readonly ScheduleSpec[] = [
  // The next minute sweeps again: no use in trying for longer.
  { name: "sweep-outbox", functionName: "sweep-outbox", expression: "rate(1 minute)", retries: 1, maxAgeSeconds: 60 },
  {
    name: "reconcile",
    functionName: "reconcile",
    expression: "cron(0 2 * * ? *)",
    timeZone: "Asia/Jakarta",
    retries: 10,
    maxAgeSeconds: 6 * 3600,
  },
  // By seven in the east of the country: each digest goes out at half past seven of its own office.
  {
    name: "morning-digest",
    functionName: "morning-digest",
    expression: "cron(0 5 ? * MON-FRI *)",
    timeZone: "Asia/Jakarta",
    retries: 10,
    maxAgeSeconds: 3600,
  },
  weekly("WIB", "Asia/Jakarta"),
  weekly("WITA", "Asia/Makassar"),
  weekly("WIT", "Asia/Jayapura"),
];

export type EventSpec = {
  readonly functionName: string;
  readonly source: string;
  readonly detailTypes: readonly string[];
  /** How often, and for how many seconds at most, a delivery or a run that failed is tried again. */
  readonly retries: number;
  readonly maxAgeSeconds: number;
};

/** Events of other services that call functions. */
export const eventSpecs: readonly EventSpec[] = [
  {
    functionName: "note-mail-feedback",
    source: "aws.ses",
    detailTypes: ["Email Bounced", "Email Complaint Received", "Email Rejected", "Email Delivery Delayed"],
    retries: 2,
    maxAgeSeconds: 6 * 3600,
  },
];
