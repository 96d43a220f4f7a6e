/**
 * The functions that stand behind no route, as data: `functions/<folder>/<name in kebab case>.ts`. Each is an export of its own,
 * so that no bundle holds the others; nothing else is exported here.
 */
import { deciding, type Needs } from "./needs.ts";
import type { Area } from "./routes.ts";

export type InnerFunction = {
  /** What calls it: a state machine, the stream of the outbox, a schedule, an event of another service, an operator. */
  readonly folder: "workflow" | "stream" | "scheduled" | "events" | "operations";
  /** The stack in which it lives. */
  readonly area: Area;
  readonly description: string;
  readonly needs: Needs;
  readonly timeoutSeconds?: number;
  /** Whether it looks through very many records: it has more memory than others. */
  readonly wide?: true;
};

/** What may lead a process anywhere, until it ends: a seat is taken or given back, a proposal dropped, the client released. */
const leading = { ...deciding, clients: ["get", "query", "update"], employers: ["get many", "update", "delete"] } as const;

/** What the relay does at the orders of the outbox, looking for whom an order concerns. */
const relaying = {
  ...leading,
  clients: [...leading.clients, "by office"],
  employers: [...leading.employers, "get", "put", "query", "check", "by directory", "by open"],
  placements: [...leading.placements, "get many", "by office", "by officer", "by employer", "by waiting", "by due"],
  staff: ["get", "query", "put", "update", "by office"],
  outbox: ["get", "put", "update"],
} as const;

/** Its name outlives its command's: executions that are under way call it by its address. */
export const whereItStands = {
  folder: "workflow",
  area: "placements",
  description: "Tells a state machine where its process stands",
  needs: { tables: { placements: ["get"] } },
} as const satisfies InnerFunction;

export const holdToken = {
  folder: "workflow",
  area: "placements",
  description: "Keeps the token of a wait until it is decided",
  needs: { tables: { placements: ["get", "update"], outbox: ["put"] } },
} as const satisfies InnerFunction;

export const expireWait = {
  folder: "workflow",
  area: "placements",
  description: "Decides a wait whose deadline has passed",
  needs: { tables: leading, keys: ["makeLinkSecret"] },
} as const satisfies InnerFunction;

export const rankPlacement = {
  folder: "workflow",
  area: "placements",
  description: "Ranks the open vacancies for a client",
  needs: { tables: { ...deciding, employers: ["get", "get many", "by directory", "by open"] } },
  timeoutSeconds: 60,
  wide: true,
} as const satisfies InnerFunction;

export const relayOutbox = {
  folder: "stream",
  area: "placements",
  description: "Does what the outbox orders, as soon as it is ordered",
  needs: { tables: relaying, keys: ["makeLinkSecret"], processes: true, mail: true },
  timeoutSeconds: 60,
} as const satisfies InnerFunction;

export const sweepOutbox = {
  folder: "scheduled",
  area: "placements",
  description: "Does what the outbox ordered and is due",
  needs: {
    tables: { ...relaying, outbox: [...relaying.outbox, "by pending"] },
    keys: ["makeLinkSecret"],
    processes: true,
    mail: true,
  },
  timeoutSeconds: 60,
} as const satisfies InnerFunction;

export const noteMailFeedback = {
  folder: "events",
  area: "placements",
  description: "Notes what the mail service hears of a mail that it has sent",
  needs: {
    tables: {
      ...deciding,
      employers: ["get", "get many", "update"],
      placements: [...deciding.placements, "query"],
      outbox: ["get", "put"],
    },
  },
} as const satisfies InnerFunction;

export const reconcile = {
  folder: "scheduled",
  area: "placements",
  description: "Orders that every open process be looked after",
  needs: { tables: { placements: ["by due"], outbox: ["put"] } },
  timeoutSeconds: 60,
} as const satisfies InnerFunction;

export const weeklyReport = {
  folder: "scheduled",
  area: "reports",
  description: "Makes the weekly report of every office of a time zone",
  needs: { tables: { placements: ["by office"], staff: ["put", "by office"], outbox: ["put"] } },
  timeoutSeconds: 300,
} as const satisfies InnerFunction;

export const morningDigest = {
  folder: "scheduled",
  area: "placements",
  description: "Orders the morning's digest of every member of staff for whom something waits",
  needs: { tables: { staff: ["query", "by office"], placements: ["get many", "by officer", "by waiting"], outbox: ["put"] } },
  timeoutSeconds: 300,
} as const satisfies InnerFunction;

export const registerStaff = {
  folder: "operations",
  area: "offices",
  description: "Registers offices and their staff; invoked by operators only",
  needs: { tables: { staff: ["get", "put", "update", "by office"], outbox: ["put"], audit: ["put"] } },
} as const satisfies InnerFunction;
