/** Every function of the cloud with what it needs, as data. What is not granted here, no function can do. */
import { type Area, kebab, type Route, routes } from "../shared/api/routes.ts";
import type { TableName } from "../shared/store/tables.ts";

/** `read` its items; `write`: read and write them; `append`: put items, and neither read, change nor delete any. */
export type TableAccess = "read" | "write" | "append";

/** What a function may do with a key that never leaves KMS. */
export type KeyUse = "makeLinkSecret" | "lookUpIdentity" | "nameCandidates" | "sealIdentity";

export type Needs = {
  readonly tables?: Readonly<Partial<Record<TableName, TableAccess>>>;
  readonly keys?: readonly KeyUse[];
  /** Starts, describes and answers executions of the state machines. */
  readonly processes?: true;
  /** Sends mails. */
  readonly mail?: true;
};

/** The stack in which a function lives. */
export type FunctionArea = Area | "reports";

export type FunctionSpec = {
  /** Its name in the cloud, unique: the file's name. */
  readonly name: string;
  /** Its file below `functions/`, without `.ts`. */
  readonly file: string;
  readonly area: FunctionArea;
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

type TableNeeds = NonNullable<Needs["tables"]>;

const reading = { clients: "read", employers: "read", placements: "read", staff: "read" } as const satisfies TableNeeds;
/** What one transaction touches that changes a process: audit and outbox only grow. */
const deciding = { ...reading, placements: "write", outbox: "append", audit: "append" } as const satisfies TableNeeds;
/** The same for what may lead a process anywhere, until it ends: seats and proposals are given back, the client is released. */
const ending = { ...deciding, clients: "write", employers: "write" } as const satisfies TableNeeds;
const relaying: Needs = { tables: { ...ending, outbox: "write" }, keys: ["makeLinkSecret"], processes: true, mail: true };

const clients = { clients: "write" } as const;
const employers = { employers: "write" } as const;

/**
 * What each command of staff needs besides processes, among which the answer to a request is kept for its repeat. What may
 * put a question to an employer makes the secret of its link.
 */
const commands: Readonly<Record<string, Needs>> = {
  registerClient: { tables: clients, keys: ["lookUpIdentity", "sealIdentity"] },
  recordConsent: { tables: clients },
  recordCertificate: { tables: clients },
  verifyCertificate: { tables: clients },
  registerEmployer: { tables: employers, keys: ["lookUpIdentity", "sealIdentity"] },
  recordAgreement: { tables: employers },
  terminateAgreement: { tables: employers },
  openVacancy: { tables: employers },
  closeVacancy: { tables: employers },
  startPlacement: { tables: clients },
  approveShortlist: { tables: employers },
  answerForClient: { tables: { ...clients, ...employers }, keys: ["makeLinkSecret"] },
  answerForEmployer: { tables: employers, keys: ["makeLinkSecret"] },
  recordInterview: { tables: employers, keys: ["makeLinkSecret"] },
  confirmStart: { tables: employers, keys: ["makeLinkSecret"] },
  withdrawPlacement: { tables: { ...clients, ...employers } },
  reviewPlacement: { tables: { ...clients, ...employers } },
  recordFollowUp: { tables: clients },
} satisfies Partial<Record<keyof typeof routes, Needs>>;

function needsOf(name: string, { access, idempotent }: Route): Needs {
  if (access.kind === "open") return {};
  if (name === "readCandidates") return { tables: reading, keys: ["nameCandidates"] };
  if (!idempotent) return { tables: reading };
  // Whoever holds a link may leave an answer and take it back: the relay makes it true.
  if (access.kind === "link") return { tables: { ...reading, placements: "write", outbox: "append" } };
  const command = commands[name];
  if (command === undefined) throw new Error(`It is not said what the command ${name} needs`);
  return { ...command, tables: { ...deciding, ...command.tables } };
}

const behindRoutes: readonly FunctionSpec[] = Object.entries<Route>(routes).map(([name, route]) => ({
  name: kebab(name),
  file: `http/${kebab(name)}`,
  area: route.area,
  description: route.summary.en,
  memoryMb: route.wide ? wideMemoryMb : usualMemoryMb,
  timeoutSeconds: route.wide ? wideTimeoutSeconds : usualTimeoutSeconds,
  needs: needsOf(name, route),
}));

type Own = Pick<FunctionSpec, "name" | "description" | "needs"> & Partial<Pick<FunctionSpec, "memoryMb" | "timeoutSeconds">>;
const inside = (folder: string, area: FunctionArea, own: Own): FunctionSpec => ({
  file: `${folder}/${own.name}`,
  area,
  memoryMb: usualMemoryMb,
  timeoutSeconds: usualTimeoutSeconds,
  ...own,
});

const behindMachines: readonly FunctionSpec[] = [
  inside("workflow", "placements", {
    name: "where-it-stands",
    description: "Tells a state machine where its process stands",
    needs: { tables: { placements: "read" } },
  }),
  inside("workflow", "placements", {
    name: "hold-token",
    description: "Keeps the token of a wait until it is decided",
    needs: { tables: { placements: "write", outbox: "append" } },
  }),
  inside("workflow", "placements", {
    name: "expire-wait",
    description: "Decides a wait whose deadline has passed",
    needs: { tables: ending, keys: ["makeLinkSecret"] },
  }),
  inside("workflow", "placements", {
    name: "rank-placement",
    description: "Ranks the open vacancies for a client",
    memoryMb: wideMemoryMb,
    timeoutSeconds: 60,
    needs: { tables: deciding },
  }),
];

const behindTheClock: readonly FunctionSpec[] = [
  inside("stream", "placements", {
    name: "relay-outbox",
    description: "Does what the outbox orders, as soon as it is ordered",
    timeoutSeconds: 60,
    needs: relaying,
  }),
  inside("scheduled", "placements", {
    name: "sweep-outbox",
    description: "Does what the outbox ordered and is due",
    timeoutSeconds: 60,
    needs: relaying,
  }),
  inside("scheduled", "placements", {
    name: "reconcile",
    description: "Orders that every open process be looked after",
    timeoutSeconds: 60,
    needs: { tables: { placements: "read", outbox: "append" } },
  }),
  inside("scheduled", "reports", {
    name: "weekly-report",
    description: "Makes the weekly report of every office of a time zone",
    timeoutSeconds: 300,
    needs: { tables: { placements: "read", staff: "write", outbox: "append" } },
  }),
];

const forOperators: readonly FunctionSpec[] = [
  inside("operations", "people", {
    name: "register-staff",
    description: "Registers offices and their staff; invoked by operators only",
    needs: { tables: { staff: "write", audit: "append" } },
  }),
];

export const functionSpecs: readonly FunctionSpec[] = [...behindRoutes, ...behindMachines, ...behindTheClock, ...forOperators];

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
  weekly("WIB", "Asia/Jakarta"),
  weekly("WITA", "Asia/Makassar"),
  weekly("WIT", "Asia/Jayapura"),
];
