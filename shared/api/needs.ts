/** What a function needs of the cloud, as data: from it come its environment, its grants, and what it is held to while it runs. */
import type { TableName, TableNeeds } from "../store/tables.ts";

/** What a function may do with a key that never leaves KMS. */
export type KeyUse = "makeLinkSecret" | "lookUpIdentity" | "nameCandidates" | "sealIdentity" | "openIdentity";

export type Needs = {
  readonly tables?: TableNeeds;
  readonly keys?: readonly KeyUse[];
  /** Starts, describes and answers executions of the state machines. */
  readonly processes?: true;
  /** Sends mails, with links to the API. */
  readonly mail?: true;
};

/** The variable of a function's environment in which a table's name stands. */
export const tableSetting = (table: TableName): string => `TABLE_${table.toUpperCase()}`;

/** The variables in which the keys stand, each for one use. */
export const keySettings = {
  makeLinkSecret: "KEY_LINK",
  lookUpIdentity: "KEY_LOOKUP",
  nameCandidates: "KEY_CANDIDATE",
  sealIdentity: "KEY_IDENTITY",
  openIdentity: "KEY_IDENTITY_OPEN",
} as const satisfies Record<KeyUse, string>;

export const machineSettings = { placement: "MACHINE_PLACEMENT", followUp: "MACHINE_FOLLOW_UP" } as const;

export const mailSettings = { sender: "MAIL_SENDER", publicUrl: "PUBLIC_URL" } as const;

/** Who asks, and their office: read for every request of staff. */
export const asking = { staff: ["get"] } as const satisfies TableNeeds;

/** What changes a record: the answer is kept for the repeat of its request, and an audit row is put. */
export const recording = { ...asking, placements: ["get", "put"], audit: ["put"] } as const satisfies TableNeeds;

/** What changes a process: all that its rules may know is read; its state is put and its wait closed; audit and outbox grow. */
export const deciding = {
  ...asking,
  clients: ["get", "query"],
  employers: ["get many"],
  placements: ["get", "put", "update"],
  outbox: ["put"],
  audit: ["put"],
} as const satisfies TableNeeds;
