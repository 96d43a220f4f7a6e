/** What the relay is given beside what every command is given. */
import type { Instant } from "../../domain/calendar/instant.ts";
import type { OutboxRow } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import type { Outside } from "./outside.ts";

export type RelayDeps = Deps & {
  readonly outside: Outside;
  readonly publicUrl: string;
  readonly noteDead: (row: OutboxRow) => void;
  readonly noteFailure: (row: OutboxRow, error: unknown) => void;
  /** Something of a client's own was left out of a mail to an employer: said by the process alone. */
  readonly noteWithheld: (processId: string) => void;
};

/** What became of an effect; `until`: it is put off, which is no try. */
export type Taken = "DONE" | "SKIPPED" | { readonly until: Instant };

export type RelayResult = "DONE" | "SKIPPED" | "PUT_OFF" | "DEAD" | "NOT_TAKEN";
