/** A status of a process as one row: what it waits for, until when, and what happens when that wait expires. */
import type { DeadlineSettings } from "../offices/deadline-settings.ts";
import type { MessageName } from "../registers.ts";
import type { MailReceiver } from "./effect.ts";

/** Whom or what a status may wait for. */
export const awaited = ["client", "employer", "officer", "vacancy", "day"] as const;
export type Awaited = (typeof awaited)[number];

/** What happens when the wait of a status expires: nobody's consent, and never an end without a word. */
export type Expiry<Next> = {
  /** The transition by which it expires. */
  readonly by: string;
  /** The question is put once more, to somebody who is told. Where nothing else follows, again and again. */
  readonly again?: { readonly message: MessageName; readonly to: MailReceiver };
  /** What follows after that. */
  readonly leadsTo?: Next;
};

export type StatusRow<Next = unknown> =
  | {
      readonly kind: "WAITS";
      /** What waits for the officer, alone or beside others, is in the officer's list of work. */
      readonly waitsFor: readonly Awaited[];
      /** The setting of the office, in working days; `GIVEN`: the transition that leads here says the moment. */
      readonly deadline: keyof DeadlineSettings | "GIVEN";
      readonly expires: Expiry<Next>;
    }
  /** A task of the system is at work. */
  | { readonly kind: "TASK" }
  | { readonly kind: "ENDED" };

type StatusTable = Readonly<Record<string, StatusRow>>;

/** The statuses of a table that are of a kind. */
export type StatusesOf<T extends StatusTable, K extends StatusRow["kind"]> = {
  [S in keyof T & string]: T[S]["kind"] extends K ? S : never;
}[keyof T & string];

/** The transitions by which the waits of a table expire. */
export type ExpiriesOf<T extends StatusTable> = {
  [S in keyof T]: T[S] extends { readonly expires: { readonly by: infer N extends string } } ? N : never;
}[keyof T];

/** The names of a table's statuses, in its order. */
export const statusesOf = <T extends StatusTable>(table: T): readonly (keyof T & string)[] => keysOf(table);

/** The statuses in which somebody or something is waited for. */
export const waitingIn = <T extends StatusTable>(table: T): readonly StatusesOf<T, "WAITS">[] =>
  keysOf(table).filter((status): status is StatusesOf<T, "WAITS"> => table[status]?.kind === "WAITS");

/** The statuses in which a process is neither settled nor closed. */
export const openIn = <T extends StatusTable>(table: T): readonly StatusesOf<T, "WAITS" | "TASK">[] =>
  keysOf(table).filter((status): status is StatusesOf<T, "WAITS" | "TASK"> => table[status]?.kind !== "ENDED");

/** Whether a status is in the officer's list of work. */
export const asksOfficer = (row: StatusRow): boolean => row.kind === "WAITS" && row.waitsFor.includes("officer");

/** Whether a status goes to the supervisor once its first wait has expired. */
export const escalates = (row: StatusRow): boolean => row.kind === "WAITS" && row.expires.again?.to === "supervisor";

const keysOf = <T extends StatusTable>(table: T): (keyof T & string)[] => {
  const names: (keyof T & string)[] = [];
  for (const name in table) names.push(name);
  return names;
};
