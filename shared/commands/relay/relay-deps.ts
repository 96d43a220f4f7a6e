/** What the relay is given beside what every command is given. */
import type { OutboxRow } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import type { Outside } from "./outside.ts";

export type RelayDeps = Deps & {
  readonly outside: Outside;
  readonly publicUrl: string;
  readonly noteDead: (row: OutboxRow) => void;
  readonly noteFailure: (row: OutboxRow, error: unknown) => void;
};

export type RelayResult = "DONE" | "SKIPPED" | "PUT_OFF" | "DEAD" | "NOT_TAKEN";
